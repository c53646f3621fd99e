"""Words of supervision."""

from app.supervision.ladder import NudgeTo, RungName
from app.supervision.order_commands import OrderState
from app.supervision.tags import Tag as SupervisionTag
from app.words.saying import spoken

LABELS = spoken(
    {
        RungName: (
            "reminder=到期前提醒 due_today=今天到期 overdue=逾期提醒 explain=说明原因 order=督办单 "
            "talk=约谈 lapsed=时限已过 standing=中止过久"
        ),
        NudgeTo: "handler=承办人 supervisor=负责人",
        SupervisionTag: (
            "deadline:nudged=到期提醒 deadline:lapsed=时限已过 supervision:order:issued=签发督办单 "
            "supervision:order:answered=答复督办单 supervision:order:sent_back=退回督办答复 "
            "supervision:order:closed=督办单销号 supervision:order:withdrawn=撤回督办单"
        ),
        OrderState: (
            "issued=等待答复 answered=已答复，待审看 sent_back=已退回，待重新答复 closed=已销号 "
            "withdrawn=已撤回"
        ),
    }
)
