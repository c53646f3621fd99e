"""The publish gate: what speaks against a set of rule files, each in one Chinese sentence."""

import tempfile
from functools import lru_cache
from pathlib import Path

from app.rulebooks.files import Files, books_of, export
from rules import Books
from rules.analysis import analyse
from rules.gaps import gaps
from rules.trial import TrialFailed, trial

REFUSED = {"dead": "永不成立", "conflicts": "互相冲突"}


def findings_of(files: Files) -> list[str]:
    """List what must be mended before publishing: dead, conflicting, gaps, not compiling.

    Raises rules.RuleError where the files cannot be read as books at all.
    """
    return list(_look(tuple(sorted(files.items()))))


@lru_cache(maxsize=8)
def _look(files: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    books = books_of(dict(files))
    return (*_analysed(books), *_tried(dict(files)), *_gaps(books))


def remarks_of(files: Files) -> list[str]:
    """List what an author should look at, though it may be meant: overlaps and shadows."""
    said = {"overlaps": "条件重叠，由级别高的决定", "shadowed": "总被更高级别的规则盖过"}
    return [
        f"{'、'.join(finding.rules)}{said[finding.kind]}（{finding.about}）"
        for finding in analyse(books_of(files))
        if finding.kind in said
    ]


def _analysed(books: Books) -> list[str]:
    return [
        f"规则 {'、'.join(finding.rules)} {REFUSED[finding.kind]}（{finding.about}）"
        for finding in analyse(books)
        if finding.kind in REFUSED
    ]


def _tried(files: Files) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="sizhen-trial-") as folder:
        export(files, Path(folder))
        try:
            trial(Path(folder))
        except TrialFailed as error:
            return [str(error)]
    return []


def _gaps(books: Books) -> list[str]:
    return [
        f"有的案件得不到“{gap.output}”，例如：{_facts(dict(gap.witness))}"
        for gap in gaps(books, books.turns[-1])
    ]


def _facts(witness: dict[str, object]) -> str:
    return "、".join(f"{name}={value}" for name, value in list(witness.items())[:4])
