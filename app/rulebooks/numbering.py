"""The county's own numbers in a version, beside its books: loaded with them, in force with them."""

import tempfile
from datetime import date
from functools import lru_cache
from pathlib import Path

from sqlalchemy.orm import Session

from app.rulebooks.files import Files, books_of, files_of
from app.rulebooks.model import RulebookVersion
from app.rulebooks.numbers import Numbers
from app.rulebooks.versions import in_force
from rules import Books
from rules.loader import with_numbers

MOST_KEPT = 16
_KEPT: dict[tuple[str | None, Numbers], Books] = {}


def numbered(files: Files, numbers: Numbers) -> Books:
    """Give the rules with a version's numbers; raises rules.RuleError."""
    text = files.get(numbers.file)
    return numbers.shipped if text is None else _load(numbers, text)


def load_all(files: Files) -> Books:
    """Load files as books, and the numbers beside them; raises rules.RuleError."""
    for numbers in Numbers:
        numbered(files, numbers)
    return books_of(files)


def numbers_in_force(session: Session, county_id: str, on: date, numbers: Numbers) -> Books:
    """Give the rules with the county's numbers of a day."""
    version = in_force(session, county_id, on)
    return _kept(session, version, numbers) if version else numbers.shipped


def _kept(session: Session, version: RulebookVersion, numbers: Numbers) -> Books:
    """Load the numbers of a version that no longer changes: once a process."""
    key = version.sha256, numbers
    if key not in _KEPT:
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT)))
        _KEPT[key] = numbered(files_of(session, version.county_id, version.id), numbers)
    return _KEPT[key]


@lru_cache(maxsize=MOST_KEPT)
def _load(numbers: Numbers, text: str) -> Books:
    with tempfile.TemporaryDirectory(prefix="sizhen-numbers-") as folder:
        path = Path(folder) / numbers.file
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        return with_numbers(numbers.shipped, path)
