"""The bulletin: what a month brought, in sentences and small tables."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from documents.papers.parts import Paper


@dataclass(frozen=True, kw_only=True)
class BulletinPart:
    """One part: a heading, sentences, and a table where `columns` has names."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Bulletin(Paper):
    """矛盾纠纷调解工作月报, drafted from the data; `committee` is who reports."""

    code: ClassVar[str] = "bulletin"
    title: ClassVar[str] = "矛盾纠纷调解工作月报"
    dated_by: ClassVar[str] = "drafted_on"

    month: str
    parts: tuple[BulletinPart, ...]
    drafted_on: date
