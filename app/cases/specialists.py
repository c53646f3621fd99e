"""行业专家 on a case: invited with every party's consent, and only then in sight of it (20 条)."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.cases.specialist_commands import InviteSpecialist, ReleaseSpecialist
from app.cases.specialist_records import CaseSpecialist
from app.cases.tags import Tag
from app.cases.verbs import renew, take_open_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.ids import new_id
from app.people.bodies import Specialist


def invite_specialist(command: InviteSpecialist, work: Work) -> UUID:
    """Call a specialist, every party having agreed (人民调解法 20 条)."""
    case = take_open_case(work)
    specialist = work.session.get(Specialist, (case.county_id, command.specialist_id))
    if specialist is None or specialist.until_on is not None:
        raise NotFound("没有找到这位专家，或者已经离任。请从专家库里重新选择。")
    if command.agreed_on is None:
        raise Incomplete(
            "邀请专家要先征得各方当事人同意（人民调解法第20条）。请勾选并写明日期。",
            field="agreed_on",
        )
    if any(seat.specialist_id == specialist.id for seat, _ in specialists_of(work.session, case)):
        raise NotNow("这位专家已经在本案里，不用再请。")
    seat = CaseSpecialist(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        specialist_id=specialist.id,
        agreed_on=command.agreed_on,
        since_on=command.on,
        invited_by=command.actor_id,
        invited_at=work.now,
    )
    work.session.add(seat)
    renew(case)
    work.record(Tag.SPECIALIST_INVITED, case.id, specialist_id=specialist.id)
    return seat.id


def release_specialist(command: ReleaseSpecialist, work: Work) -> None:
    """Let a specialist go."""
    case = take_open_case(work)
    seat = work.session.get(CaseSpecialist, (case.county_id, command.seat_id))
    if seat is None or seat.case_id != case.id or seat.until_on is not None:
        raise NotFound("没有找到这位专家在本案的记录，可能已经退出。请刷新页面。")
    seat.until_on = command.on
    renew(case)
    work.record(Tag.SPECIALIST_RELEASED, case.id, specialist_id=seat.specialist_id)


def specialists_of(session: Session, case: Case) -> Sequence[tuple[CaseSpecialist, Specialist]]:
    """List the specialists on the case now."""
    query = (
        select(CaseSpecialist, Specialist)
        .join(
            Specialist,
            (Specialist.county_id == CaseSpecialist.county_id)
            & (Specialist.id == CaseSpecialist.specialist_id),
        )
        .where(
            CaseSpecialist.county_id == case.county_id,
            CaseSpecialist.case_id == case.id,
            CaseSpecialist.until_on.is_(None),
        )
    )
    found = session.execute(query.order_by(CaseSpecialist.invited_at, CaseSpecialist.id))
    return [(seat, specialist) for seat, specialist in found]
