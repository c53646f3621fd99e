"""Who reads rules aloud: the words and the thresholds of one edition, as of one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.web.cases.wording import worded
from rules.conditions import Param
from rules.rulebook import Parameter
from rules.vocabulary import Vocabulary


@dataclass(frozen=True)
class Reader:
    """Names facts and thresholds; one that is not there is said, not hidden."""

    vocabulary: Vocabulary
    parameters: Mapping[str, Parameter]
    on: date

    def label(self, fact: str) -> str:
        """Name a fact."""
        return self.vocabulary.facts[fact].label

    def number(self, fact: str, value: object) -> str:
        """Say a number compared with, or a threshold with its value of the day."""
        if not isinstance(value, Param):
            return worded(fact, value)
        parameter = self.parameters.get(value.name)
        if parameter is None:
            return f"（没有阈值 {value.name}）"
        return f"{worded(fact, parameter.on(self.on))}（阈值“{parameter.label}”）"

    def count(self, value: object) -> str:
        """Say a plain number, or a threshold's value of the day."""
        if not isinstance(value, Param):
            return str(value)
        parameter = self.parameters.get(value.name)
        return str(parameter.on(self.on)) if parameter else f"（没有阈值 {value.name}）"

    def filled(self, text: str) -> str:
        """Fill the thresholds of the day into a sentence; one that cannot be filled stays."""
        values = {name: parameter.on(self.on) for name, parameter in self.parameters.items()}
        try:
            return text.format_map(values)
        except (KeyError, ValueError, IndexError, AttributeError):
            return text
