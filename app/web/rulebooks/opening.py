"""Open an edition for a page."""

from uuid import UUID

from flask import request

from app.kernel.errors import NotNow
from app.rulebooks.editions import Edition, edition_of
from app.web import door
from app.web.rulebooks.reader import Reader


def opened(version_id: UUID | None) -> Edition:
    """Open a version of this county (None: the shipped books), or answer 404."""
    return edition_of(door.reading(), door.actor().county_id, version_id)


def editable(version_id: UUID) -> Edition:
    """Open a version whose words may still change, or answer why not."""
    edition = opened(version_id)
    if not edition.is_editable:
        raise NotNow("这一版已复核或已发布，不能再改。请从现行规则起草一个新版本。")
    return edition


def reader_of(edition: Edition) -> Reader:
    """Read with the words and thresholds of an edition, as of today."""
    books = edition.books
    return Reader(books.vocabulary, books.parameters, door.clock().today())


def base_of(edition: Edition) -> str:
    """Give the address of an edition."""
    return f"/rulebooks/{edition.key}"


def is_part() -> bool:
    """Say whether htmx asks, to read along while a person types."""
    return "HX-Request" in request.headers
