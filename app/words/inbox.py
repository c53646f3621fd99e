"""Words of the inbox."""

from app.inbox.enums import NoticeKind
from app.inbox.tags import Tag as InboxTag
from app.words.saying import spoken

LABELS = spoken(
    {
        NoticeKind: (
            "reminder=快到期 due_today=今天到期 overdue=已超期 explain=请说明超期原因和新的日期 "
            "order=请考虑发督办单 talk=请考虑约谈 lapsed=时限已过，当事人没有办理，不再提醒 "
            "standing=中止已满三十天，请核对是否恢复 danger=高风险，请立即处置 "
            "offered=有案件转来，请答复 recounted=放假安排变更，到期日有变 ordered=收到督办单 "
            "answered=督办单已答复 sent_back=督办答复被退回 order_closed=督办单已销号 "
            "trouble=回访听到隐患或新的争议 evaluated=卷宗已评查 swap_asked=同事想换班，请答复 "
            "swap_accepted=换班已经同意 swap_declined=换班没有同意 swap_decided=排班人给您换了班 "
            "swap_objected=有人对换班有异议，请处理"
        ),
        InboxTag: "inbox:notice:read=消息已读",
    }
)
