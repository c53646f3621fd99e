"""Write down a round, what it found, and what became of that; a mistake is struck, not deleted."""

from uuid import UUID

from app.access.actor import actor_behind
from app.access.permissions import Permission
from app.cases.visibility import find_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow
from app.kernel.ids import new_id
from app.kernel.text import clean
from app.screenings.commands import (
    RecordFoundDispute,
    RecordScreening,
    SettleFoundDispute,
    StrikeScreening,
)
from app.screenings.enums import FoundOutcome
from app.screenings.model import FoundDispute, Screening
from app.screenings.sight import find_screening, villages_of
from app.screenings.tags import Tag

LONGEST = 500  # characters about one dispute: the case holds more


def record_screening(command: RecordScreening, work: Work) -> UUID:
    """Keep a round through a village of one's own."""
    if command.day > command.on:
        message = f"排查日期不能晚于今天（{command.on}），请改正。"
        raise Incomplete(message, field="day")
    if command.village_code not in {
        one.code for one in villages_of(work.session, actor_behind(work))
    }:
        raise Incomplete("请从名单里选择排查的村（社区）。", field="village_code")
    row = Screening(
        county_id=command.county_id,
        id=new_id(),
        day=command.day,
        village_code=command.village_code,
        occasion=clean(command.occasion, label="为什么排查", limit=100),
        note=clean(command.note or "", label="情况", limit=LONGEST) or None,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    work.session.add(row)
    work.record(Tag.RECORDED, screening_id=row.id, village=row.village_code, day=row.day)
    return row.id


def record_found(command: RecordFoundDispute, work: Work) -> UUID:
    """Keep a dispute that a round found."""
    screening = _standing(command.screening_id, work)
    row = FoundDispute(
        county_id=command.county_id,
        id=new_id(),
        screening_id=screening.id,
        what=clean(command.what, label="是什么纠纷", limit=LONGEST),
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
    _put(row, command, work)
    work.session.add(row)
    work.record(Tag.FOUND, row.case_id, screening_id=screening.id, outcome=row.outcome)
    return row.id


def settle_found(command: SettleFoundDispute, work: Work) -> None:
    """Say what became of a dispute that was watched."""
    key = (command.county_id, command.dispute_id)
    row = work.session.get(FoundDispute, key, with_for_update=True)
    if row is None:
        raise NotFound("没有找到这件纠纷。请从“排查”页重新进入。")
    _standing(row.screening_id, work)
    if row.outcome != FoundOutcome.WATCHED:
        raise NotNow("这件纠纷已经了结，不能再改。写错了的，请作废这次排查重新记。")
    if command.outcome is FoundOutcome.WATCHED:
        raise Incomplete("请选择已经化解，还是已经登记成案件。", field="outcome")
    _put(row, command, work)
    work.record(Tag.SETTLED, row.case_id, screening_id=row.screening_id, outcome=row.outcome)


def strike_screening(command: StrikeScreening, work: Work) -> None:
    """Take a round out of the figures, with the reason."""
    row, actor = _standing(command.screening_id, work), actor_behind(work)
    if row.recorded_by != actor.user_id and not actor.may(Permission.CASE_SUPERVISE):
        raise NotAllowed("只有记录人或负责人可以作废。请联系记录人。")
    row.struck_because = clean(command.because, label="作废原因", limit=200)
    row.struck_on, row.struck_by = command.on, command.actor_id
    work.record(Tag.STRUCK, screening_id=row.id, village=row.village_code, day=row.day)


def _put(row: FoundDispute, command: RecordFoundDispute | SettleFoundDispute, work: Work) -> None:
    is_registered = command.outcome is FoundOutcome.REGISTERED
    if is_registered and command.found_case_id is None:
        raise Incomplete(
            "请选择登记成了哪个案件；还没有登记的，先到“登记受理”登记，来源选“主动排查”。",
            field="found_case_id",
        )
    if is_registered and command.found_case_id is not None:
        row.case_id = find_case(work.session, actor_behind(work), command.found_case_id).id
    row.outcome = command.outcome
    row.settled_on = None if command.outcome is FoundOutcome.WATCHED else command.on


def _standing(screening_id: UUID, work: Work) -> Screening:
    row = find_screening(work.session, actor_behind(work), screening_id)
    if row.struck_on is not None:
        raise NotNow("这次排查已经作废，不能再改。请另记一次。")
    return row
