"""The second language of an agreement: Chinese counts, Tibetan stands beside it clause by clause.

Nothing in Tibetan is printed before a translator signed it off; a character that no font of ours
has is refused here, where it was typed, and not at the printer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.agreements.model import Agreement
from app.agreements.reading import find_agreement, signatures_of, wording_of
from app.cases.verbs import take_case
from app.dossiers.tags import Tag
from app.dossiers.translation_commands import ApproveTerm, TranslateAgreement
from app.dossiers.translation_model import ApprovedTerm, TranslatedClause
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow, Stale
from app.kernel.text import clean
from documents.guard import Fault, Unprintable, faults, normalise

TERMS = Path(__file__).with_name("tibetan_terms.yaml")
TITLE = "人民调解协议书"
LONGEST = 2000


@dataclass(frozen=True)
class Term:
    """A term of the draft table; unverified until somebody approved it."""

    chinese: str
    tibetan: str
    certainty: int = 0
    note: str = ""
    translator: str = ""
    approved_on: date | None = None


def terms_of(session: Session, county_id: str) -> list[Term]:
    """List the terms, each in the words approved or as the draft has it."""
    rows = session.scalars(select(ApprovedTerm).where(ApprovedTerm.county_id == county_id))
    known = {row.chinese: row for row in rows}
    return [
        Term(one.chinese, row.tibetan, one.certainty, one.note, row.translator, row.approved_on)
        if (row := known.get(one.chinese))
        else one
        for one in drafted()
    ]


def lines_of(session: Session, agreement: Agreement) -> list[TranslatedClause]:
    """Read the lines of the newest revision that has any, in the order of its clauses."""
    mine = select(TranslatedClause).where(
        TranslatedClause.county_id == agreement.county_id,
        TranslatedClause.agreement_id == agreement.id,
    )
    rows = session.scalars(
        mine.order_by(TranslatedClause.revision.desc(), TranslatedClause.ordinal)
    ).all()
    return [row for row in rows if row.revision == rows[0].revision]


def translate_agreement(command: TranslateAgreement, work: Work) -> int:
    """Keep the lines of a revision whole; no line at all takes the translation back."""
    case = take_case(work)
    agreement = find_agreement(work.session, case, command.agreement_id)
    wording = wording_of(work.session, agreement)
    if agreement.revision != command.seen_revision:
        raise Stale("协议又改过一稿，译文没有保存。请对照新的一稿再填。")
    if signatures_of(work.session, agreement):
        raise NotNow("已经有人在这份协议上签了字，译文不能再改。要改，请另起一份补充协议。")
    if not wording.interpreter:
        raise NotNow("协议还没有写翻译人员。请先在协议页“份数和语言”里填写，再填译文。")
    lines = [_line(text, place) for place, text in enumerate(command.lines, 1)]
    _demand_whole(command, lines, len(wording.clauses))
    work.session.execute(
        delete(TranslatedClause).where(
            TranslatedClause.county_id == case.county_id,
            TranslatedClause.agreement_id == agreement.id,
            TranslatedClause.revision == agreement.revision,
        )
    )
    for ordinal, text in enumerate(lines if any(lines) else [], 1):
        row = TranslatedClause(county_id=case.county_id, agreement_id=agreement.id)
        row.revision, row.ordinal, row.text = agreement.revision, ordinal, text
        row.translator, row.told_by, row.told_at = wording.interpreter, command.actor_id, work.now
        work.session.add(row)
    said = {"agreement_id": agreement.id, "revision": agreement.revision, "lines": len(lines)}
    work.record(Tag.TRANSLATED, case.id, **said)
    return len(lines)


def approve_term(command: ApproveTerm, work: Work) -> None:
    """Keep a term in the words that its translator approved; a later approval replaces it."""
    if command.chinese not in {term.chinese for term in drafted()}:
        raise NotFound("用语表里没有这个词，请刷新页面再试。")
    tibetan = _line(clean(command.tibetan, label="藏文", limit=200), 0)
    key = (command.county_id, command.chinese)
    row = work.session.get(ApprovedTerm, key) or ApprovedTerm(county_id=key[0], chinese=key[1])
    row.tibetan, row.translator, row.approved_on = tibetan, command.translator, command.on
    row.recorded_by, row.recorded_at = command.actor_id, work.now
    work.session.add(row)
    work.record(Tag.TERM_APPROVED, term=command.chinese)


@cache
def drafted() -> tuple[Term, ...]:
    """Read the draft table."""
    rows = yaml.safe_load(TERMS.read_text(encoding="utf-8"))
    return tuple(Term(**row) for row in rows)


def _line(text: str, place: int) -> str:
    """Take one line in composed form; Incomplete names each character without a glyph."""
    plain = normalise(" ".join(text.split()))
    body = {fault.character for fault in faults(plain)}
    wrong: Sequence[Fault] = [one for one in faults(plain, face="tibetan") if one.character in body]
    if wrong:
        said = Unprintable(tuple(wrong), f"第{place}条译文" if place else "藏文")
        raise Incomplete(str(said), field="lines")
    return plain


def _demand_whole(command: TranslateAgreement, lines: Sequence[str], clauses: int) -> None:
    if not any(lines):
        return
    empty = [str(place) for place in range(1, clauses + 1) if not "".join(lines[place - 1 : place])]
    if empty or len(lines) != clauses:
        message = (
            f"第{'、'.join(empty)}条还没有译文。每一条都要有译文，或者全部留空（只口头翻译宣读）。"
        )
        raise Incomplete(message, field="lines")
    if not command.is_signed_off:
        raise Incomplete(
            "译文要由翻译人员逐条审定、并向当事人宣读过，才能印在协议书上。请先勾选。",
            field="is_signed_off",
        )
