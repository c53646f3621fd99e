"""What papers on people are about: a party, an agent, a guardian, a payment, a referral."""

from collections.abc import Callable, Iterable
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agreements.aftermath import STANDS, Fulfillment
from app.agreements.model import Agreement, Obligation
from app.cases.enums import Organ, RepresentativeKind
from app.cases.model import Case
from app.cases.parties import Party, Representative
from app.cases.referral import referrals_of
from app.words import label

Subject: TypeAlias = tuple[UUID, str]

AGENTS = (RepresentativeKind.AGENT_GENERAL, RepresentativeKind.AGENT_SPECIAL)


def parties(session: Session, case: Case) -> Iterable[Subject]:
    """Name the parties."""
    mine = select(Party).where(Party.county_id == case.county_id, Party.case_id == case.id)
    return [(row.id, row.name) for row in session.scalars(mine.order_by(Party.ordinal))]


def _representatives(
    *kinds: RepresentativeKind, word: str
) -> Callable[[Session, Case], Iterable[Subject]]:
    def standing_in(session: Session, case: Case) -> Iterable[Subject]:
        found = (
            select(Representative, Party.name)
            .join(
                Party,
                (Party.county_id == Representative.county_id)
                & (Party.id == Representative.party_id),
            )
            .where(
                Party.county_id == case.county_id,
                Party.case_id == case.id,
                Representative.kind.in_(kinds),
            )
            .order_by(Party.ordinal, Representative.id)
        )
        return [(row.id, f"{name}的{word}{row.name}") for row, name in session.execute(found)]

    return standing_in


agents = _representatives(*AGENTS, word="代理人")
guardians = _representatives(RepresentativeKind.GUARDIAN, word="监护人")


def fulfillments(session: Session, case: Case) -> Iterable[Subject]:
    """Name what was paid or done under the case's agreements, oldest first."""
    found = (
        select(Fulfillment, Obligation)
        .join(
            Obligation,
            (Obligation.county_id == Fulfillment.county_id)
            & (Obligation.id == Fulfillment.obligation_id),
        )
        .join(
            Agreement,
            (Agreement.county_id == Obligation.county_id)
            & (Agreement.id == Obligation.agreement_id),
        )
        .where(Agreement.county_id == case.county_id, Agreement.case_id == case.id, STANDS)
        .order_by(Fulfillment.on, Fulfillment.id)
    )
    return [(done.id, f"{done.on} {duty.what}") for done, duty in session.execute(found)]


def referrals(session: Session, case: Case) -> Iterable[Subject]:
    """Name what outside organs were given."""
    for row in referrals_of(session, case):
        yield row.id, f"{row.recipient or label(Organ(row.organ))} {row.on}"
