"""/rulebooks/golden-cases: what every version of the rules must answer; kept, changed, retired."""

from uuid import UUID

from flask import Blueprint, render_template

from app.kernel.errors import DomainError
from app.permissions import Permission
from app.rulebooks.golden import unmet
from app.rulebooks.golden_records import golden_case, golden_cases
from app.rulebooks.versions import books_in_force
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.people.edit import Answered
from app.web.rulebooks.golden_said import unmet_said
from app.web.rulebooks.who import names_of
from app.web.steps import press
from forms.golden import RetireForm
from rules.loader import shipped

page = Blueprint("golden_cases", __name__, url_prefix="/rulebooks/golden-cases")
HERE = "/rulebooks/golden-cases"


@page.get("")
@requires(Permission.RULE_READ)
def index() -> str:
    """List the golden cases, each held against the rules in force."""
    session, county, today = door.reading(), door.actor().county_id, door.clock().today()
    books = books_in_force(session, county, today) or shipped()
    rows = golden_cases(session, county)
    standing = [row for row in rows if row.retired_at is None]
    return render_template(
        "rulebooks/golden.html",
        rows=[(row, unmet(row, books)) for row in standing],
        retired=[row for row in rows if row.retired_at is not None],
        unmet_said=unmet_said,
        names=names_of([row.written_by for row in rows] + [row.retired_by for row in rows]),
    )


@page.get("/<uuid:golden_id>/retirement")
@requires(Permission.RULE_DRAFT)
def ask(golden_id: UUID) -> str:
    """Ask why it is retired."""
    return _retiring(golden_id, RetireForm())


@page.post("/<uuid:golden_id>/retirement")
@requires(Permission.RULE_DRAFT)
def retire(golden_id: UUID) -> Answered:
    """Hold no version against it any more."""
    form = RetireForm()
    if not form.validate():
        return _retiring(golden_id, form), 422
    command = form.to_command(**door.said(), golden_id=golden_id)
    try:
        return press(command, HERE, "已停用。以后的版本不再对照这个范例。")
    except DomainError as error:
        door.reading().rollback()
        return _retiring(golden_id, form), refused(form, error)


def _retiring(golden_id: UUID, form: RetireForm) -> str:
    row = golden_case(door.reading(), door.actor().county_id, golden_id)
    return render_template("rulebooks/golden_retirement.html", row=row, form=form, here=HERE)
