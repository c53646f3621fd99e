"""征求意见: committees have no rank among them, so the parties are asked before a case moves.

人民调解法 7 (a mass organization), 17 and 23 (the parties decide who mediates). A party who says
no may choose another committee, or go to court.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.consent import find_party, parties_of
from app.cases.handover_commands import AskAboutHandover, HandoverState
from app.cases.handover_records import Handover, HandoverConsent
from app.cases.model import Case
from app.cases.tags import Tag
from app.cases.verbs import renew, take_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow
from app.kernel.ids import new_id


def ask_about_handover(command: AskAboutHandover, work: Work) -> UUID:
    """Keep what a party said to another committee taking the case."""
    case = take_case(work)
    party = find_party(work.session, case, command.party_id)
    consent = HandoverConsent(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        party_id=party.id,
        committee_id=command.committee_id,
        agrees=command.agrees,
        form=command.form,
        on=command.on,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    work.session.add(consent)
    renew(case)
    late = not case.is_open
    agrees = command.agrees
    work.record(Tag.HANDOVER_ASKED, case.id, party_id=party.id, agrees=agrees, late=late)
    return consent.id


def demand_consents(session: Session, case: Case, committee_id: UUID) -> None:
    """Raise unless every party's last word on this committee is yes."""
    words = words_on(session, case, committee_id)
    parties = parties_of(session, case)
    against = [p.name for p in parties if p.id in words and not words[p.id].agrees]
    silent = [party.name for party in parties if party.id not in words]
    if against:
        message = (
            f"{'、'.join(against)}不同意转到这个调委会，不能转办（人民调解法第7、17条）。"
            "请征求对其他调委会的意见，或告知其他途径。"
        )
        raise NotNow(message)
    if silent:
        message = (
            f"转办、提级前要先征得各方当事人同意（人民调解法第7、17条）：尚未征求{'、'.join(silent)}的意见。"
            "请先登记他们的意见。"
        )
        raise Incomplete(message, field="committee_id")


def words_on(session: Session, case: Case, committee_id: UUID) -> dict[UUID, HandoverConsent]:
    """Say what each party last said to a committee, since the case last changed hands."""
    said = _said(session, case)
    return {one.party_id: one for one in said if one.committee_id == committee_id}


def last_asked(session: Session, case: Case) -> UUID | None:
    """Name the committee that the parties were last asked about; None if they were not."""
    said = _said(session, case)
    return said[-1].committee_id if said else None


def _said(session: Session, case: Case) -> Sequence[HandoverConsent]:
    """List what parties said to other committees, since the case last changed hands."""
    query = select(HandoverConsent).where(
        HandoverConsent.county_id == case.county_id, HandoverConsent.case_id == case.id
    )
    last = last_accepted(session, case)
    if last is not None and last.answered_at is not None:
        query = query.where(HandoverConsent.recorded_at > last.answered_at)
    ordered = query.order_by(HandoverConsent.on, HandoverConsent.recorded_at, HandoverConsent.id)
    return session.scalars(ordered).all()


def last_accepted(session: Session, case: Case) -> Handover | None:
    """Find the handover by which the present committee got the case; None if it began there."""
    accepted = [h for h in handovers_of(session, case) if h.state == HandoverState.ACCEPTED]
    return accepted[-1] if accepted else None


def handovers_of(session: Session, case: Case) -> Sequence[Handover]:
    """List the offers of a case, oldest first."""
    query = select(Handover).where(
        Handover.county_id == case.county_id, Handover.case_id == case.id
    )
    return session.scalars(query.order_by(Handover.offered_at, Handover.id)).all()
