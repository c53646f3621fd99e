"""How a digest travels, and what became of it; 中文 labels are in app/words/."""

from enum import StrEnum


class MessageChannel(StrEnum):
    """The ways out; each is off until the installation's settings name its gateway."""

    EMAIL = "email"
    SMS = "sms"
    WECOM = "wecom"
    DINGTALK = "dingtalk"


class DeliveryState(StrEnum):
    """Claimed before it leaves; a claim that nothing followed was broken off on the way."""

    CLAIMED = "claimed"
    SENT = "sent"
    FAILED = "failed"
