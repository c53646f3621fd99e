"""A version's files as books: rows to a folder of YAML and back, hashed, loaded once."""

import hashlib
import re
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.rulebooks.model import RulebookFile, RulebookVersion
from app.rulebooks.numbers import Numbers
from rules import Books, load
from rules.loader import SHIPPED

Files = Mapping[str, str]
MOST_KEPT = 8
_KEPT: dict[str, Books] = {}
PATH = re.compile(
    r"(vocabulary|parameters)\.yaml|\d{2}-[a-z_]{1,40}/(book|\d{3}-[a-z0-9-]{1,60})\.yaml"
    r"|(supervision|subsidy)/parameters\.yaml"
)


def shipped_files() -> dict[str, str]:
    """Read the books that come with the program, and the numbers beside them, path to text."""
    found = {path.relative_to(SHIPPED).as_posix(): path for path in sorted(SHIPPED.rglob("*.yaml"))}
    found |= {numbers.file: numbers.folder / "parameters.yaml" for numbers in Numbers}
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in found.items()
        if PATH.fullmatch(name)
    }


def files_of(session: Session, county_id: str, version_id: UUID) -> dict[str, str]:
    """Read a version's files, path to text."""
    rows = session.execute(
        select(RulebookFile.path, RulebookFile.text)
        .where(RulebookFile.county_id == county_id, RulebookFile.version_id == version_id)
        .order_by(RulebookFile.path)
    )
    return {path: text for path, text in rows}  # noqa: C416 (rows are not pairs to mypy)


def sha256_of(files: Files) -> str:
    """Hash the files, whatever order they come in."""
    whole = hashlib.sha256()
    for path, text in sorted(files.items()):
        whole.update(f"{path}\x00{text}\x00".encode())
    return whole.hexdigest()


def text_sha256(text: str | None) -> str:
    """Hash one file; nothing for no file."""
    return "" if text is None else hashlib.sha256(text.encode()).hexdigest()


def books_of(files: Files) -> Books:
    """Load files as books; raises rules.RuleError with path, reason and the right way."""
    return _load(tuple(sorted(files.items())))


def kept_books(session: Session, county_id: str, version: RulebookVersion) -> Books:
    """Load a version that no longer changes: its files are read once a process."""
    key = version.sha256 or ""
    if key not in _KEPT:
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.pop(next(iter(_KEPT)))
        _KEPT[key] = books_of(files_of(session, county_id, version.id))
    return _KEPT[key]


def export(files: Files, folder: Path) -> None:
    """Write files into a folder, as they are shipped."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


@lru_cache(maxsize=8)
def _load(files: tuple[tuple[str, str], ...]) -> Books:
    with tempfile.TemporaryDirectory(prefix="sizhen-books-") as folder:
        export(dict(files), Path(folder))
        return load(Path(folder))
