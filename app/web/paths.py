"""Which pages are built: a link is offered only where it leads somewhere."""

from uuid import UUID

from flask import current_app

CASE = "/cases/<uuid:case_id>/"


def built() -> set[str]:
    """List the paths of this application, as they are declared."""
    known: set[str] = current_app.extensions.setdefault("sizhen.paths", set())
    if not known:
        paths = {str(rule) for rule in current_app.url_map.iter_rules()}
        known |= paths | {p[len(CASE) :].split("/")[0] for p in paths if p.startswith(CASE)}
    return known


def page_of(case_id: UUID, page: str) -> str:
    """Give the address of a case's page, or of the case where that page is not built."""
    here = f"/cases/{case_id}"
    return f"{here}/{page}" if page.split("/", maxsplit=1)[0] in built() else here


def is_built(page: str) -> bool:
    """Say whether a page of a case exists."""
    return page.split("/", maxsplit=1)[0] in built()
