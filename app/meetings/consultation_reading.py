"""A joint consultation as the page and the minutes show it: body by body."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.kernel.errors import NotFound
from app.meetings.consultation_records import (
    BodyNudge,
    Commitment,
    ConsultationMinutes,
    ConsultedBody,
)
from app.meetings.model import Meeting
from app.meetings.reading import find_meeting


@dataclass(frozen=True)
class BodySeen:
    """One body with how often it was reminded and what it took on."""

    row: ConsultedBody
    nudges: int
    commitments: Sequence[Commitment] = field(default_factory=tuple)


def bodies_of(session: Session, meeting: Meeting) -> list[BodySeen]:
    """List the bodies of a consultation in the order they were asked."""
    query = select(ConsultedBody).where(
        ConsultedBody.county_id == meeting.county_id, ConsultedBody.meeting_id == meeting.id
    )
    rows = session.scalars(query.order_by(ConsultedBody.invited_on, ConsultedBody.id)).all()
    return [BodySeen(row, _nudges(session, row), commitments_of(session, row)) for row in rows]


def commitments_of(session: Session, body: ConsultedBody) -> Sequence[Commitment]:
    """List what a body took on, the earliest due first."""
    query = select(Commitment).where(
        Commitment.county_id == body.county_id, Commitment.body_id == body.id
    )
    return session.scalars(query.order_by(Commitment.due_on, Commitment.id)).all()


def minutes_of(session: Session, meeting: Meeting) -> Sequence[ConsultationMinutes]:
    """List the minutes, the newest last."""
    query = select(ConsultationMinutes).where(
        ConsultationMinutes.county_id == meeting.county_id,
        ConsultationMinutes.meeting_id == meeting.id,
    )
    return session.scalars(query.order_by(ConsultationMinutes.ordinal)).all()


def find_body(session: Session, case: Case, body_id: UUID) -> ConsultedBody:
    """Find a body asked in this case; NotFound for anybody else's."""
    body = session.get(ConsultedBody, (case.county_id, body_id))
    if body is None:
        raise NotFound("没有找到这个单位的会诊记录。请刷新页面后重试。")
    find_meeting(session, case, body.meeting_id)
    return body


def _nudges(session: Session, body: ConsultedBody) -> int:
    count = select(func.count()).select_from(BodyNudge)
    mine = count.where(BodyNudge.county_id == body.county_id, BodyNudge.body_id == body.id)
    return session.scalar(mine) or 0
