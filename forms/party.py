"""One party by itself: corrected, or added later."""

from typing import Any

from wtforms import FormField

from forms.base import Form
from forms.intake import Finder
from forms.intake_party import PartyPart
from forms.rows import Rows
from forms.said import said


class PartyForm(Form):
    """A party as on the intake form, without its representative."""

    parties = Rows(FormField(PartyPart), "当事人", min_entries=1, most=1)

    def to_record(self, area_of: Finder) -> dict[str, Any]:
        """Say the party as the contract does."""
        party = said(self.parties[0].form)
        if "area" in party:
            party["area"] = area_of(party["area"])
        return party
