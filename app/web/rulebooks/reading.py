"""/rulebooks/<version>/…: books and rules read aloud, and all files for another county."""

from functools import partial
from uuid import UUID

from flask import Blueprint, Response, render_template

from app.permissions import Permission
from app.web.guard import requires
from app.web.rulebooks.aloud import opens
from app.web.rulebooks.opening import base_of, opened, reader_of
from app.web.rulebooks.packing import packed
from app.web.rulebooks.read import Read

page = Blueprint("rulebook_reading", __name__, url_prefix="/rulebooks")
SHIPPED = {"version_id": None}


@page.get("/shipped/books/<name>", defaults=SHIPPED)
@page.get("/<uuid:version_id>/books/<name>")
@requires(Permission.RULE_READ)
def book(version_id: UUID | None, name: str) -> str:
    """Read a book aloud."""
    edition = opened(version_id)
    found, reader = edition.book(name), reader_of(edition)
    rules = sorted((Read(rule, reader) for rule in found.rules), key=lambda one: -one.rule.rank)
    return render_template(
        "rulebooks/book.html", edition=edition, base=base_of(edition), book=found, rules=rules,
        opens=partial(opens, reader=reader),
    )  # fmt: skip


@page.get("/shipped/rules/<string:rule_id>", defaults=SHIPPED)
@page.get("/<uuid:version_id>/rules/<string:rule_id>")
@requires(Permission.RULE_READ)
def rule(version_id: UUID | None, rule_id: str) -> str:
    """Show one rule with everything that stands behind it."""
    edition = opened(version_id)
    found, one, path = edition.rule(rule_id)
    read = Read(one, reader_of(edition))
    return render_template(
        "rulebooks/rule.html", edition=edition, base=base_of(edition), book=found, read=read,
        path=path, text=edition.files[path],
        opens=partial(opens, reader=read.reader),
    )  # fmt: skip


@page.get("/shipped/files.zip", defaults=SHIPPED)
@page.get("/<uuid:version_id>/files.zip")
@requires(Permission.RULE_READ)
def export(version_id: UUID | None) -> Response:
    """Give the files of a version as they are imported."""
    edition = opened(version_id)
    name = f"rules-{edition.version.number if edition.version else 'shipped'}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(packed(edition.files), mimetype="application/zip", headers=headers)
