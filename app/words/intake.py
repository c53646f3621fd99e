"""Words of taking a dispute in."""

from app.cases.intake.reception import Result
from app.cases.intake.tags import Tag as IntakeTag
from app.words.saying import spoken

LABELS = spoken(
    {
        IntakeTag: (
            "case:intake:registered=登记 case:intake:told_again=再次来件并入 "
            "case:routing:decided=分流 case:routing:overridden=改派 case:acceptance:accepted=受理 "
            "case:acceptance:declined=不予受理 case:acceptance:revoked=撤销受理 "
            "case:mediators:assigned=指定调解员 case:particulars:corrected=更正案情 "
            "case:party:added=补登当事人 case:party:corrected=更正当事人 "
            "case:representative:added=登记代理人 referral_target:set=填写去向单位"
        ),
        Result: "accepted=已登记 declined=不予受理 duplicate=重复来件 invalid=不合格",
    }
)
