"""What is known of a dispute as a form, and the form as a correction; parties stay as they are."""

from typing import Any

from app.cases.intake.commands import CorrectParticulars
from app.cases.intake.reading import read
from app.cases.intake.recall import record_of
from app.cases.model import Case
from app.web import door
from app.web.intake.asked import record_of as typed_record
from app.web.intake.lists import areas, types
from app.web.steps import speaking
from forms.intake import IntakeForm

STAYS = ("ref", "channel", "received_on", "scope", "parties")


def particulars_form(case: Case) -> IntakeForm:
    """Fill the form with what is known."""
    known = record_of(door.reading(), case)
    known["area"] = areas().name_of(known.get("area"))
    known["dispute_type"] = types().name_of(known["dispute_type"])
    known["claims"] = "\n".join(known.get("claims", []))
    known["parties"] = []
    return IntakeForm(formdata=None, data=known, seen_version=case.version)


def correct_command(case: Case, form: IntakeForm) -> CorrectParticulars:
    """Say the form as a correction; BadRecord names what is wrong."""
    known = record_of(door.reading(), case)
    typed = typed_record(form)
    kept = {name: known[name] for name in STAYS if name in known}
    whole = {name: value for name, value in typed.items() if name not in STAYS} | kept
    whole["signals"] = _denied(known) | typed.get("signals", {})
    record = read(whole, today=door.clock().today())
    seen = form.seen_version.data
    return CorrectParticulars(**speaking(case.id), record=record, seen_version=seen)


def _denied(known: dict[str, Any]) -> dict[str, Any]:
    """Keep what was told not to be so: a box that stays empty does not take it back."""
    return {name: said for name, said in known.get("signals", {}).items() if said is False}
