"""编号预留: numbers lent to somebody who writes agreements without the centre; gaps stay explained."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, String, UniqueConstraint, select, union_all
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.agreements.enums import AgreementKind
from app.agreements.model import Agreement
from app.agreements.restorations import LEFT_OUT, Restoration, restorations
from app.cases.model import Case
from app.cases.parties import OF_CASE
from app.kernel.bus import Work
from app.kernel.columns import CountyOwned, Model
from app.kernel.errors import NotNow
from app.kernel.ids import new_id
from app.kernel.text import whole_number


class NumberLease(CountyOwned, Model):
    """One number lent with a custody: used by an agreement, given back unused, or still out."""

    __tablename__ = "number_leases"
    __table_args__ = (
        ForeignKeyConstraint(*OF_CASE),
        UniqueConstraint("county_id", "case_id", "ordinal", "custody_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    case_id: Mapped[UUID]
    custody_id: Mapped[UUID]
    user_id: Mapped[UUID]
    ordinal: Mapped[int]
    number: Mapped[str] = mapped_column(String(80))
    agreement_id: Mapped[UUID | None]
    leased_at: Mapped[datetime]
    released_at: Mapped[datetime | None]


def number_of(case: Case, ordinal: int, kind: AgreementKind = AgreementKind.FINAL) -> str:
    """Name the n-th agreement of a case: the 卷号, or 卷号-n from the second on (PAPERS 5)."""
    is_only = ordinal == 1 and kind is AgreementKind.FINAL
    return str(case.file_number) if is_only else f"{case.file_number}-{ordinal}"


def next_ordinal(session: Session, case: Case) -> int:
    """Give the first number that neither an agreement nor a lease has, nor may have had."""
    back = [one for one in _restorations(session, case) if one.trusted_at is None]
    last = _last(session, case, None)
    if not back:
        return 1 + last
    before = _last(session, case, back[0].restored_at)
    return 1 + max(last, before + LEFT_OUT * len(back))


def left_out(session: Session, case: Case) -> list[int]:
    """List the numbers that were left out because a paper may bear them already."""
    if not _restorations(session, case):
        return []
    given = {one.ordinal for one in _given(session, case)}
    return [ordinal for ordinal in range(1, max(given, default=0)) if ordinal not in given]


def ordinal_of(case: Case, number: str) -> int | None:
    """Read which agreement of the case a number names; None where it is not one of its own."""
    if number == case.file_number:
        return 1
    head, _, tail = number.rpartition("-")
    ordinal = whole_number(tail, len("9999")) or 0
    return ordinal if head == case.file_number and ordinal > 1 else None


def accounted_for(session: Session, case: Case, since: datetime) -> set[int]:
    """Give the numbers that an agreement or a lease has, or that were given back since an instant."""
    back = select(NumberLease.ordinal).where(
        NumberLease.county_id == case.county_id,
        NumberLease.case_id == case.id,
        NumberLease.released_at >= since,
    )
    return {one.ordinal for one in _given(session, case)} | set(session.scalars(back))


def _restorations(session: Session, case: Case) -> list[Restoration]:
    return restorations(session, case.county_id, since=case.registered_at)


def _last(session: Session, case: Case, until: datetime | None) -> int:
    given = _given(session, case)
    return max((one.ordinal for one in given if until is None or one.at < until), default=0)


def _given(session: Session, case: Case) -> Sequence[Any]:
    used = select(Agreement.ordinal, Agreement.drafted_at.label("at")).where(
        Agreement.county_id == case.county_id, Agreement.case_id == case.id
    )
    lent = select(NumberLease.ordinal, NumberLease.leased_at.label("at")).where(
        NumberLease.county_id == case.county_id,
        NumberLease.case_id == case.id,
        NumberLease.released_at.is_(None),
    )
    return session.execute(union_all(used, lent)).all()


def lease(work: Work, case: Case, custody_id: UUID, count: int) -> list[str]:
    """Lend the next numbers with a custody; none before the case has its 卷号."""
    if case.file_number is None:
        return []
    first = next_ordinal(work.session, case)
    rows = [
        NumberLease(
            county_id=case.county_id,
            id=new_id(),
            case_id=case.id,
            custody_id=custody_id,
            user_id=work.command.actor_id,
            ordinal=ordinal,
            number=number_of(case, ordinal),
            leased_at=work.now,
        )
        for ordinal in range(first, first + count)
    ]
    work.session.add_all(rows)
    work.session.flush()
    return [row.number for row in rows]


def leased(work: Work, case: Case, number: str) -> NumberLease:
    """Find the lease under which somebody wrote; NotNow where it is used or was never theirs."""
    mine = select(NumberLease).where(
        NumberLease.county_id == case.county_id,
        NumberLease.case_id == case.id,
        NumberLease.number == number,
        NumberLease.user_id == work.command.actor_id,
        NumberLease.agreement_id.is_(None),
        NumberLease.released_at.is_(None),
    )
    row = work.session.scalars(mine.order_by(NumberLease.ordinal)).first()
    if row is None:
        message = (
            f"编号“{number}”没有预留给您，或者已经用掉了。请核对已经打印的协议，由县中心处理。"
        )
        raise NotNow(message)
    return row


def leases_of(session: Session, county_id: str, custody_id: UUID) -> Sequence[NumberLease]:
    """List the numbers lent with a custody."""
    mine = select(NumberLease).where(
        NumberLease.county_id == county_id, NumberLease.custody_id == custody_id
    )
    return session.scalars(mine.order_by(NumberLease.ordinal)).all()


def release(work: Work, custody_id: UUID) -> None:
    """Take back what was lent and not used: nothing was printed under it."""
    for row in leases_of(work.session, work.command.county_id, custody_id):
        if row.agreement_id is None and row.released_at is None:
            row.released_at = work.now
