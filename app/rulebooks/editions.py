"""An edition: one version of the books with its files, or the books that come with the program."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from sqlalchemy.orm import Session

from app.kernel.errors import NotFound
from app.rulebooks.files import Files, books_of, files_of, shipped_files
from app.rulebooks.model import RulebookVersion, VersionState
from app.rulebooks.numbering import numbered
from app.rulebooks.numbers import Numbers
from app.rulebooks.versions import version_of
from rules import Books
from rules.rulebook import Book, Parameter, Rule

EDITABLE = {VersionState.DRAFT, VersionState.CHECKED}


@dataclass(frozen=True)
class Edition:
    """What a page about rules looks at; without a version it is the shipped books."""

    version: RulebookVersion | None
    files: Files

    @cached_property
    def books(self) -> Books:
        """Load the files."""
        return books_of(self.files)

    @cached_property
    def numbered(self) -> dict[Numbers | None, Books]:
        """Give the books, and the rules that come with the program with the numbers beside them."""
        return {None: self.books} | {one: numbered(self.files, one) for one in Numbers}

    def parameter(self, name: str) -> tuple[Numbers | None, Parameter]:
        """Find a named value and whose it is, or raise NotFound."""
        for numbers, books in self.numbered.items():
            if name in books.parameters:
                return numbers, books.parameters[name]
        raise NotFound("没有这个阈值。请从阈值列表重新进入。")

    @property
    def key(self) -> str:
        """Name the edition in addresses."""
        return str(self.version.id) if self.version else "shipped"

    @property
    def name(self) -> str:
        """Name the edition to people."""
        return f"第 {self.version.number} 版 {self.version.title}" if self.version else "随系统规则"

    @property
    def is_editable(self) -> bool:
        """Say whether its words may still change."""
        return self.version is not None and self.version.state in EDITABLE

    def book(self, name: str) -> Book:
        """Find a book, or raise NotFound."""
        found = next((book for book in self.books.books if book.name == name), None)
        if found is None:
            raise NotFound("没有这本规则集。请从规则列表重新进入。")
        return found

    def rule(self, rule_id: str) -> tuple[Book, Rule, str]:
        """Find a rule with its book and its file, or raise NotFound."""
        for book in self.books.books:
            for rule in book.rules:
                if rule.id == rule_id:
                    return book, rule, path_of(self.files, book, rule_id)
        raise NotFound("这一版里没有这条规则，可能已被删去。请从规则列表重新进入。")


def edition_of(session: Session, county_id: str, version_id: UUID | None) -> Edition:
    """Open a version, or the shipped books; raise NotFound."""
    if version_id is None:
        return Edition(None, shipped_files())
    version = version_of(session, county_id, version_id)
    return Edition(version, files_of(session, county_id, version_id))


def parent_of(session: Session, county_id: str, edition: Edition) -> Edition:
    """Open what a version was drafted from."""
    return edition_of(session, county_id, edition.version.parent_id if edition.version else None)


def folder_of(book: Book) -> str:
    """Name the folder of a book."""
    return f"{book.phase:02d}-{book.name}"


def path_of(files: Files, book: Book, rule_id: str) -> str:
    """Name the file of a rule."""
    start, tail = f"{folder_of(book)}/", f"-{rule_id}.yaml"
    fitting = (path for path in files if path.startswith(start) and path.endswith(tail))
    return next(path for path in fitting if len(path) == len(start) + 3 + len(tail))


def next_path(edition: Edition, book: Book) -> tuple[str, str]:
    """Give the file and the id that a new rule of a book gets."""
    start = f"{folder_of(book)}/"
    taken = [
        int(path[len(start) : len(start) + 3]) for path in edition.files if _is_rule(path, start)
    ]
    known = {rule.id for each in edition.books.books for rule in each.rules}
    number = max(taken, default=90) // 10 * 10 + 10
    while number < 999 and f"{_slug(book)}-{number:03d}" in known:  # noqa: PLR2004 (three digits)
        number += 1
    name = f"{_slug(book)}-{number:03d}"
    return f"{start}{number:03d}-{name}.yaml", name


def _is_rule(path: str, start: str) -> bool:
    return path.startswith(start) and not path.endswith("/book.yaml")


def _slug(book: Book) -> str:
    return book.name.replace("_", "-")
