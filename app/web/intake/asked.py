"""What the intake form asks for, said as a record and as commands; what it shows beside itself."""

from typing import Any
from uuid import UUID

from app.cases.intake.commands import RegisterIntake, TellAgain
from app.cases.intake.identity import birth_of, gender_of, read_id_number
from app.cases.intake.likeness import likenesses
from app.cases.intake.reading import read
from app.cases.intake.sketch import preview
from app.web import door
from app.web.intake.lists import areas, types
from app.words import label
from forms.intake import IntakeForm
from forms.said import typed


def record_of(form: IntakeForm) -> dict[str, Any]:
    """Say the form as the contract's record, as it was typed."""
    places = areas()
    return form.to_record(places.code_of, types().code_of)


def register_command(form: IntakeForm) -> RegisterIntake:
    """Say the form as one command; BadRecord names what is wrong."""
    actor = door.actor()
    record = read(record_of(form), today=door.clock().today())
    return RegisterIntake(
        county_id=actor.county_id,
        actor_id=actor.user_id,
        on=record.received_on,
        record=record,
        linked_case_id=form.linked,
        not_same=form.others,
        draft_id=form.command_key,
    )


def retelling_command(form: IntakeForm, case_id: UUID) -> TellAgain:
    """Say the form as something that was told of a case in the books."""
    actor = door.actor()
    record = read(record_of(form), today=door.clock().today())
    return TellAgain(
        county_id=actor.county_id,
        actor_id=actor.user_id,
        on=record.received_on,
        case_id=case_id,
        record=record,
        draft_id=form.command_key,
    )


def beside(form: IntakeForm) -> dict[str, Any]:
    """Look up, while the form is typed, what it resembles and where it would go."""
    actor, session = door.actor(), door.reading()
    record, today = record_of(form), door.clock().today()
    parties = record.get("parties", [])
    return {
        "like": likenesses(session, actor, parties, but=form.others),
        "preview": preview(session, actor.county_id, record, today),
        "reads": {
            entry.form.id_number.id: read_back(typed(entry.form.id_number))
            for entry in form.parties
        },
    }


def read_back(number: str) -> str:
    """Say what an identity number tells, or what is wrong with it, for beside its field."""
    if not number:
        return ""
    try:
        known = read_id_number(number)
    except ValueError as error:
        return f"✗ {error}"
    return f"✓ {birth_of(known)} {label(gender_of(known))}"
