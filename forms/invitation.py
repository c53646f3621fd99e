"""Forms about asking somebody to a planned session: a guest, a specialist."""

from typing import Any

from wtforms import BooleanField

from app.cases.specialist_commands import InviteSpecialist
from app.meetings.commands import Guest, InviteGuest
from app.meetings.enums import GuestKind
from forms.base import Form, choice_field, day_field, text_field
from forms.picks import PickField
from forms.required import missing
from forms.spoken import words_of

AGREED = "已征得各方当事人同意（人民调解法第20条）"


class GuestForm(Form):
    """Who is invited; all parties have agreed, on which day."""

    name = text_field("姓名", 100)
    kind = choice_field("与当事人的关系", GuestKind)
    is_agreed = BooleanField(AGREED)
    agreed_on = day_field("同意的日期", required=False)

    def to_command(self, **said: Any) -> InviteGuest:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        day = self.agreed_on.data if self.is_agreed.data else None
        guest = Guest(name=self.name.data or "", kind=self.kind.data, agreed_on=day)
        return InviteGuest(**said | words_of(self, "seen_version"), guest=guest)


class SpecialistForm(Form):
    """Which specialist is called; all parties have agreed, on which day."""

    specialist_id = PickField("专家", validators=[missing])
    is_agreed = BooleanField(AGREED)
    agreed_on = day_field("同意的日期", required=False)

    def to_command(self, **said: Any) -> InviteSpecialist:  # noqa: ANN401 (who, where: the page's)
        """Say it as a command."""
        day = self.agreed_on.data if self.is_agreed.data else None
        words = words_of(self, "specialist_id", "seen_version")
        return InviteSpecialist(**said | words, agreed_on=day)
