"""Register who signed and the seal; the day of effect follows by itself (人民调解法 29 条)."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.orm import Session

from app.agreements.checks import bars, examine
from app.agreements.commands import AffixSeal, RegisterSignatures, SignatureWords
from app.agreements.drafting import findings_of
from app.agreements.effect import may_represent
from app.agreements.enums import SignatureMethod, SignerRole
from app.agreements.findings import Bar
from app.agreements.model import Agreement, AgreementSignature
from app.agreements.reading import (
    circumstances_of,
    find_agreement,
    parties_of,
    signatures_of,
    standing,
    wording_of,
)
from app.agreements.tags import Tag
from app.agreements.telling import check_day, flags_of, told
from app.cases.model import Case
from app.cases.verbs import take_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete
from app.kernel.ids import new_id
from app.people.bodies import Committee

FOR_A_PARTY = frozenset({SignerRole.PARTY, SignerRole.REPRESENTATIVE, SignerRole.GUARDIAN})


def register_signatures(command: RegisterSignatures, work: Work) -> UUID:
    """Take down signatures with their days, and see whether the agreement binds now."""
    case = take_case(work)
    agreement = find_agreement(work.session, case, command.agreement_id)
    if not command.signatures:
        raise Incomplete("还没有填任何人的签字日期。请按纸上的日期至少填一位。")
    for words in command.signatures:
        _check(words, agreement, case, command, work)
    _write(agreement, command.signatures, work)
    if agreement.concluded_on is None:
        agreement.concluded_on = min(words.on for words in command.signatures)
    roles = [words.role for words in command.signatures]
    work.record(Tag.SIGNED, case.id, **told(agreement), roles=roles, **flags_of(case))
    follow_hands(agreement, case, work)
    return agreement.id


def affix_seal(command: AffixSeal, work: Work) -> UUID:
    """Take down the day of the committee's seal."""
    case = take_case(work)
    agreement = find_agreement(work.session, case, command.agreement_id)
    check_day(command.on, case, work, said="盖章日期")
    seal = SignatureWords(
        role=SignerRole.SEAL,
        signer=seal_signer(work.session, case),
        method=SignatureMethod.STAMP,
        on=command.on,
    )
    _write(agreement, [seal], work)
    work.record(Tag.SEALED, case.id, **told(agreement), sealed_on=command.on, **flags_of(case))
    if agreement.concluded_on is not None:
        follow_hands(agreement, case, work)
    return agreement.id


def follow_hands(agreement: Agreement, case: Case, work: Work) -> None:
    """Set the day of effect once every place is filled and no check holds it back."""
    if agreement.form == "oral" or findings_of(agreement, case, work, blocks_only=True):
        return
    work.session.flush()
    day = standing(work.session, case, agreement).effective_on
    if day is None or day == agreement.effective_on:
        return
    tag = Tag.EFFECTIVE if agreement.effective_on is None else Tag.REDATED
    agreement.effective_on = day
    work.record(tag, case.id, **told(agreement), **flags_of(case))


def seal_signer(session: Session, case: Case) -> str:
    """Name the committee whose seal it is."""
    committee = session.get(Committee, (case.county_id, case.committee_id))
    return committee.name if committee else "人民调解委员会"


def _write(agreement: Agreement, signatures: Iterable[SignatureWords], work: Work) -> None:
    known = len(signatures_of(work.session, agreement))
    for ordinal, words in enumerate(signatures, known + 1):
        work.session.add(
            AgreementSignature(
                county_id=agreement.county_id,
                id=new_id(),
                agreement_id=agreement.id,
                ordinal=ordinal,
                role=words.role,
                party_id=words.party_id,
                signer=words.signer,
                method=words.method,
                signed_on=words.on,
                witness=words.witness,
                written_by=words.written_by,
                recorded_by=work.command.actor_id,
                recorded_at=work.now,
            )
        )
    work.session.flush()


def _check(
    words: SignatureWords, agreement: Agreement, case: Case, command: RegisterSignatures, work: Work
) -> None:
    check_day(words.on, case, work, said=f"{words.signer}的签字日期")
    if words.role is SignerRole.SEAL:
        raise Incomplete("盖章请在“加盖印章”处登记。", field="role")
    known = {party.id for party in parties_of(work.session, case)}
    if words.role in FOR_A_PARTY and words.party_id not in known:
        message = f"{words.signer}签字所代表的当事人不在本案中。请在当事人中选择。"
        raise Incomplete(message, field="party_id")
    if words.role is SignerRole.REPRESENTATIVE:
        _check_power(words, case, command, work)
    if words.method is SignatureMethod.TABLET:
        _check_tablet(agreement, case, command, work)


def _check_power(
    words: SignatureWords, case: Case, command: RegisterSignatures, work: Work
) -> None:
    seen = circumstances_of(work.session, case, command.on).parties
    ids = [party.id for party in parties_of(work.session, case)]
    party = seen[ids.index(words.party_id)] if words.party_id in ids else None
    if party is None or party.is_unit or may_represent(party):
        return
    message = (
        f"{words.signer}没有特别授权，不能代{party.name}在调解协议上签字（参照民事诉讼法第62条）。"
        "请由当事人本人签字，或先登记写明“特别授权”的代理人。"
    )
    raise Incomplete(message, field="role")


def _check_tablet(
    agreement: Agreement, case: Case, command: RegisterSignatures, work: Work
) -> None:
    seen = circumstances_of(work.session, case, command.on)
    barred = Bar.ELECTRONIC in bars(examine(wording_of(work.session, agreement), seen))
    demand_tablet_may(is_barred=barred, is_agreed=command.is_tablet_agreed)


def demand_tablet_may(*, is_barred: bool, is_agreed: bool) -> None:
    """Refuse a tablet where the law wants a hand, or where nobody agreed to it in writing."""
    if is_barred:
        message = (
            "文书涉及婚姻、收养等身份关系，不能用手写板签名（电子签名法第3条）。请在纸上签名。"
        )
        raise Incomplete(message, field="method")
    if not is_agreed:
        message = (
            "使用手写板签名要先有各方书面同意，并且只作辅助，纸上签名才算数。请先勾选已书面同意。"
        )
        raise Incomplete(message, field="is_tablet_agreed")
