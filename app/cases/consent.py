"""同意与告知: what lets a mediation begin, and what ends it at once (人民调解法 17, 23, 26 条)."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.commands import RecordConsent, RecordRightsTold
from app.cases.model import Case
from app.cases.parties import STANDS, Consent, Party
from app.cases.tags import Tag
from app.cases.verbs import renew, take_case
from app.kernel.bus import Work
from app.kernel.errors import NotFound
from app.kernel.ids import new_id


def record_consent(command: RecordConsent, work: Work) -> UUID:
    """Keep what a party said to mediation; a clear refusal leaves only closing (17, 26 条)."""
    case = take_case(work)
    party = find_party(work.session, case, command.party_id)
    is_last = _is_last_word(command, work)
    consent = Consent(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        party_id=party.id,
        agrees=command.agrees,
        form=command.form,
        on=command.on,
        reason=command.reason,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    work.session.add(consent)
    if not command.agrees and is_last and case.is_open and case.refused_on is None:
        case.refused_on = command.on
    renew(case)
    tag = Tag.CONSENT_GIVEN if command.agrees else Tag.CONSENT_REFUSED
    late = not case.is_open or not is_last
    work.record(tag, case.id, party_id=party.id, form=command.form, late=late)
    return consent.id


def record_rights_told(command: RecordRightsTold, work: Work) -> None:
    """Keep the day on which parties were told their rights and duties (23, 24 条)."""
    case = take_case(work)
    told = [find_party(work.session, case, party_id) for party_id in command.party_ids]
    for party in told:
        first = party.rights_told_on or command.on
        party.rights_told_on = min(first, command.on)
    renew(case)
    ids = [str(party.id) for party in told]
    late = not case.is_open
    work.record(Tag.RIGHTS_TOLD, case.id, party_ids=ids, form=command.form, late=late)


def parties_of(session: Session, case: Case) -> Sequence[Party]:
    """List the parties of a case in the order they were entered."""
    query = select(Party).where(Party.county_id == case.county_id, Party.case_id == case.id)
    return session.scalars(query.order_by(Party.ordinal)).all()


def find_party(session: Session, case: Case, party_id: UUID) -> Party:
    """Find one party of this case; NotFound for anybody else's."""
    party = session.get(Party, (case.county_id, party_id))
    if party is None or party.case_id != case.id:
        raise NotFound("这个案件里没有这位当事人。请刷新页面，从名单里重新选择。")
    return party


def consents_of(session: Session, case: Case) -> Sequence[Consent]:
    """List everything that was put down as said to mediation, oldest first."""
    query = select(Consent).where(Consent.county_id == case.county_id, Consent.case_id == case.id)
    return session.scalars(query.order_by(Consent.on, Consent.recorded_at, Consent.id)).all()


def last_words(session: Session, case: Case) -> dict[UUID, Consent]:
    """Say what each party last said to mediation; who was not asked is not in it."""
    standing = [one for one in consents_of(session, case) if one.mistaken_at is None]
    return {consent.party_id: consent for consent in standing}


def _is_last_word(command: RecordConsent, work: Work) -> bool:
    later = select(Consent.id).where(
        Consent.county_id == command.county_id,
        Consent.party_id == command.party_id,
        Consent.on > command.on,
        STANDS,
    )
    return work.session.scalar(later.limit(1)) is None
