"""并入: the same dispute told once more. No second case; nothing that was said is lost."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, Text, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.cases.enums import Channel
from app.cases.intake.commands import TellAgain
from app.cases.intake.drafts import drop_draft
from app.cases.intake.store import add_claims, add_party
from app.cases.intake.tags import Tag
from app.cases.model import Case
from app.cases.particulars import Claim
from app.cases.parties import OF_CASE, Party
from app.cases.verbs import renew, take_case
from app.kernel.bus import Work
from app.kernel.columns import CountyOwned, Model, one_of
from app.kernel.ids import new_id


class Retelling(CountyOwned, Model):
    """A dispute that is in the books already was told again: by whom it came, when, in what words."""

    __tablename__ = "retellings"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        Index(None, "county_id", "case_id"),
        one_of("channel", Channel),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    channel: Mapped[str] = mapped_column(String(20))
    received_on: Mapped[date]
    summary: Mapped[str] = mapped_column(Text)
    told_by: Mapped[UUID]
    told_at: Mapped[datetime]


def tell_again(command: TellAgain, work: Work) -> UUID:
    """Keep the new words, add parties and claims that are new, and drop the draft."""
    case, record = take_case(work), command.record
    row = Retelling(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        channel=record.channel,
        received_on=record.received_on,
        summary=record.summary,
        told_by=command.actor_id,
        told_at=work.now,
    )
    work.session.add(row)
    added = _add_parties(command, case, work)
    _add_claims(command, case, work)
    renew(case)
    late = not case.is_open
    work.record(Tag.TOLD_AGAIN, case.id, channel=record.channel, new_parties=added, late=late)
    if command.draft_id:
        drop_draft(work, command.draft_id)
    return case.id


def retellings_of(session: Session, case: Case) -> list[Retelling]:
    """List how often and in what words a case was told again, oldest first."""
    query = select(Retelling).where(
        Retelling.county_id == case.county_id, Retelling.case_id == case.id
    )
    return list(session.scalars(query.order_by(Retelling.told_at)))


def _add_parties(command: TellAgain, case: Case, work: Work) -> int:
    query = select(Party).where(Party.county_id == case.county_id, Party.case_id == case.id)
    known = work.session.scalars(query).all()
    names = {(party.side, party.name) for party in known}
    last = max((party.ordinal for party in known), default=0)
    new = [p for p in command.record.parties if (p.side.value, p.name) not in names]
    for ordinal, party in enumerate(new, last + 1):
        add_party(case, ordinal, party, work)
    return len(new)


def _add_claims(command: TellAgain, case: Case, work: Work) -> None:
    of_case = (Claim.county_id == case.county_id, Claim.case_id == case.id)
    known = set(work.session.scalars(select(Claim.text).where(*of_case)))
    last = work.session.scalar(select(func.max(Claim.ordinal)).where(*of_case)) or 0
    new = tuple(claim for claim in command.record.claims if claim not in known)
    add_claims(case, new, work, after=last)
