"""Rows of invited people inside a meeting's form."""

from typing import Any

from wtforms import BooleanField, FormField
from wtforms import Form as PlainForm

from app.meetings.commands import Guest
from app.meetings.enums import GuestKind
from forms.base import choice_field, day_field, text_field
from forms.rows import Rows

SPARE = 2
MOST = 40


class GuestRow(PlainForm):
    """One invited person; an empty row says nothing."""

    name = text_field("姓名", 100, required=False)
    kind = choice_field("与当事人的关系", GuestKind, required=False)
    agreed_on = day_field("各方当事人同意的日期", required=False)
    has_come = BooleanField("到场")

    def validate(self, *args: Any, **more: Any) -> bool:  # noqa: ANN401 (WTForms passes its own)
        """Want the relation and all parties' consent of whoever is named (20 条)."""
        is_right = super().validate(*args, **more)
        if self.name.data and not self.kind.data:
            self.kind.errors = ["请选择与当事人的关系。"]
            is_right = False
        if self.name.data and not self.agreed_on.data:
            sentence = (
                "邀请人员参加，要先征得各方当事人同意（人民调解法第20条）。请写明同意的日期。"
            )
            self.agreed_on.errors = [sentence]
            is_right = False
        return is_right

    @property
    def guest(self) -> Guest | None:
        """Give the person of the row, if there is one."""
        if not self.name.data or not self.kind.data:
            return None
        return Guest(name=self.name.data, kind=self.kind.data, agreed_on=self.agreed_on.data)


def guest_rows() -> Rows:
    """Ask for invited people, a few empty rows at the end."""
    return Rows(FormField(GuestRow), "邀请人员", min_entries=SPARE, most=MOST)


def guests_in(rows: Rows, *, who_came: bool) -> tuple[Guest, ...]:
    """Read the rows that name somebody; of a report, only those who came."""
    named = [(row.form.guest, row.form.has_come.data) for row in rows]
    return tuple(guest for guest, came in named if guest and (came or not who_came))
