"""Look at one's own inbox: the newest first, unread ones before read ones."""

from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.model import Case
from app.inbox.model import Notice
from app.kernel.errors import NotFound

LATEST = 200
UNREAD = select(func.count()).where(  # built once: every page asks
    Notice.county_id == bindparam("county_id"),
    Notice.user_id == bindparam("user_id"),
    Notice.read_at.is_(None),
)


def unread(session: Session, actor: Actor) -> int:
    """Count what a person has not read."""
    who = {"county_id": actor.county_id, "user_id": actor.user_id}
    return int(session.connection().execute(UNREAD, who).scalar_one())


def there(notice: Notice) -> str:
    """Say where a notice's step is done."""
    above = f"/cases/{notice.case_id}" if notice.case_id else ""
    return f"{above}/{notice.page}".rstrip("/")


def find_notice(session: Session, actor: Actor, notice_id: UUID) -> Notice:
    """Find one of a person's notices, or raise NotFound."""
    notice = session.get(Notice, (actor.county_id, notice_id))
    if notice is None or notice.user_id != actor.user_id:
        raise NotFound("没有找到这条消息。请从“消息”页重新进入。")
    return notice


def notices_of(session: Session, actor: Actor) -> list[tuple[Notice, str | None]]:
    """List a person's notices with the case's number, if there is a case."""
    wanted = (
        select(Notice, Case.number)
        .outerjoin(Case, (Case.county_id == Notice.county_id) & (Case.id == Notice.case_id))
        .where(Notice.county_id == actor.county_id, Notice.user_id == actor.user_id)
        .order_by(Notice.read_at.is_not(None), Notice.said_at.desc(), Notice.id.desc())
        .limit(LATEST)
    )
    return [(notice, number) for notice, number in session.execute(wanted)]
