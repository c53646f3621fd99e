"""Words of the inbox."""

from app.inbox.enums import NoticeKind
from app.inbox.tags import Tag as InboxTag
from app.words.saying import spoken

LABELS = spoken(
    {
        NoticeKind: "快到期 今天到期 已超期 请说明超期原因和新的日期 请考虑发督办单 请考虑约谈 "
        "时限已过，当事人没有办理，不再提醒 中止已满三十天，请核对是否恢复 高风险，请立即处置 有案件转来，请答复 "
        "放假安排变更，到期日有变 收到督办单 督办单已答复 督办答复被退回 督办单已销号 "
        "回访听到隐患或新的争议 卷宗已评查 同事想换班，请答复 换班已经同意 换班没有同意 排班人给您换了班 有人对换班有异议，请处理",
        InboxTag: "消息已读",
    }
)
