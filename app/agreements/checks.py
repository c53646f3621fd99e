"""Read an agreement's words before anyone signs them: what blocks, what deserves a second look."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from app.agreements.circumstances import Circumstances
from app.agreements.commands import Wording
from app.agreements.findings import Bar, Check, Finding, checks
from app.agreements.sentences import SENTENCE
from app.agreements.wholes import WHOLE

BLANK = re.compile(r"\s+")
ENDS = re.compile(r"(?<=[。；！？])|\n+")


def examine(wording: Wording, seen: Circumstances) -> tuple[Finding, ...]:
    """List what is wrong or doubtful with a text, blocking findings first."""
    sentences = tuple(_sentences(wording))
    found = [finding for check in checks() for finding in _apply(check, wording, seen, sentences)]
    return tuple(sorted(found, key=lambda finding: not finding.is_block))


def bars(findings: tuple[Finding, ...]) -> frozenset[Bar]:
    """Say what these findings close: 司法确认, electronic signing."""
    return frozenset().union(*(finding.check.bars for finding in findings))


@dataclass(frozen=True)
class _Sentence:
    place: str
    text: str
    is_fact: bool = False
    has_amount: bool = False

    @property
    def bare(self) -> str:
        return BLANK.sub("", unicodedata.normalize("NFKC", self.text)).replace("\u200b", "")


def _sentences(wording: Wording) -> Iterator[_Sentence]:
    for number, clause in enumerate(wording.clauses, 1):
        yield from (_Sentence(f"协议第{number}条", said) for said in _cut(clause))
    for number, line in enumerate(wording.obligations, 1):
        for said in (line.what, line.manner, line.default_consequence):
            for part in _cut(said):
                yield _Sentence(f"履行事项第{number}项", part, has_amount=bool(line.amount_fen))
    for said in (wording.facts, wording.responsibilities):
        yield from (_Sentence("事实部分", part, is_fact=True) for part in _cut(said))


def _cut(text: str) -> list[str]:
    return [part.strip() for part in ENDS.split(text) if part.strip()]


def _apply(
    check: Check, wording: Wording, seen: Circumstances, sentences: tuple[_Sentence, ...]
) -> Iterator[Finding]:
    if check.predicate in WHOLE:
        for place, said in WHOLE[check.predicate](wording, seen):
            yield Finding(check, place, said)
        return
    is_met = SENTENCE[check.predicate] if check.predicate else check.is_met_by
    for sentence in sentences:
        if _concerns(check, sentence) and is_met(sentence.bare):
            yield Finding(check, sentence.place, sentence.text)


def _concerns(check: Check, sentence: _Sentence) -> bool:
    if sentence.is_fact:
        return check.looks_at == "all"
    return not (sentence.has_amount and check.predicate == "payment_without_amount")
