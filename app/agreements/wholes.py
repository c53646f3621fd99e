"""Checks that need the parties or the whole text: guardians, refusals, strangers, missing days."""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from app.agreements.circumstances import Circumstances
from app.agreements.commands import Wording
from app.agreements.sentences import amounts_in
from app.cases.enums import Language
from app.cases.enums import RepresentativeKind as Rep

BOTH_SIDES = re.compile(
    r"^(?:双方|各方|三方|全体|双方当事人|各方当事人|当事人|申请人|被申请人|第三人|甲方|乙方)"
)
DATED = re.compile(
    r"[0-9]{1,2}月|[0-9]+[日天]|当场|当日|即时|签(?:订|字|署)[^。；，]{0,6}(?:时|日|付清)|已(?:经)?付"
)
Place: TypeAlias = tuple[str, str]
WholePredicate: TypeAlias = Callable[[Wording, Circumstances], Iterator[Place]]


def _identity_relation_case(_: Wording, seen: Circumstances) -> Iterator[Place]:
    if seen.is_identity_relation:
        yield "本案", ""


def _minor_without_guardian(_: Wording, seen: Circumstances) -> Iterator[Place]:
    for party in seen.parties:
        if party.needs_guardian and party.is_minor and not party.has(Rep.GUARDIAN):
            yield f"当事人{party.name}", ""


def _incapable_without_guardian(_: Wording, seen: Circumstances) -> Iterator[Place]:
    for party in seen.parties:
        if party.needs_guardian and not party.is_minor and not party.has(Rep.GUARDIAN):
            yield f"当事人{party.name}", ""


def _only_general_representative(_: Wording, seen: Circumstances) -> Iterator[Place]:
    for party in seen.parties:
        if party.has(Rep.AGENT_GENERAL) and not party.has(Rep.AGENT_SPECIAL):
            yield f"当事人{party.name}", ""


def _a_party_refused(_: Wording, seen: Circumstances) -> Iterator[Place]:
    for party in seen.parties:
        if party.has_refused:
            yield f"当事人{party.name}", ""


def _stranger_owes(wording: Wording, seen: Circumstances) -> Iterator[Place]:
    for number, line in enumerate(wording.obligations, 1):
        names = [part for part in re.split(r"[、，,和及与]", line.debtor) if part.strip()]
        known = line.debtor in seen.names or all(_is_bound(name, seen) for name in names)
        if not known:
            yield f"履行事项第{number}项", line.debtor


def _is_bound(name: str, seen: Circumstances) -> bool:
    return name.strip() in seen.names or bool(BOTH_SIDES.match(name.strip()))


def _no_clauses(wording: Wording, _: Circumstances) -> Iterator[Place]:
    if not any(clause.strip() for clause in wording.clauses):
        yield "协议内容", ""


def _money_without_date(wording: Wording, _: Circumstances) -> Iterator[Place]:
    for number, line in enumerate(wording.obligations, 1):
        if line.amount_fen and line.due_on is None:
            yield f"履行事项第{number}项", line.what
    if not any(line.amount_fen for line in wording.obligations):
        for number, clause in enumerate(wording.clauses, 1):
            if amounts_in(clause) and not DATED.search(clause):
                yield f"协议第{number}条", clause


def _money_without_manner(wording: Wording, _: Circumstances) -> Iterator[Place]:
    for number, line in enumerate(wording.obligations, 1):
        if line.amount_fen and not line.manner:
            yield f"履行事项第{number}项", line.what


def _interpreter_missing(wording: Wording, seen: Circumstances) -> Iterator[Place]:
    if wording.interpreter:
        return
    for party in seen.parties:
        if party.language not in {None, Language.ZH}:
            yield f"当事人{party.name}", ""


def _compensation_words_mixed(wording: Wording, _: Circumstances) -> Iterator[Place]:
    said = "".join(wording.clauses)
    if "赔偿" in said and "补偿" in said:
        yield "协议内容", ""


WHOLE: dict[str | None, WholePredicate] = {
    "a_party_refused": _a_party_refused,
    "compensation_words_mixed": _compensation_words_mixed,
    "identity_relation_case": _identity_relation_case,
    "incapable_without_guardian": _incapable_without_guardian,
    "interpreter_missing": _interpreter_missing,
    "minor_without_guardian": _minor_without_guardian,
    "money_without_date": _money_without_date,
    "money_without_manner": _money_without_manner,
    "no_clauses": _no_clauses,
    "only_general_representative": _only_general_representative,
    "stranger_owes": _stranger_owes,
}
