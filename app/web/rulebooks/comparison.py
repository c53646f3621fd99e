"""/rulebooks/<version>/comparison: two versions beside each other, rule by rule."""

from uuid import UUID

from flask import Blueprint, render_template, request

from app.kernel.errors import NotFound
from app.permissions import Permission
from app.rulebooks.comparing import file_changes, rule_changes
from app.rulebooks.editions import Edition, parent_of
from app.rulebooks.versions import versions
from app.web import door
from app.web.guard import requires
from app.web.rulebooks.new_value import VALUES
from app.web.rulebooks.opening import base_of, opened, reader_of
from app.web.rulebooks.read import Read
from app.web.rulebooks.thresholds import said

page = Blueprint("rulebook_comparison", __name__, url_prefix="/rulebooks/<uuid:version_id>")


@page.get("/comparison")
@requires(Permission.RULE_READ)
def show(version_id: UUID) -> str:
    """Compare a version with another, by default with the one it was drafted from."""
    after = opened(version_id)
    before = _other(after)
    return render_template(
        "rulebooks/comparison.html", edition=after, before=before, base=base_of(after), Read=Read,
        changes=rule_changes(before, after), files=_lines(before, after),
        readers=(reader_of(before), reader_of(after)),
        others=versions(door.reading(), door.actor().county_id),
    )  # fmt: skip


def _other(after: Edition) -> Edition:
    wanted = request.args.get("with", "")
    if not wanted:
        return parent_of(door.reading(), door.actor().county_id, after)
    if wanted == "shipped":
        return opened(None)
    try:
        return opened(UUID(wanted))
    except ValueError as error:
        raise NotFound("没有这个规则版本。请从列表里重新选择。") from error


def _lines(before: Edition, after: Edition) -> list[tuple[str, list[str], list[str]]]:
    """Give the lines of other files that differ, on each side."""
    found = []
    for path, _kind in file_changes(before, after):
        old, new = (_said(edition, path) for edition in (before, after))
        gone = [line for line in old if line not in new]
        found.append((path, gone, [line for line in new if line not in old]))
    return found


def _said(edition: Edition, path: str) -> list[str]:
    """Give a file's lines; values are said with the day on which each begins."""
    for numbers, books in edition.numbered.items():
        if path == (numbers.file if numbers else VALUES):
            return [said(one) for one in books.parameters.values()]
    return edition.files.get(path, "").splitlines()
