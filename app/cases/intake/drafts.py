"""草稿: a half-filled intake form kept on the server, exactly as it was typed.

The one place where a form is kept as one text: a draft has no meaning yet, only its writer reads it,
and what cannot be stored as columns (a half-typed date) must not be lost. It holds identity numbers,
so the whole text is sealed.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.cases.intake.commands import DiscardDraft, SaveDraft
from app.cases.model import Case
from app.kernel.bus import Work
from app.kernel.columns import CountyOwned, Model
from app.kernel.crypto import KeyRing
from app.kernel.errors import Incomplete, NotFound

MOST = 20
LONGEST = 400_000  # characters; 200 parties with every field filled take less


class IntakeDraft(CountyOwned, Model):
    """A form that was not finished; `typed_sealed` is the form's own encoding, sealed."""

    __tablename__ = "intake_drafts"
    __table_args__ = (
        ForeignKeyConstraint(["county_id", "user_id"], ["users.county_id", "users.id"]),
        Index(None, "county_id", "user_id", "saved_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID]
    title: Mapped[str] = mapped_column(String(80))
    typed_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    begun_at: Mapped[datetime]
    saved_at: Mapped[datetime]

    def typed(self, ring: KeyRing) -> str:
        """Give the form's fields as they were typed."""
        return ring.open(self.typed_sealed, _place(self))


def save_draft(command: SaveDraft, work: Work) -> UUID:
    """Keep the form under its id; saving again replaces what was kept."""
    if len(command.typed) > LONGEST:
        raise Incomplete("这份草稿太大，没有保存。请把附件或长文另存，再缩短内容。")
    if work.session.get(Case, (command.county_id, command.draft_id)) is not None:
        return command.draft_id  # registered in this instant: the form saved itself once more
    draft = find_draft(work.session, command.county_id, command.actor_id, command.draft_id)
    if draft is None:
        draft = _begin(command, work)
    draft.title = command.title
    draft.typed_sealed = work.ring.seal(command.typed, _place(draft))
    draft.saved_at = work.now
    return draft.id


def discard_draft(command: DiscardDraft, work: Work) -> None:
    """Throw a draft away; the writer's own only."""
    if not drop_draft(work, command.draft_id):
        raise NotFound("没有找到这份草稿，可能已经登记或删除。")


def drop_draft(work: Work, draft_id: UUID) -> bool:
    """Take the actor's own draft out, if it is there."""
    mine = delete(IntakeDraft).where(
        IntakeDraft.county_id == work.command.county_id,
        IntakeDraft.user_id == work.command.actor_id,
        IntakeDraft.id == draft_id,
    )
    return bool(work.session.execute(mine.returning(IntakeDraft.id)).all())


def drafts_of(session: Session, county_id: str, user_id: UUID) -> list[IntakeDraft]:
    """List a person's drafts, the newest first."""
    query = select(IntakeDraft).where(
        IntakeDraft.county_id == county_id, IntakeDraft.user_id == user_id
    )
    return list(session.scalars(query.order_by(IntakeDraft.saved_at.desc())))


def find_draft(
    session: Session, county_id: str, user_id: UUID, draft_id: UUID
) -> IntakeDraft | None:
    """Find a person's own draft; nobody sees another's."""
    draft = session.get(IntakeDraft, (county_id, draft_id))
    return draft if draft is not None and draft.user_id == user_id else None


def _begin(command: SaveDraft, work: Work) -> IntakeDraft:
    if work.session.get(IntakeDraft, (command.county_id, command.draft_id)) is not None:
        raise NotFound("没有找到这份草稿。")
    if len(drafts_of(work.session, command.county_id, command.actor_id)) >= MOST:
        message = f"您已有 {MOST} 份草稿，这一份没有保存。请先登记或删除旧草稿。"
        raise Incomplete(message)
    draft = IntakeDraft(
        county_id=command.county_id,
        id=command.draft_id,
        user_id=command.actor_id,
        begun_at=work.now,
    )
    work.session.add(draft)
    return draft


def _place(draft: IntakeDraft) -> str:
    return f"intake_drafts|typed|{draft.county_id}|{draft.id}"
