"""The rows of the signing table: everybody who should sign and has not yet."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from app.agreements.circumstances import PartySeen
from app.agreements.effect import may_represent
from app.agreements.enums import SignatureMethod, SignerRole
from app.agreements.model import Agreement
from app.agreements.reading import circumstances_of, mediators_of, parties_of, signatures_of
from app.cases.enums import RepresentativeKind
from app.cases.model import Case
from app.cases.parties import Party
from app.web import door
from app.web.agreements.opening import words_of_agreement

Row = dict[str, Any]
BOTH = SignatureMethod.SIGNATURE_AND_FINGERPRINT
HAND = SignatureMethod.SIGNATURE


def expected_rows(case: Case, agreement: Agreement) -> list[Row]:
    """List the rows still to fill: each party in its lawful way, mediators, recorder, interpreter."""
    done = {whose(vars(row)) for row in signatures_of(door.reading(), agreement)}
    return [row for row in all_rows(case, agreement) if whose(row) not in done]


def all_rows(case: Case, agreement: Agreement) -> list[Row]:
    """List everybody who should sign, whether they have or not."""
    return [*_parties(case, door.clock().today()), *_others(case, agreement)]


def whose(row: Row) -> tuple[str, object, str]:
    """Say whose hand a row is, and as what."""
    return row["role"], row["party_id"] or None, row["signer"]


def _parties(case: Case, today: date) -> Iterator[Row]:
    session = door.reading()
    seen = circumstances_of(session, case, today).parties
    for party, look in zip(parties_of(session, case), seen, strict=True):
        yield from _party(party, look)


def _party(party: Party, seen: PartySeen) -> Iterator[Row]:
    standing = [name for name, _ in seen.representatives]
    guardians = [n for n, kind in seen.representatives if kind is RepresentativeKind.GUARDIAN]
    if seen.is_unit:
        hand = party.legal_representative or "".join(standing[:1])
        yield _row(SignerRole.REPRESENTATIVE, hand, HAND, party)
        yield _row(SignerRole.PARTY, party.name, SignatureMethod.STAMP, party)
    elif seen.needs_guardian:
        for name in guardians or [""]:
            yield _row(SignerRole.GUARDIAN, name, BOTH, party)
    else:
        yield _row(SignerRole.PARTY, party.name, BOTH, party)
        for name in standing if may_represent(seen) else ():
            yield _row(SignerRole.REPRESENTATIVE, name, BOTH, party)


def _others(case: Case, agreement: Agreement) -> Iterator[Row]:
    for name in mediators_of(door.reading(), case) or [""]:
        yield _row(SignerRole.MEDIATOR, name, HAND)
    if agreement.recorder:
        yield _row(SignerRole.RECORDER, agreement.recorder, HAND)
    if interpreter := words_of_agreement(agreement).interpreter:
        yield _row(SignerRole.INTERPRETER, interpreter, HAND)


def _row(role: SignerRole, signer: str, method: SignatureMethod, party: Party | None = None) -> Row:
    return {"role": role, "party_id": party.id if party else "", "signer": signer, "method": method}
