"""One rule as a page shows it: the sentence, the reason, how sure its source is."""

from dataclasses import dataclass
from functools import cached_property

from app.rulebooks.certainty import UNSURE, Certainty
from app.web.rulebooks.answers import aloud
from app.web.rulebooks.reader import Reader
from rules.rulebook import Rule


@dataclass(frozen=True)
class Read:
    """One rule as a page shows it."""

    rule: Rule
    reader: Reader

    @property
    def id(self) -> str:
        """Name the rule."""
        return self.rule.id

    @cached_property
    def sentence(self) -> str:
        """Read it aloud."""
        return aloud(self.rule, self.reader)

    @property
    def because(self) -> str:
        """Give the reason with its thresholds filled in."""
        return self.reader.filled(self.rule.because)

    @property
    def certainty(self) -> Certainty:
        """Say how sure its source is."""
        return Certainty(self.rule.certainty)

    @property
    def is_unsure(self) -> bool:
        """Say whether the county should still settle its source."""
        return self.certainty in UNSURE

    @property
    def is_over(self) -> bool:
        """Say whether it no longer holds today."""
        return not self.rule.in_force(max(self.reader.on, self.rule.begins))
