"""What the centre did meanwhile with what somebody had along, or took down as a new dispute."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.enums import Outcome
from app.cases.model import Case
from app.cases.revoking import revocations_of
from app.cases.stages import Stage
from app.kernel.clock import day_of
from app.sync.custody_records import Custody
from app.sync.enums import ArrivalStatus, CustodyEnding
from app.sync.model import Arrival
from app.words import label

TOLD_FOR = timedelta(days=30)
MOST = 100
REVOKED = "受理已撤销，等中心重新决定"


def let_go(session: Session, actor: Actor, now: datetime) -> list[dict[str, str]]:
    """Name the cases that this person had along and did not give back themselves, and why."""
    mine = (
        select(Custody.ended_at, Custody.ending, Custody.because, Case.number, Case.title)
        .join(Case, (Case.county_id == Custody.county_id) & (Case.id == Custody.case_id))
        .where(
            Custody.county_id == actor.county_id,
            Custody.user_id == actor.user_id,
            Custody.ended_at >= now - TOLD_FOR,
            Custody.ending != CustodyEnding.RETURNED,
        )
        .order_by(Custody.ended_at.desc(), Custody.id)
        .limit(MOST)
    )
    return [
        {
            "number": row.number,
            "title": row.title,
            "on": str(day_of(row.ended_at)),
            "said": label(CustodyEnding(row.ending)),
            "because": row.because or "",
        }
        for row in session.execute(mine)
    ]


def registered(session: Session, actor: Actor, now: datetime) -> list[dict[str, Any]]:
    """Tell what became of the disputes that this person took down on a laptop."""
    mine = (
        select(Case)
        .join(Arrival, (Arrival.county_id == Case.county_id) & (Arrival.case_id == Case.id))
        .where(
            Arrival.county_id == actor.county_id,
            Arrival.actor_id == actor.user_id,
            Arrival.type == "intake.register",
            Arrival.status == ArrivalStatus.APPLIED,
            Arrival.received_at >= now - TOLD_FOR,
        )
        .order_by(Arrival.received_at.desc(), Arrival.id)
        .limit(MOST)
    )
    cases = session.scalars(mine).all()
    return [{"id": str(one.id), "number": one.number, "said": _now(session, one)} for one in cases]


def _now(session: Session, case: Case) -> str:
    if case.outcome:
        return label(Outcome(case.outcome))
    if case.accepted_on is None and revocations_of(session, case):
        return REVOKED
    return label(Stage(case.stage))
