"""The publish gate: what speaks against a set of rule files, each with a case to look at."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from app.rulebooks.files import Files, export
from app.rulebooks.numbering import load_all, numbered
from app.rulebooks.numbers import Numbers
from rules import Books, Facts
from rules.analysis import analyse
from rules.gaps import DESK, gaps
from rules.ladder import steps_on
from rules.outputs import RUNGS
from rules.trial import TrialFailed, trial


class FindingKind(StrEnum):
    """What was found; the first five stand in the way of publishing."""

    DEAD = "dead"
    CONFLICT = "conflicts"
    GAP = "gaps"
    MISFIT = "misfits"
    UNRUNNABLE = "unrunnable"
    OVERLAP = "overlaps"
    SHADOWED = "shadowed"


REMARKS = frozenset({FindingKind.OVERLAP, FindingKind.SHADOWED})
SAID = {
    FindingKind.DEAD: "规则 {rules} 永不成立（{about}）。请改条件或删去。",
    FindingKind.CONFLICT: "规则 {rules} 互相冲突（{about}）。请给其中一条更高的优先级，或收窄条件。",
    FindingKind.GAP: "有的案件得不到“{about}”。请补一条规则，最省事的是一条没有条件的兜底规则。",
    FindingKind.MISFIT: "有的案件的级别和承办组织对不上（{about}）。定级别的规则，请同时定承办组织。",
    FindingKind.UNRUNNABLE: "{about}。",
    FindingKind.OVERLAP: "规则 {rules} 条件重叠，由优先级高的决定（{about}）。",
    FindingKind.SHADOWED: "规则 {rules} 中前一条总被后一条盖过（{about}）。",
}


@dataclass(frozen=True)
class Found:
    """One thing that was found, with the case that shows it."""

    kind: FindingKind
    rules: tuple[str, ...]
    about: str
    witness: Facts = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """Say it, and what to do about it."""
        return SAID[self.kind].format(rules="、".join(self.rules), about=self.about)


def found_in(files: Files) -> list[Found]:
    """List everything that was found; raises rules.RuleError where the files are no books."""
    return list(_look(tuple(sorted(files.items()))))


def findings_of(files: Files) -> list[str]:
    """List what must be mended before publishing, a sentence each."""
    return [
        f"{one.sentence}例如：{_facts(one.witness)}" if one.witness else one.sentence
        for one in found_in(files)
        if one.kind not in REMARKS
    ]


@lru_cache(maxsize=8)
def _look(files: tuple[tuple[str, str], ...]) -> tuple[Found, ...]:
    books = load_all(dict(files))
    return (*_out_of_order(dict(files)), *_tried(dict(files)), *_gaps(books), *_analysed(books))


def _out_of_order(files: Files) -> Iterator[Found]:
    """Find rungs of the ladder that do not come after the one below them."""
    books = numbered(files, Numbers.SUPERVISION)
    for turn in books.turns:
        rungs = {step.rung: step for step in steps_on(turn, is_window=False, by=books)}
        for below, above in pairwise(rungs[name] for name in RUNGS if name in rungs):
            if below.day >= above.day:
                about = f"督办阶梯{turn}起：“{above.title}”（{above.day} 天）应晚于“{below.title}”（{below.day} 天）"
                yield Found(FindingKind.UNRUNNABLE, (), about)


def _analysed(books: Books) -> Iterator[Found]:
    for one in analyse(books):
        yield Found(FindingKind(one.kind), one.rules, one.about, one.witness or {})


def _tried(files: Files) -> Iterator[Found]:
    with tempfile.TemporaryDirectory(prefix="sizhen-trial-") as folder:
        export(files, Path(folder))
        try:
            trial(Path(folder))
        except TrialFailed as error:
            yield Found(FindingKind.UNRUNNABLE, (), str(error))


def _gaps(books: Books) -> Iterator[Found]:
    for gap in gaps(books, books.turns[-1]):
        kind = FindingKind.MISFIT if gap.output == DESK else FindingKind.GAP
        yield Found(kind, (), gap.output, gap.witness)


def _facts(witness: Facts) -> str:
    return "、".join(f"{name}={value}" for name, value in list(witness.items())[:4])
