"""/cases/<uuid>/receipt: what the person who came takes home (登记回执), on the screen and on paper."""

from uuid import UUID

from flask import Blueprint, redirect, render_template
from werkzeug.wrappers import Response

from app.cases.consent import parties_of
from app.cases.routing.proposals import last_decision
from app.cases.visibility import find_case
from app.dossiers.commands import IssuePaper
from app.dossiers.pressing import issue_once
from app.dossiers.sealing import FOLDER
from app.people.bodies import Committee
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.steps import speaking
from forms.base import Form

page = Blueprint("receipt", __name__, url_prefix="/cases/<uuid:case_id>/receipt")


@page.get("")
@requires(Permission.CASE_READ)
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


@page.post("")
@requires(Permission.PAPER_ISSUE)
def issue(case_id: UUID) -> Response:
    """Issue the receipt as a paper, once as long as it says the same, and open it to print."""
    command = IssuePaper(**speaking(case_id), code="intake_receipt", subject_id=case_id)
    keys = door.config().home / FOLDER
    paper_id = issue_once(door.bus(), command, keys, key=Form().command_key)
    return redirect(f"/papers/{paper_id}?copy=print", 303)
