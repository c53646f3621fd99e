"""From a word given to a word kept: the agreement, its signatures, what is done and when."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.agreements.commands import (
    AffixSeal,
    DraftAgreement,
    FinalizeAgreement,
    FulfillObligation,
    ObligationWords,
    RegisterSignatures,
    SignatureWords,
    Wording,
)
from app.agreements.enums import SignatureMethod, SignerRole
from app.agreements.model import Obligation
from app.cases.enums import Language, PartyKind
from app.cli.demo.acting import Desk
from app.cli.demo.ending import after, end
from app.cli.demo.stories import Story
from app.kernel.clock import CHINA
from app.people.bodies import Mediator

TENTHS = 10
FEN = 100
KEPT_IN_TIME = 0.8
BOTH = SignatureMethod.SIGNATURE_AND_FINGERPRINT
FULFILLED = "双方到场确认，{what}已完成。"


def settle(desk: Desk, story: Story) -> Iterator[datetime]:
    """Write, sign and seal the agreement, watch what is owed, and end."""
    yield after(desk, days=0, hours=1)
    agreement_id = desk.say(DraftAgreement, wording=_wording(desk, story))
    desk.say(FinalizeAgreement, agreement_id=agreement_id, recorder=desk.recorder)
    yield after(desk, days=0, hours=1)
    desk.say(RegisterSignatures, agreement_id=agreement_id, signatures=_hands(desk))
    yield after(desk, days=desk.cast.stage.dice.choice((0, 0, 0, 1, 3)), hours=1)
    desk.say(AffixSeal, agreement_id=agreement_id)
    yield from _fulfill(desk, agreement_id)
    yield from end(desk)


def _wording(desk: Desk, story: Story) -> Wording:
    plot, sides = story.plot, dict(zip("ab", story.names, strict=True))
    days = [line[5] for line in plot["obligations"]]
    names = zip(("due", "due2"), days, strict=False)
    due = {name: desk.on + timedelta(days=number) for name, number in names}
    return Wording(
        facts=story.say(plot["facts"]),
        responsibilities=story.say(plot["blame"]),
        clauses=tuple(story.say(clause, **due) for clause in plot["clauses"]),
        obligations=tuple(
            _line(line, story.amount, sides, desk.on) for line in plot["obligations"]
        ),
        interpreter=desk.recorder if _is_bilingual(desk) else None,
    )


def _is_bilingual(desk: Desk) -> bool:
    return any(party.language not in {None, Language.ZH} for party in desk.parties)


def _line(line: list[Any], yuan: int, sides: dict[str, str], on: date) -> ObligationWords:
    debtor, creditor, what, share, manner, days = line
    return ObligationWords(
        debtor=sides[debtor],
        creditor=sides[creditor],
        what=what,
        amount_fen=yuan * FEN * share // TENTHS or None,
        manner=manner,
        due_on=on + timedelta(days=days),
    )


def _hands(desk: Desk) -> tuple[SignatureWords, ...]:
    stage, hands = desk.cast.stage, []
    for party in desk.parties:
        if party.kind == PartyKind.ORGANIZATION:
            chief = party.legal_representative or party.name
            stamp, pen = SignatureMethod.STAMP, SignatureMethod.SIGNATURE
            hands.append(_hand(SignerRole.PARTY, party.name, stamp, desk.on, party.id))
            hands.append(_hand(SignerRole.REPRESENTATIVE, chief, pen, desk.on, party.id))
        else:
            hands.append(_hand(SignerRole.PARTY, party.name, BOTH, desk.on, party.id))
    key = (stage.county_id, desk.mediator.mediator_id)
    chair = stage.session.get_one(Mediator, key).name
    hands.append(_hand(SignerRole.MEDIATOR, chair, SignatureMethod.SIGNATURE, desk.on))
    return tuple(hands)


def _hand(
    role: SignerRole, signer: str, method: SignatureMethod, on: date, party_id: UUID | None = None
) -> SignatureWords:
    return SignatureWords(role=role, signer=signer, method=method, on=on, party_id=party_id)


def _fulfill(desk: Desk, agreement_id: object) -> Iterator[datetime]:
    stage = desk.cast.stage
    mine = (Obligation.county_id == stage.county_id, Obligation.agreement_id == agreement_id)
    lines = stage.session.scalars(select(Obligation).where(*mine).order_by(Obligation.due_on)).all()
    for line in lines:
        in_time = stage.dice.random() < KEPT_IN_TIME
        days = -stage.dice.randint(0, 3) if in_time else stage.dice.randint(4, 30)
        hour = time(stage.dice.randint(10, 16))
        when = datetime.combine(line.due_on or desk.on, hour, CHINA)
        yield max(when + timedelta(days=days), after(desk, days=0, hours=1))
        desk.say(
            FulfillObligation,
            obligation_id=line.id,
            amount_fen=line.amount_fen,
            is_whole=True,
            proof=FULFILLED.format(what=line.what),
        )
