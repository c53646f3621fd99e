"""/cases/<id>/evaluation: a file is looked through after the case, point by point."""

from uuid import UUID

from flask import Blueprint, render_template

from app.aftercare.evaluating import hints_of, sheets_of
from app.aftercare.evaluation_commands import FilePoint
from app.cases.model import Case
from app.people.names import names_of
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.evaluation import EvaluationForm

page = Blueprint("evaluation", __name__, url_prefix="/cases/<uuid:case_id>/evaluation")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show the evaluations, what can be seen from the rows, and the form."""
    case = found(case_id)
    return _shown(case, shape(EvaluationForm, case))


@page.post("")
@requires(Permission.CASE_SUPERVISE)
def create(case_id: UUID) -> Answered:
    """Keep an evaluation."""
    case = found(case_id)
    form, who = shape(EvaluationForm, case), speaking(case_id)
    there = f"/cases/{case_id}/evaluation"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form), there)


@page.get("/sheet")
@requires(Permission.CASE_READ)
def sheet(case_id: UUID) -> str:
    """Show the newest evaluation as a page to print."""
    return _shown(found(case_id), None, "aftercare/evaluation_sheet.html")


def _shown(
    case: Case, form: EvaluationForm | None, template: str = "aftercare/evaluation.html"
) -> str:
    session = door.reading()
    sheets = sheets_of(session, case)
    hints: dict[FilePoint, list[str]] = {}
    for point, sentence in hints_of(session, case):
        hints.setdefault(point, []).append(sentence)
    people = {one.row.evaluated_by for one in sheets}
    return render_template(
        template,
        case=case,
        form=form,
        sheets=sheets,
        hints=hints,
        names=names_of(session, case.county_id, people),
    )
