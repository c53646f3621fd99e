"""Words of taking a dispute in."""

from app.cases.intake.reception import Result
from app.cases.intake.tags import Tag as IntakeTag
from app.words.saying import spoken

LABELS = spoken(
    {
        IntakeTag: "登记 再次来件并入 分流 改派 受理 不予受理 撤销受理 指定调解员 更正案情 "
        "补登当事人 更正当事人 登记代理人 填写去向单位",
        Result: "已登记 不予受理 重复来件 不合格",
    }
)
