"""Forms of the rota: turns, a visit, a swap, an absence."""

from typing import Any

from app.rota.commands import PlanTurns, PlanVisit, RecordAbsence, SwapDuties
from forms.base import Form, day_field, text_field
from forms.codes import CodeField
from forms.picks import PickField, TicksField
from forms.required import missing
from forms.spoken import words_of


class TurnsForm(Form):
    """Who takes turns, from when to when."""

    first = day_field("从哪一天")
    last = day_field("到哪一天")
    mediator_ids = TicksField("谁轮流坐班（按名单次序轮）", validators=[missing])

    def to_command(self, **said: Any) -> PlanTurns:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return PlanTurns(**said, **words_of(self, "first", "last", "mediator_ids"))


class VisitForm(Form):
    """Who goes to which village, and when."""

    day = day_field("哪一天")
    village_code = CodeField("去哪个村（社区）", validators=[missing])
    mediator_ids = TicksField("谁去", validators=[missing])

    def to_command(self, **said: Any) -> PlanVisit:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return PlanVisit(**said, **words_of(self, "day", "village_code", "mediator_ids"))


class SwapForm(Form):
    """With whom this duty is swapped."""

    other_id = PickField("和哪一班换", validators=[missing])
    note = text_field("为什么换", 200, required=False)

    def to_command(self, **said: Any) -> SwapDuties:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return SwapDuties(**said, **words_of(self, "other_id", "note"))


class AbsenceForm(Form):
    """Why somebody cannot come, and who stands in."""

    because = text_field("不能来的原因", 200)
    stand_in_id = PickField("谁顶班（还没有人就不选）")

    def to_command(self, **said: Any) -> RecordAbsence:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        return RecordAbsence(**said, **words_of(self, "because", "stand_in_id"))
