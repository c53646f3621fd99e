"""A case at the table: what the tests of agreements say again and again."""

from datetime import UTC, date, datetime

from app.agreements.commands import (
    AffixSeal,
    DraftAgreement,
    FinalizeAgreement,
    ObligationWords,
    RegisterSignatures,
    SignatureWords,
    Wording,
)
from app.agreements.enums import SignatureMethod, SignerRole
from app.agreements.model import Agreement
from app.kernel.bus import Bus
from app.kernel.clock import frozen

LATER = datetime(2026, 12, 31, 2, 0, tzinfo=UTC)
BOTH = SignatureMethod.SIGNATURE_AND_FINGERPRINT

WORDS = Wording(
    facts="2026年2月20日，旦正的羊越过网围栏，啃食才旦的草场。",
    responsibilities="旦正承认看管不严。",
    clauses=(
        "旦正一次性赔偿才旦草料损失人民币1,020元（大写：壹仟零贰拾元整），于2026年5月20日前付清。",
        "旦正于2026年4月30日前修好两家之间的网围栏。",
    ),
    obligations=(
        ObligationWords(
            debtor="旦正", creditor="才旦", what="支付草料损失赔偿款", amount_fen=102000,
            manner="现金当面付清", place="甲乙村村委会", due_on=date(2026, 5, 20),
        ),
        ObligationWords(debtor="旦正", creditor="才旦", what="修好网围栏", due_on=date(2026, 4, 30)),
    ),
)  # fmt: skip


def late_bus(bus: Bus, at=LATER) -> Bus:
    """The same bus on a later day."""
    return Bus(bus.database, bus.handlers, bus.reactions, bus.guard, frozen(at))


def draft(file, wording=WORDS, **said):
    return file.say(DraftAgreement, wording=wording, **said)


def finalize(file, agreement_id, on=date(2026, 3, 1)):
    return file.say(FinalizeAgreement, agreement_id=agreement_id, recorder="马文祥", on=on)


def hand(role, signer, on, party_id=None, method=BOTH, **said):
    return SignatureWords(role=role, signer=signer, method=method, on=on, party_id=party_id, **said)


def party_hand(file, name, on, **said):
    return hand(SignerRole.PARTY, name, on, file.parties[name], **said)


def mediator_hand(on, name="扎西多杰"):
    return hand(SignerRole.MEDIATOR, name, on, method=SignatureMethod.SIGNATURE)


def sign(file, agreement_id, *hands, on=date(2026, 3, 1), **said):
    return file.say(RegisterSignatures, agreement_id=agreement_id, signatures=hands, on=on, **said)


def seal(file, agreement_id, on):
    return file.say(AffixSeal, agreement_id=agreement_id, on=on)


def conclude_fully(file, day=date(2026, 3, 5), wording=WORDS, **said):
    """Draft, fix, sign and seal; answer the agreement's id."""
    agreement_id = draft(file, wording, on=day, **said)
    finalize(file, agreement_id, on=day)
    hands = [party_hand(file, name, day) for name in file.parties]
    sign(file, agreement_id, *hands, mediator_hand(day), on=day)
    seal(file, agreement_id, day)
    return agreement_id


def row(file, agreement_id) -> Agreement:
    with file.database.read() as session:
        return session.get_one(Agreement, (file.load(session).county_id, agreement_id))
