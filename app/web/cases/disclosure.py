"""/cases/<uuid>/parties/<uuid>/disclosure: a party's numbers whole, once, for a purpose."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.parties import Party
from app.cases.sealed import id_number_of, phone_of
from app.cases.visibility import find_case
from app.kernel.errors import NotFound
from app.web import door
from app.web.guard import requires
from forms.revealing import RevealingForm

page = Blueprint(
    "disclosure", __name__, url_prefix="/cases/<uuid:case_id>/parties/<uuid:party_id>/disclosure"
)


@page.get("")
@requires(Permission.PERSON_UNMASK)
def ask(case_id: UUID, party_id: UUID) -> str:
    """Ask what the numbers are needed for."""
    return shown(case_id, party_id, RevealingForm())


@page.post("")
@requires(Permission.PERSON_UNMASK)
def reveal(case_id: UUID, party_id: UUID) -> tuple[str, int]:
    """Keep who looks, then show the numbers."""
    form = RevealingForm()
    if not form.validate():
        return shown(case_id, party_id, form), 422
    said = form.to_command(case_id=case_id, party_id=party_id, **door.said())
    door.execute(said, key=form.command_key)
    return shown(case_id, party_id, form, is_open=True), 200


def shown(case_id: UUID, party_id: UUID, form: RevealingForm, *, is_open: bool = False) -> str:
    """Render the page; the numbers only after they were asked for."""
    case = find_case(door.reading(), door.actor(), case_id)
    party = door.reading().get(Party, (case.county_id, party_id))
    if party is None or party.case_id != case.id:
        raise NotFound("没有找到这位当事人，请刷新案件页后重试。")
    ring = door.database().ring
    numbers = (id_number_of(party, ring), phone_of(party, ring)) if is_open else None
    return render_template(
        "cases/disclosure.html", case=case, party=party, form=form, numbers=numbers
    )
