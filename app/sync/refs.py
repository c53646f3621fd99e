"""A dispute told twice under one `ref` is one case; another dispute under it is shown to a person."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.intake.commands import DESK
from app.cases.intake.record import IntakeRecord
from app.cases.intake.registering import find_told
from app.cases.model import Case
from app.kernel.db import ring_of
from app.sync.arriving import Sender, envelope_of
from app.sync.contradicting import Contradicted
from app.sync.enums import ArrivalStatus
from app.sync.envelope import Envelope
from app.sync.model import Arrival

MESSAGE = "这个编号已经登记过一件纠纷，内容对不上。请核对是不是同一件；不是的，请另登记一件。"


def demand_own_ref(
    session: Session, sender: Sender, envelope: Envelope, record: IntakeRecord
) -> None:
    """Raise Contradicted where the ref was taken for other words."""
    case = find_told(session, sender.county_id, DESK, record.ref)
    if case is not None and not _is_told_alike(session, case, envelope):
        yours, centre = {"summary": record.summary}, {"summary": case.summary or ""}
        raise Contradicted("ref_reused", MESSAGE, yours, centre)


def _is_told_alike(session: Session, case: Case, envelope: Envelope) -> bool:
    earlier = select(Arrival).where(
        Arrival.county_id == case.county_id,
        Arrival.case_id == case.id,
        Arrival.type == envelope.type,
        Arrival.status == ArrivalStatus.APPLIED,
    )
    rows = session.scalars(earlier.order_by(Arrival.received_at).limit(1)).all()
    ring = ring_of(session)
    return any(envelope_of(row, ring).payload == envelope.payload for row in rows)
