"""Forms around a joint consultation: asking bodies, what they answer, say and take on."""

from typing import Any

from app.meetings.consultation_commands import (
    InviteBody,
    MakeCommitment,
    RecordBodyAnswer,
    RecordOpinion,
)
from app.meetings.enums import BodyAnswer
from forms.base import Form, choice_field, day_field, text_field
from forms.spoken import words_of


class BodyForm(Form):
    """Which body is asked, whom to reach there, what to bring."""

    body = text_field("单位", 100)
    contact = text_field("联系人和电话", 100, required=False)
    bring = text_field("要带什么", 300, required=False)

    def to_command(self, **said: Any) -> InviteBody:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return InviteBody(**said | words_of(self, "body", "contact", "bring", "seen_version"))


class AnswerForm(Form):
    """What the body answered, who comes."""

    answer = choice_field("回执", BodyAnswer)
    attendee = text_field("参会人", 60, required=False)

    def to_command(self, **said: Any) -> RecordBodyAnswer:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RecordBodyAnswer(**said | words_of(self, "answer", "attendee"))


class OpinionForm(Form):
    """会上意见 of one body."""

    opinion = text_field("会上意见", 2000, rows=3)

    def to_command(self, **said: Any) -> RecordOpinion:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RecordOpinion(**said | words_of(self, "opinion"))


class CommitmentForm(Form):
    """What a body takes on, and by when."""

    what = text_field("承诺事项", 300)
    due_on = day_field("完成期限")

    def to_command(self, **said: Any) -> MakeCommitment:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return MakeCommitment(**said | words_of(self, "what", "due_on"))
