"""Asking to see a party's numbers whole."""

from datetime import date
from uuid import UUID

from app.cases.revealing_commands import Purpose, RevealParty
from forms.base import Form, choice_field


class RevealingForm(Form):
    """What the numbers are needed for."""

    purpose = choice_field("查看用途", Purpose)

    def to_command(
        self, *, county_id: str, actor_id: UUID, on: date, case_id: UUID, party_id: UUID
    ) -> RevealParty:
        """Say it as a command."""
        return RevealParty(
            county_id=county_id,
            actor_id=actor_id,
            on=on,
            case_id=case_id,
            party_id=party_id,
            purpose=self.purpose.data,
        )
