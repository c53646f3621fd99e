"""/rulebooks/<version>/rules/<rule>/form: fact, comparison, value; the rule reads itself aloud."""

from uuid import UUID

from flask import Blueprint

from app.permissions import Permission
from app.web.guard import requires
from app.web.people.edit import Answered
from app.web.rulebooks.hearing import edit_page, heard
from app.web.rulebooks.target import new_target, target_of
from app.web.steps import press

page = Blueprint("rulebook_editing", __name__, url_prefix="/rulebooks/<uuid:version_id>")


@page.get("/rules/<string:rule_id>/form")
@requires(Permission.RULE_DRAFT)
def edit(version_id: UUID, rule_id: str) -> str:
    """Show the form of a rule."""
    target = target_of(version_id, rule_id)
    return edit_page(target, target.form())


@page.get("/books/<name>/rules/new")
@requires(Permission.RULE_DRAFT)
def new(version_id: UUID, name: str) -> str:
    """Show the form of a new rule."""
    target = new_target(version_id, name)
    return edit_page(target, target.form())


@page.post("/rules/<string:rule_id>")
@requires(Permission.RULE_DRAFT)
def change(version_id: UUID, rule_id: str) -> Answered:
    """Read the form along, or save it."""
    return heard(target_of(version_id, rule_id))


@page.post("/books/<name>/rules")
@requires(Permission.RULE_DRAFT)
def add(version_id: UUID, name: str) -> Answered:
    """Read the form of a new rule along, or save it."""
    return heard(new_target(version_id, name))


@page.post("/rules/<string:rule_id>/removal")
@requires(Permission.RULE_DRAFT)
def remove(version_id: UUID, rule_id: str) -> Answered:
    """Take a rule out of the draft."""
    target = target_of(version_id, rule_id)
    there = f"/rulebooks/{version_id}/books/{target.book.name}"
    return press(target.removal(), there, "已从这份草稿里删去；现行规则不变。")
