"""/cases/<id>/risk-reports: the color of the risk, and whom it was reported to (25 条)."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.model import Case
from app.cases.risk import alarm_of, changes_of, reports_of
from app.people.names import names_of
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, hour_now, shape, speaking, take
from forms.risk import RiskForm, RiskReportForm

page = Blueprint("risk_reports", __name__, url_prefix="/cases/<uuid:case_id>/risk-reports")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show the risk with its history, the reports, and both forms."""
    return _shown(found(case_id))


@page.post("")
@requires(Permission.CASE_REGISTER)
def create(case_id: UUID) -> Answered:
    """Keep a report that was made."""
    case = found(case_id)
    form = _reporting(case)
    who = speaking(case_id)
    there = f"/cases/{case_id}/risk-reports"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, reporting=form), there)


@page.post("/color")
@requires(Permission.CASE_MEDIATE)
def change(case_id: UUID) -> Answered:
    """Change the color, with a reason."""
    case = found(case_id)
    form = shape(RiskForm, case, prefix="color")
    who = speaking(case_id)
    there = f"/cases/{case_id}/risk-reports"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, coloring=form), there)


def _reporting(case: Case) -> RiskReportForm:
    now = hour_now()
    return shape(RiskReportForm, case, prefix="report", reporter=door.actor().name, at=now)


def _shown(
    case: Case, reporting: RiskReportForm | None = None, coloring: RiskForm | None = None
) -> str:
    session = door.reading()
    changes, reports = changes_of(session, case), reports_of(session, case)
    people = {row.changed_by for row in changes} | {row.recorded_by for row in reports}
    return render_template(
        "closing/risk_reports.html",
        case=case,
        reporting=reporting or _reporting(case),
        coloring=coloring or shape(RiskForm, case, prefix="color"),
        changes=changes,
        reports=reports,
        alarm=alarm_of(session, case),
        names=names_of(session, case.county_id, people),
        now=door.clock().now(),
    )
