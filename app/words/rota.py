"""Words of the rota."""

from app.rota.enums import DutyKind, SwapState
from app.rota.tags import Tag as RotaTag
from app.words.saying import spoken

LABELS = spoken(
    {
        DutyKind: "坐班门诊 进村出诊",
        SwapState: "等答复 已换 不同意 已撤回 排班人换的 有异议",
        RotaTag: "排班 换班 提出换班 同意换班 不同意换班 撤回换班 排班人换班 对换班有异议 请假 撤销排班 开通日历订阅 停用日历订阅",
    }
)
