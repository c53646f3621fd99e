"""/rulebooks/<version>: what is in it, what it changes, how far it has come."""

from functools import partial
from uuid import UUID

from flask import Blueprint, render_template

from app.permissions import Permission
from app.rulebooks.comparing import file_changes, rule_changes
from app.rulebooks.editions import Edition, parent_of
from app.rulebooks.rehearsal_records import is_rehearsed
from app.rulebooks.versions import in_force
from app.web import door
from app.web.guard import requires
from app.web.rulebooks.aloud import opens
from app.web.rulebooks.gate import Shown
from app.web.rulebooks.opening import base_of, opened, reader_of
from app.web.rulebooks.who import names_of
from forms.rulebook import PublishForm

page = Blueprint("rulebook", __name__, url_prefix="/rulebooks")
SHIPPED = {"version_id": None}


@page.get("/shipped", defaults=SHIPPED)
@page.get("/<uuid:version_id>")
@requires(Permission.RULE_READ)
def show(version_id: UUID | None) -> str:
    """Show one version."""
    return version_page(opened(version_id), PublishForm())


def version_page(edition: Edition, form: PublishForm, found: list[Shown] | None = None) -> str:
    """Show a version, with what the check found where it was just pressed."""
    parent = parent_of(door.reading(), door.actor().county_id, edition)
    row, today = edition.version, door.clock().today()
    now = in_force(door.reading(), door.actor().county_id, today)
    people = (row.drafted_by, row.checked_by, row.approved_by, row.published_by) if row else ()
    return render_template(
        "rulebooks/show.html", edition=edition, base=base_of(edition), row=row, form=form,
        parent=parent, changes=rule_changes(parent, edition), files=file_changes(parent, edition),
        names=names_of(people), found=found, opens=partial(opens, reader=reader_of(edition)),
        today=today, may_go_back=(row and row.id) != (now and now.id),
        is_rehearsed=row and is_rehearsed(door.reading(), row, today),
    )  # fmt: skip
