"""Words of messages that leave."""

from app.inbox.outgoing.enums import DeliveryState, MessageChannel
from app.inbox.outgoing.tags import Tag as MessageTag
from app.words.saying import spoken

LABELS = spoken(
    {
        MessageChannel: "邮件 短信 企业微信 钉钉",
        DeliveryState: "没有下文 已发出 没有发出",
        MessageTag: "设定接收方式 不再接收 消息摘要已发 消息摘要没有发出",
    }
)
