"""Words of the registers."""

from app.registers.coverage import Basis
from app.registers.tags import Tag
from app.words.saying import spoken

LABELS = spoken(
    {
        Basis: "accepted=受理口径 closed=办结口径",
        Tag: "register:month:closed=月度封账",
    }
)
