"""Put a notice into people's inboxes, in the transaction of what it tells of; each once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select, update

from app.cases.model import Case
from app.inbox.commands import ReadNotices
from app.inbox.enums import NoticeKind
from app.inbox.model import Notice
from app.inbox.tags import Tag
from app.kernel.bus import Work
from app.kernel.ids import new_id


@dataclass(frozen=True)
class Said:
    """What is told: of which kind, about what, with which day, and where to go."""

    kind: NoticeKind
    subject_id: UUID
    about: str
    on: date
    page: str = ""


def tell(work: Work, case: Case | None, users: Iterable[UUID], said: Said) -> None:
    """Tell each of these people once; what was told before is not told again."""
    known = select(Notice.user_id).where(
        Notice.county_id == work.command.county_id,
        Notice.kind == said.kind,
        Notice.subject_id == said.subject_id,
        Notice.about_on == said.on,
    )
    fresh = set(users) - set(work.session.scalars(known))
    settle(work, said.subject_id, fresh)  # the newest word stands alone
    for user_id in fresh:
        work.session.add(
            Notice(
                county_id=work.command.county_id,
                id=new_id(),
                user_id=user_id,
                case_id=case.id if case is not None else None,
                kind=said.kind,
                subject_id=said.subject_id,
                about=said.about[:200],
                about_on=said.on,
                page=said.page,
                said_at=work.now,
            )
        )


def settle(work: Work, subject_id: UUID, users: set[UUID] | None = None) -> None:
    """Mark what was said about one thing as read: for these people, or for everybody."""
    mine = Notice.county_id == work.command.county_id, Notice.subject_id == subject_id
    told = update(Notice).where(*mine, Notice.read_at.is_(None))
    told = told if users is None else told.where(Notice.user_id.in_(users))
    work.session.execute(told.values(read_at=work.now))


def read_notices(command: ReadNotices, work: Work) -> int:
    """Mark one's own notices as read; answer how many were new."""
    wanted = select(Notice).where(
        Notice.county_id == command.county_id,
        Notice.user_id == command.actor_id,
        Notice.read_at.is_(None),
    )
    if command.notice_ids:
        wanted = wanted.where(Notice.id.in_(command.notice_ids))
    rows = work.session.scalars(wanted).all()
    for row in rows:
        row.read_at = work.now
    if rows:
        work.record(Tag.READ, count=len(rows))
    return len(rows)
