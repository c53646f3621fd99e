"""/cases/<uuid>/routing: the whole derivation of where a case went, and why."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.visibility import find_case
from app.web import door
from app.web.cases.derivation import told
from app.web.cases.outputs import OUTPUTS, output_said
from app.web.guard import requires
from app.worklist.case_file import decision_of

page = Blueprint("routing_view", __name__, url_prefix="/cases/<uuid:case_id>/routing")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show every reason, every fact looked at, and what would have changed the answer."""
    case = find_case(door.reading(), door.actor(), case_id)
    why = told(decision_of(door.reading(), case.county_id, case.id))
    outputs = [(label, output_said(name, why.answer.get(name))) for name, label in SHOWN.items()]
    return render_template("cases/routing.html", case=case, why=why, outputs=outputs)


SHOWN = {name: OUTPUTS[name] for name in ("admissible", "desk", "stage", "risk")}
