"""Forms that end a joint consultation and what was taken on there."""

from typing import Any

from app.meetings.consultation_commands import ConcludeConsultation, FulfillCommitment
from app.meetings.enums import Conclusion
from forms.base import Form, choice_field, text_field
from forms.spoken import words_of


class MinutesForm(Form):
    """会诊结论 and minutes."""

    conclusion = choice_field("会诊结论", Conclusion)
    minutes = text_field("会诊纪要（问题、责任单位、措施、时限）", 20_000, rows=8)

    def to_command(self, **said: Any) -> ConcludeConsultation:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return ConcludeConsultation(**said | words_of(self, "conclusion", "minutes"))


class FulfillmentForm(Form):
    """How it is known that a commitment was done."""

    proof = text_field("办理情况", 500)

    def to_command(self, **said: Any) -> FulfillCommitment:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return FulfillCommitment(**said | words_of(self, "proof"))
