"""One's own calendar at a secret address: opened, closed, and read by a telephone without signing in."""

import secrets
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.access.actor import Actor, actor_of
from app.access.sessions import hash_of
from app.cases.model import Case
from app.cases.visibility import visible_to
from app.kernel.bus import Work
from app.kernel.errors import DomainError, NotFound
from app.kernel.ids import new_id
from app.meetings.enums import MeetingState
from app.meetings.model import Attendance, Meeting
from app.people.bodies import Committee
from app.rota.commands import CloseFeed, OpenFeed
from app.rota.model import CalendarFeed, Duty
from app.rota.tags import Tag

BEHIND = timedelta(days=31)
GONE = "这个日历地址不存在或者已经停用。请登录后在“坐班”页重新开通。"


def open_feed(command: OpenFeed, work: Work) -> str:
    """Make a new address and answer its secret, once; whatever was open before stops."""
    _close(work)
    secret = secrets.token_urlsafe(32)
    row = CalendarFeed(
        county_id=command.county_id,
        id=new_id(),
        user_id=command.actor_id,
        secret_sha256=hash_of(secret),
        opened_at=work.now,
    )
    work.session.add(row)
    work.record(Tag.FEED_OPENED)
    return f"{command.county_id}.{secret}"


def close_feed(command: CloseFeed, work: Work) -> None:
    """Stop one's own address."""
    del command
    _close(work)
    work.record(Tag.FEED_CLOSED)


def open_feed_of(session: Session, county_id: str, user_id: object) -> CalendarFeed | None:
    """Find a person's open address, if any."""
    mine = select(CalendarFeed).where(
        CalendarFeed.county_id == county_id,
        CalendarFeed.user_id == user_id,
        CalendarFeed.closed_at.is_(None),
    )
    return session.scalar(mine)


def owner_of(session: Session, address: str) -> Actor:
    """Say whose calendar a secret address is; NotFound for any other."""
    county_id, _, secret = address.partition(".")
    wanted = select(CalendarFeed).where(
        CalendarFeed.county_id == county_id,
        CalendarFeed.secret_sha256 == hash_of(secret),
        CalendarFeed.closed_at.is_(None),
    )
    feed = session.scalar(wanted)
    if feed is None:
        raise NotFound(GONE)
    try:
        return actor_of(session, county_id, feed.user_id)
    except DomainError as error:  # who left has no calendar here
        raise NotFound(GONE) from error


def duties_of(session: Session, actor: Actor, today: date) -> Sequence[tuple[Duty, str]]:
    """List a mediator's duties with the committee's name."""
    duties = (
        select(Duty, Committee.name)
        .join(
            Committee,
            (Committee.county_id == Duty.county_id) & (Committee.id == Duty.committee_id),
        )
        .where(
            Duty.county_id == actor.county_id,
            Duty.mediator_id == actor.mediator_id,
            Duty.absent_because.is_(None),
            Duty.on >= today - BEHIND,
        )
    )
    return [(duty, name) for duty, name in session.execute(duties.order_by(Duty.on, Duty.id))]


def meetings_of(session: Session, actor: Actor, today: date) -> Sequence[tuple[Meeting, str]]:
    """List the planned meetings that wait for a mediator, with the number of the case."""
    meetings = (
        select(Meeting, Case.number)
        .join(Case, (Case.county_id == Meeting.county_id) & (Case.id == Meeting.case_id))
        .join(
            Attendance,
            (Attendance.county_id == Meeting.county_id) & (Attendance.meeting_id == Meeting.id),
        )
        .where(
            Meeting.county_id == actor.county_id,
            Meeting.state == MeetingState.PLANNED,
            Meeting.on >= today - BEHIND,
            Attendance.mediator_id == actor.mediator_id,
            visible_to(actor),
        )
    )
    rows = session.execute(meetings.order_by(Meeting.on, Meeting.starts, Meeting.id))
    return [(meeting, number) for meeting, number in rows]


def _close(work: Work) -> None:
    mine = (
        CalendarFeed.county_id == work.command.county_id,
        CalendarFeed.user_id == work.command.actor_id,
        CalendarFeed.closed_at.is_(None),
    )
    work.session.execute(update(CalendarFeed).where(*mine).values(closed_at=work.now))
