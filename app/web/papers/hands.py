"""The hands on a sheet that came back: who is expected on it, and what follows for an agreement."""

from uuid import uuid5

from app.agreements.commands import AffixSeal, RegisterSignatures
from app.agreements.enums import SignatureMethod, SignerRole
from app.agreements.model import Agreement
from app.agreements.reading import find_agreement, mediators_of, parties_of, signatures_of
from app.agreements.signing import seal_signer
from app.cases.model import Case
from app.dossiers.model import IssuedPaper
from app.permissions import Permission
from app.web import door
from app.web.agreements.seats import Row, all_rows, whose
from app.web.steps import speaking
from forms.scan import ScanForm

AGREEMENT = "mediation_agreement"
SPARE: tuple[Row, ...] = ({}, {})


def agreement_of(case: Case, paper: IssuedPaper | None) -> Agreement | None:
    """Find the agreement whose sheet this is."""
    if paper is None or paper.code != AGREEMENT:
        return None
    return find_agreement(door.reading(), case, paper.subject_id)


def expected_on(case: Case, paper: IssuedPaper | None) -> list[Row]:
    """List who should have signed; on an agreement with the days already known, the seal last."""
    if paper is None:
        return []
    agreement = agreement_of(case, paper)
    if agreement is None:
        parties = [
            {"signer": party.name, "method": SignatureMethod.SIGNATURE_AND_FINGERPRINT}
            for party in parties_of(door.reading(), case)
        ]
        mediators = [
            {"signer": name, "method": SignatureMethod.SIGNATURE}
            for name in mediators_of(door.reading(), case)
        ]
        return [*parties, *mediators, *SPARE]
    known = {whose(vars(row)): row for row in signatures_of(door.reading(), agreement)}
    seal = {"role": SignerRole.SEAL, "party_id": "", "signer": seal_signer(door.reading(), case),
            "method": SignatureMethod.STAMP}  # fmt: skip
    rows = [*all_rows(case, agreement), seal]
    return [
        row
        | {"on": done.signed_on, "method": SignatureMethod(done.method), "witness": done.witness}
        if (done := known.get(whose(row)))
        else row
        for row in rows
    ]


def register_hands(form: ScanForm, case: Case, agreement: Agreement) -> None:
    """Register what is new on an agreement's sheet; the day of effect follows by itself."""
    if not door.actor().may(Permission.CASE_CONCLUDE):
        return
    done = {(*whose(vars(row)), row.signed_on) for row in signatures_of(door.reading(), agreement)}
    who = speaking(case.id, agreement_id=agreement.id)
    hands = tuple(hand for hand in form.hands() if (*whose(vars(hand)), hand.on) not in done)
    if hands:
        command = RegisterSignatures(**who, signatures=hands)
        door.execute(command, key=uuid5(form.command_key, "hands"))
    sealed_on = form.sealed_on()
    if (
        sealed_on
        and (SignerRole.SEAL, None, seal_signer(door.reading(), case), sealed_on) not in done
    ):
        door.execute(AffixSeal(**who | {"on": sealed_on}), key=uuid5(form.command_key, "seal"))
