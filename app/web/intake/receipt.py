"""/cases/<uuid>/receipt: what the person who came takes home (登记回执)."""

from uuid import UUID

from flask import Blueprint, render_template

from app.cases.consent import parties_of
from app.cases.routing.proposals import last_decision
from app.cases.visibility import find_case
from app.people.bodies import Committee
from app.permissions import Permission
from app.web import door
from app.web.guard import requires

page = Blueprint("receipt", __name__, url_prefix="/cases/<uuid:case_id>/receipt")


@page.get("")
@requires(Permission.CASE_REGISTER)
def show(case_id: UUID) -> str:
    """Show the receipt, ready to print, with the next step beside it."""
    session = door.reading()
    case = find_case(session, door.actor(), case_id)
    committee = session.get(Committee, (case.county_id, case.committee_id or case.id))
    return render_template(
        "intake/receipt.html",
        case=case,
        parties=parties_of(session, case),
        committee=committee,
        decision=last_decision(session, case),
    )
