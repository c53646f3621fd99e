"""协议书 and 口头协议登记表 from their rows (人民调解法 28, 29 条)."""

from datetime import date
from decimal import Decimal

from app.agreements.checks import bars, examine
from app.agreements.commands import ObligationWords, Wording
from app.agreements.effect import Copies
from app.agreements.enums import AgreementForm
from app.agreements.findings import Bar
from app.agreements.model import Agreement
from app.agreements.reading import circumstances_of, find_agreement, wording_of
from app.dossiers.mapping.desk import Desk
from app.dossiers.translating import TITLE, lines_of, terms_of
from app.kernel.errors import Incomplete, NotNow
from documents.papers import (
    BilingualClause,
    Clause,
    MediationAgreement,
    ObligationLine,
    OralAgreementForm,
)

FEN = 100


def mediation_agreement(desk: Desk, *, draft: bool = False) -> MediationAgreement:
    """Write the agreement as its parties will sign it; a draft may be printed before it is fixed."""
    agreement = find_agreement(desk.session, desk.case, desk.subject_id)
    if agreement.form == AgreementForm.ORAL:
        raise NotNow("这是口头协议，请出具口头协议登记表。")
    if agreement.concluded_on is None and not draft:
        raise NotNow("协议还没有定稿。请先在协议页核对并定稿，再出具协议书。")
    wording = wording_of(desk.session, agreement)
    closed = bars(examine(wording, circumstances_of(desk.session, desk.case, desk.on)))
    return MediationAgreement(
        committee=desk.committee_name,
        number=agreement.number,
        parties=desk.blocks,
        facts=facts_of(wording),
        clauses=tuple(map(Clause, wording.clauses)),
        obligations=tuple(map(line_of, wording.obligations)),
        copies=Copies(len(desk.parties), wording.has_court_copy).total,
        mediators=_mediators(desk),
        recorder=agreement.recorder or "",
        concluded_on=agreement.concluded_on or desk.on,
        court_copy=wording.has_court_copy,
        confirmable=Bar.CONFIRMATION not in closed,
        ink_only=Bar.ELECTRONIC in closed,
        bilingual=_second(desk, agreement, wording.interpreter),
    )


def _second(desk: Desk, agreement: Agreement, interpreter: str | None) -> BilingualClause | None:
    """Set the lines of this very revision beside its clauses; the title if its term is approved."""
    if not interpreter:
        return None
    rows = [row for row in lines_of(desk.session, agreement) if row.revision == agreement.revision]
    if not rows:
        return BilingualClause(translator=interpreter)
    terms = {term.chinese: term for term in terms_of(desk.session, desk.case.county_id)}
    title = terms[TITLE]
    return BilingualClause(
        translator=interpreter,
        title=title.tibetan if title.translator else "",
        lines=tuple(row.text for row in rows),
        reviewed_by=rows[0].translator,
    )


def oral_agreement_form(desk: Desk) -> OralAgreementForm:
    """Write the record of an oral agreement."""
    agreement = find_agreement(desk.session, desk.case, desk.subject_id)
    wording = wording_of(desk.session, agreement)
    return OralAgreementForm(
        committee=desk.committee_name,
        number=agreement.number,
        parties=desk.blocks,
        facts=facts_of(wording),
        clauses=tuple(map(Clause, wording.clauses)),
        obligations=tuple(map(line_of, wording.obligations)),
        mediators=_mediators(desk),
        reached_on=_reached(agreement),
        recorder=agreement.recorder or "",
    )


def facts_of(wording: Wording) -> str:
    """Join the facts with each side's responsibility (人民调解法 29 条 1 款 2 项)."""
    if not wording.responsibilities:
        return wording.facts
    return f"{wording.facts}\n各方责任：{wording.responsibilities}"


def line_of(words: ObligationWords) -> ObligationLine:
    """Write one obligation; yuan from fen."""
    return ObligationLine(
        debtor=words.debtor,
        creditor=words.creditor,
        what=words.what,
        amount=Decimal(words.amount_fen) / FEN if words.amount_fen is not None else None,
        manner=words.manner,
        place=words.place,
        due_on=words.due_on,
        default_consequence=words.default_consequence,
    )


def _reached(agreement: Agreement) -> date:
    if agreement.form != AgreementForm.ORAL or agreement.concluded_on is None:
        raise NotNow("这不是口头协议，请出具人民调解协议书。")
    return agreement.concluded_on


def _mediators(desk: Desk) -> tuple[str, ...]:
    if not desk.mediators:
        raise Incomplete("案件还没有指定调解员，协议书上没有人签名。请先指定调解员。")
    return desk.mediators
