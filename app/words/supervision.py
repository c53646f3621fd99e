"""Words of supervision."""

from app.supervision.ladder import NudgeTo, RungName
from app.supervision.order_commands import OrderState
from app.supervision.tags import Tag as SupervisionTag
from app.words.saying import spoken

LABELS = spoken(
    {
        RungName: "到期前提醒 今天到期 逾期提醒 说明原因 督办单 约谈 时限已过 中止过久",
        NudgeTo: "承办人 负责人",
        SupervisionTag: "到期提醒 时限已过 签发督办单 答复督办单 退回督办答复 督办单销号 撤回督办单",
        OrderState: "等待答复 已答复，待审看 已退回，待重新答复 已销号 已撤回",
    }
)
