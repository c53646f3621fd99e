"""Words of the registers."""

from app.registers.coverage import Basis
from app.registers.tags import Tag
from app.words.saying import spoken

LABELS = spoken(
    {
        Basis: "受理口径 办结口径",
        Tag: "月度封账",
    }
)
