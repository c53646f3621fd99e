"""/rulebooks/<version>/drafts: a draft with the words of an earlier version."""

from uuid import UUID

from flask import Blueprint, flash, redirect

from app.permissions import Permission
from app.rulebooks.commands import GoBackToRulebook
from app.web import door
from app.web.guard import requires
from app.web.people.edit import Answered
from app.web.rulebooks.opening import opened

page = Blueprint("rulebook_going_back", __name__, url_prefix="/rulebooks")


@page.post("/shipped/drafts", defaults={"version_id": None})
@page.post("/<uuid:version_id>/drafts")
@requires(Permission.RULE_DRAFT)
def go_back(version_id: UUID | None) -> Answered:
    """Begin a draft with the words of this version."""
    name = opened(version_id).name
    command = GoBackToRulebook(
        **door.said(), title="回到以前的写法", reason=f"照“{name}”的写法", version_id=version_id
    )
    version = door.execute(command)
    flash(f"已照“{name}”起草。同样要检查、预演、复核，才能发布。", "green")
    return redirect(f"/rulebooks/{version}", 303)
