"""Words of the rota."""

from app.rota.enums import DutyKind, SwapState
from app.rota.tags import Tag as RotaTag
from app.words.saying import spoken

LABELS = spoken(
    {
        DutyKind: "office_hours=坐班门诊 village_visit=进村出诊",
        SwapState: (
            "offered=等答复 accepted=已换 declined=不同意 withdrawn=已撤回 decided=排班人换的 "
            "objected=有异议"
        ),
        RotaTag: (
            "rota:planned=排班 rota:swapped=换班 rota:swap:offered=提出换班 "
            "rota:swap:accepted=同意换班 rota:swap:declined=不同意换班 "
            "rota:swap:withdrawn=撤回换班 rota:swap:decided=排班人换班 "
            "rota:swap:objected=对换班有异议 rota:absent=请假 rota:removed=撤销排班 "
            "rota:feed:opened=开通日历订阅 rota:feed:closed=停用日历订阅"
        ),
    }
)
