"""Words of messages that leave."""

from app.inbox.outgoing.enums import DeliveryState, MessageChannel
from app.inbox.outgoing.tags import Tag as MessageTag
from app.words.saying import spoken

LABELS = spoken(
    {
        MessageChannel: "email=邮件 sms=短信 wecom=企业微信 dingtalk=钉钉",
        DeliveryState: "claimed=没有下文 sent=已发出 failed=没有发出",
        MessageTag: (
            "message:address:set=设定接收方式 message:address:dropped=不再接收 "
            "message:sent=消息摘要已发 message:failed=消息摘要没有发出"
        ),
    }
)
