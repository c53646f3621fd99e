"""/cases/intake/drafts: keep a half-filled form, by itself or on Ctrl+S; throw it away."""

from urllib.parse import urlencode
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.cases.intake.commands import DiscardDraft, SaveDraft
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.steps import press
from forms.intake import IntakeForm
from forms.said import typed

page = Blueprint("intake_drafts", __name__, url_prefix="/cases/intake/drafts")
NOT_KEPT = frozenset({"csrf_token", "press", "short"})
TITLE = 80


@page.post("")
@requires(Permission.CASE_REGISTER)
def save() -> Response | str:
    """Keep the form as it is typed; in the background for htmx, else come back to it."""
    form = IntakeForm()
    door.execute(save_command(form))
    if request.headers.get("HX-Request"):
        return render_template("intake/kept.html", at=door.clock().now())
    flash("草稿已保存。", "green")
    return redirect(url_for("intake.show", draft=form.command_key), 303)


@page.post("/<uuid:draft_id>/removal")
@requires(Permission.CASE_REGISTER)
def discard(draft_id: UUID) -> Response:
    """Throw one's own draft away."""
    command = DiscardDraft(**door.said(), draft_id=draft_id)
    return press(command, url_for("intake.show"), "草稿已删除。")


def save_command(form: IntakeForm) -> SaveDraft:
    """Say the form as a draft: every field as it was typed, in its order."""
    actor = door.actor()
    kept = [pair for pair in request.form.items(multi=True) if pair[0] not in NOT_KEPT]
    return SaveDraft(
        county_id=actor.county_id,
        actor_id=actor.user_id,
        on=door.clock().today(),
        draft_id=form.command_key,
        title=_title(form),
        typed=urlencode(kept),
    )


def _title(form: IntakeForm) -> str:
    names = [typed(entry.form.name) for entry in form.parties]
    named = "、".join(name for name in names if name) or typed(form.summary) or "未填姓名"
    return "".join(c for c in named if c.isprintable())[:TITLE]
