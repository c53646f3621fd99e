"""Forms of a supervision order: issuing it and answering it."""

from typing import Any

from app.supervision.order_commands import AnswerOrder, IssueOrder
from forms.base import Form, day_field, text_field
from forms.spoken import words_of

NAMES = ("subject", "person", "reason", "demands", "due_on", "seen_version")


class OrderForm(Form):
    """What is asked, of whom, until when, and why."""

    subject = text_field("督办事项", 200)
    person = text_field("责任人", 60)
    reason = text_field("督办原因", 2000, rows=3)
    demands = text_field("办理要求", 2000, rows=3)
    due_on = day_field("答复期限")

    def to_command(self, **said: Any) -> IssueOrder:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return IssueOrder(**said | words_of(self, *NAMES))


class AnswerForm(Form):
    """Why it is late, what was done, and the new day."""

    reason = text_field("超期（未办）的原因", 2000, rows=3)
    done = text_field("已经办了什么", 2000, rows=3)
    new_on = day_field("新的办结日期", required=False)

    def to_command(self, **said: Any) -> AnswerOrder:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return AnswerOrder(**said | words_of(self, "reason", "done", "new_on"))
