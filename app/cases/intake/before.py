"""What stood there before: each corrected field of a case or a party, sealed, with who and when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from app.cases.parties import OF_CASE, OF_PARTY
from app.kernel.bus import Work
from app.kernel.columns import CountyOwned, Model
from app.kernel.crypto import KeyRing
from app.kernel.ids import new_id


class Correction(CountyOwned, Model):
    """One field that was changed; `was_sealed` is what stood there, if anything did."""

    __tablename__ = "corrections"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        ForeignKeyConstraint(*OF_PARTY),
        Index(None, "county_id", "case_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    party_id: Mapped[UUID | None]
    field: Mapped[str] = mapped_column(String(30))
    was_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    corrected_by: Mapped[UUID]
    corrected_at: Mapped[datetime]

    def was(self, ring: KeyRing) -> str | None:
        """Give what stood there; who sees it must be allowed to."""
        return None if self.was_sealed is None else ring.open(self.was_sealed, _place(self))


def keep_correction(
    work: Work, case_id: UUID, field: str, was: str | None, *, party_id: UUID | None = None
) -> None:
    """Keep what stood in a field before it is written anew."""
    row = Correction(
        county_id=work.command.county_id,
        id=new_id(),
        case_id=case_id,
        party_id=party_id,
        field=field,
        corrected_by=work.command.actor_id,
        corrected_at=work.now,
    )
    row.was_sealed = None if was is None else work.ring.seal(was, _place(row))
    work.session.add(row)


def _place(row: Correction) -> str:
    return f"corrections|was|{row.county_id}|{row.id}"
