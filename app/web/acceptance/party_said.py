"""A party's form said as a party; what is masked on the page is kept unless it is typed anew."""

from typing import Any
from uuid import UUID

from app.cases.consent import find_party
from app.cases.intake.commands import AddParty, CorrectParty
from app.cases.intake.corrections import flags_of
from app.cases.intake.reading import read
from app.cases.intake.record import PartySaid
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.sealed import id_number_of, phone_of
from app.web import door
from app.web.intake.lists import areas
from app.web.steps import shape, speaking
from forms.party import PartyForm

SHOWN = (
    *("side", "kind", "name", "gender", "ethnicity", "born_on", "age", "language", "occupation"),
    *("address", "credit_code", "legal_representative"),
)
TAKE_OUT = "-"


def party_form(case: Case, party_id: UUID) -> PartyForm:
    """Fill the form with what may be shown: identity number and phone stay masked."""
    party = find_party(door.reading(), case, party_id)
    known: dict[str, Any] = {name: getattr(party, name) for name in SHOWN}
    known |= {"count": party.head_count, "area": areas().name_of(party.area_code)}
    known["flags"] = list(flags_of(door.reading(), party))
    return shape(PartyForm, case, parties=[known])


def add_command(case: Case, form: PartyForm) -> AddParty:
    """Say the form as a new party."""
    said = _said(case, form.to_record(areas().code_of))
    return AddParty(**speaking(case.id), said=said, seen_version=form.seen_version.data)


def correct_command(case: Case, form: PartyForm, party_id: UUID) -> CorrectParty:
    """Say the form as a correction; an empty number is the old one, a dash takes it out."""
    party = find_party(door.reading(), case, party_id)
    record = _with_numbers(form.to_record(areas().code_of), party)
    seen = form.seen_version.data
    said = _said(case, record)
    return CorrectParty(**speaking(case.id), party_id=party_id, said=said, seen_version=seen)


def _with_numbers(record: dict[str, Any], party: Party) -> dict[str, Any]:
    ring = door.database().ring
    known = {"id_number": id_number_of(party, ring), "phone": phone_of(party, ring)}
    whole = {name: value for name, value in known.items() if value} | record
    return {name: value for name, value in whole.items() if name not in known or value != TAKE_OUT}


def _said(case: Case, party: dict[str, Any]) -> PartySaid:
    """Check one party by the rules of the whole record."""
    around = {"ref": "-", "channel": case.channel, "dispute_type": case.dispute_type}
    around |= {"received_on": case.received_on.isoformat(), "summary": "-"}
    return read(around | {"parties": [party]}, today=door.clock().today()).parties[0]
