"""Look at the revisits of a case: planned, held, and what each party said."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.aftercare.model import Revisit, RevisitRecord
from app.cases.model import Case


def revisits_of_case(session: Session, case: Case) -> Sequence[Revisit]:
    """List the revisits of a case, in order of their last day."""
    mine = select(Revisit).where(Revisit.county_id == case.county_id, Revisit.case_id == case.id)
    return session.scalars(mine.order_by(Revisit.due_by, Revisit.ordinal)).all()


def records_of_case(session: Session, case: Case) -> Sequence[RevisitRecord]:
    """List what parties said on all revisits of a case, oldest first."""
    told = (
        select(RevisitRecord)
        .join(
            Revisit,
            (Revisit.county_id == RevisitRecord.county_id)
            & (Revisit.id == RevisitRecord.revisit_id),
        )
        .where(Revisit.county_id == case.county_id, Revisit.case_id == case.id)
    )
    return session.scalars(told.order_by(RevisitRecord.on, RevisitRecord.id)).all()
