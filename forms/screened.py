"""Forms about what was screened: what became of a dispute that was watched, and a mistake."""

from typing import Any

from app.screenings.commands import SettleFoundDispute, StrikeScreening
from app.screenings.enums import FoundOutcome
from forms.base import Form, choice_field, text_field
from forms.picks import PickField
from forms.spoken import words_of


class SettleForm(Form):
    """What became of a dispute that was watched."""

    outcome = choice_field("怎么处理的", FoundOutcome)
    found_case_id = PickField("登记成了哪个案件")

    def to_command(self, **said: Any) -> SettleFoundDispute:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return SettleFoundDispute(**said, **words_of(self, "outcome", "found_case_id"))


class StrikeForm(Form):
    """Why a record was a mistake."""

    because = text_field("作废原因", 200)

    def to_command(self, **said: Any) -> StrikeScreening:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return StrikeScreening(**said, **words_of(self, "because"))
