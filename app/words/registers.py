"""Words of the registers."""

from app.registers.lines import Basis
from app.words.saying import spoken

LABELS = spoken(
    {
        Basis: "受理口径 办结口径",
    }
)
