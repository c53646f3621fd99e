"""Load an agreement with its words, hands and circumstances; shared by verbs, pages and papers."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agreements.circumstances import Circumstances, PartySeen, age_on
from app.agreements.commands import ObligationWords, Wording
from app.agreements.effect import Hand, Seat, Standing, seats_of, stand
from app.agreements.enums import SignatureMethod, SignerRole
from app.agreements.model import (
    Agreement,
    AgreementClause,
    AgreementRevision,
    AgreementSignature,
    Obligation,
)
from app.cases.assigning import seated_in
from app.cases.enums import Language, PartyFlag, PartyKind, RepresentativeKind
from app.cases.model import Case
from app.cases.particulars import Signals
from app.cases.parties import STANDS, Consent, Party, PartyFlagRow, Representative
from app.kernel.errors import NotFound


def find_agreement(session: Session, case: Case, agreement_id: UUID) -> Agreement:
    """Load an agreement of this case, or raise NotFound."""
    row = session.get(Agreement, (case.county_id, agreement_id))
    if row is None or row.case_id != case.id:
        raise NotFound("这个案件没有这份协议，请从案件页重新打开。")
    return row


def agreements_of(session: Session, case: Case) -> Sequence[Agreement]:
    """List the agreements of a case, oldest first."""
    mine = select(Agreement).where(
        Agreement.county_id == case.county_id, Agreement.case_id == case.id
    )
    return session.scalars(mine.order_by(Agreement.ordinal)).all()


def wording_of(session: Session, agreement: Agreement) -> Wording:
    """Read the text of the newest revision."""
    number = agreement.revision
    text = session.get_one(AgreementRevision, (agreement.county_id, agreement.id, number))
    clauses = select(AgreementClause.text).where(
        AgreementClause.county_id == agreement.county_id,
        AgreementClause.agreement_id == agreement.id,
        AgreementClause.revision == number,
    )
    return Wording(
        facts=text.facts,
        responsibilities=text.responsibilities,
        clauses=tuple(session.scalars(clauses.order_by(AgreementClause.ordinal))),
        obligations=tuple(map(_words, obligations_of(session, agreement))),
        has_court_copy=text.has_court_copy,
        interpreter=text.interpreter,
    )


def obligations_of(
    session: Session, agreement: Agreement, revision: int | None = None
) -> Sequence[Obligation]:
    """List the obligations of a revision, in order; by default of the newest."""
    lines = select(Obligation).where(
        Obligation.county_id == agreement.county_id,
        Obligation.agreement_id == agreement.id,
        Obligation.revision == (revision or agreement.revision),
    )
    return session.scalars(lines.order_by(Obligation.ordinal)).all()


def signatures_of(session: Session, agreement: Agreement) -> Sequence[AgreementSignature]:
    """List the hands put to it, in the order they were reported."""
    mine = select(AgreementSignature).where(
        AgreementSignature.county_id == agreement.county_id,
        AgreementSignature.agreement_id == agreement.id,
    )
    return session.scalars(mine.order_by(AgreementSignature.ordinal)).all()


def hands_of(session: Session, agreement: Agreement) -> list[Hand]:
    """Read the hands that count: of each signer's reports in one role and way, the newest."""
    newest: dict[tuple[str, UUID | None, str, str], Hand] = {}
    for row in signatures_of(session, agreement):
        newest[row.role, row.party_id, row.signer, row.method] = Hand(
            role=SignerRole(row.role),
            signer=row.signer,
            method=SignatureMethod(row.method),
            on=row.signed_on,
            party_id=row.party_id,
        )
    return list(newest.values())


def parties_of(session: Session, case: Case) -> Sequence[Party]:
    """List the parties of a case, in order."""
    mine = select(Party).where(Party.county_id == case.county_id, Party.case_id == case.id)
    return session.scalars(mine.order_by(Party.ordinal)).all()


def seats(session: Session, case: Case, on: date) -> tuple[Seat, ...]:
    """List who must sign an agreement of this case."""
    seen = [(party.id, _seen(session, party, on)) for party in parties_of(session, case)]
    return seats_of(seen, ())


def standing(session: Session, case: Case, agreement: Agreement) -> Standing:
    """Say which places are still empty, and the day of effect once none is."""
    places = seats(session, case, agreement.concluded_on or case.received_on)
    return stand(places, hands_of(session, agreement))


def circumstances_of(session: Session, case: Case, on: date) -> Circumstances:
    """Gather what the checks must know besides the words."""
    signals = session.get(Signals, (case.county_id, case.id))
    return Circumstances(
        parties=tuple(_seen(session, party, on) for party in parties_of(session, case)),
        is_identity_relation=bool(signals and signals.identity_relation),
        is_tenure=bool(signals and signals.tenure),
    )


def mediators_of(session: Session, case: Case) -> list[str]:
    """Name the mediators on the case now, the chair first."""
    return [name for _, name in seated_in(session, case)]


def _seen(session: Session, party: Party, on: date) -> PartySeen:
    key = party.county_id, party.id
    flags = select(PartyFlagRow.flag).where(
        PartyFlagRow.county_id == key[0], PartyFlagRow.party_id == key[1]
    )
    standing = select(Representative.name, Representative.kind).where(
        Representative.county_id == key[0], Representative.party_id == key[1]
    )
    return PartySeen(
        name=party.name,
        kind=PartyKind(party.kind),
        age=age_on(on, party.born_on, party.age),
        flags=frozenset(map(PartyFlag, session.scalars(flags))),
        representatives=tuple(
            (name, RepresentativeKind(kind)) for name, kind in session.execute(standing)
        ),
        language=Language(party.language) if party.language else None,
        has_refused=_has_refused(session, party),
        ordinal=party.ordinal,
    )


def _has_refused(session: Session, party: Party) -> bool:
    last = session.scalar(
        select(Consent.agrees)
        .where(Consent.county_id == party.county_id, Consent.party_id == party.id, STANDS)
        .order_by(Consent.recorded_at.desc(), Consent.id.desc())
        .limit(1)
    )
    return last is False


def _words(row: Obligation) -> ObligationWords:
    return ObligationWords(
        debtor=row.debtor,
        creditor=row.creditor,
        what=row.what,
        amount_fen=row.amount_fen,
        manner=row.manner,
        place=row.place,
        due_on=row.due_on,
        default_consequence=row.default_consequence,
    )
