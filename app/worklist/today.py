"""今日工作: what a person must do, grouped by when, each line with its reason and one step."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, or_, select, union_all
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.access.permissions import Permission
from app.cases.handover_records import Handover
from app.cases.model import Case
from app.cases.naming import parties_of
from app.cases.prepared import Kind, anyone, kind_of, values_of
from app.cases.records import CaseMediator
from app.cases.stages import Stage
from app.cases.visibility import visible_to
from app.deadlines.model import Deadline
from app.supervision.order_records import SupervisionOrder
from app.worklist.next_step import next_step
from app.worklist.ordered import is_answered
from app.worklist.standing import ANSWERED, OFFERED, OFFICE_OWN, RUNNING, SEATED, of_case, standings
from app.worklist.step import Step

OPEN = tuple(stage for stage in Stage if stage is not Stage.CLOSED)
MOST = 200  # lines a person can look at; the rest is in the list of cases
SOON = 3  # days
FRESH = 3  # days since a case was given to someone


@dataclass
class Line:
    """One case on today's list: what to do, and what runs out."""

    case: Any
    step: Step
    due_on: date | None
    due_name: str
    parties: str = ""
    is_anothers: bool = False


@dataclass
class Group:
    """What belongs together by what the person must do."""

    key: str
    title: str
    empty: str
    lines: list[Line] = field(default_factory=list)


def groups() -> list[Group]:
    """Name the groups, the most pressing first."""
    return [
        Group("now", "必须今天办", "今天没有非办不可的事。"),
        Group("soon", "三天内到期", "三天内没有到期的事。"),
        Group("fresh", "刚分给我", "最近三天没有新分来的案件。"),
        Group("rest", "其他要办", "没有其他要办的案件。"),
        Group("waiting", "等待别人", "没有在等别人的案件。"),
        Group("chase", "别人手上超期的", "没有别人超期的案件。"),
    ]


def work_of(session: Session, actor: Actor, today: date) -> list[Group]:
    """Group what is in a person's hands (two statements)."""
    values = values_of(actor) | {"today": today}
    rows = session.connection().execute(_in_view(kind_of(actor)), values).all()
    said = parties_of(session, actor.county_id, [row.id for row in rows])
    found = {group.key: group for group in groups()}
    for row in rows:
        step = next_step(row, actor, today)
        if step is not None:
            is_anothers = _is_anothers(row, actor)
            line = _line(
                row, _as_onlooker(row, step) if is_anothers else step, said.get(row.id, "")
            )
            line.is_anothers = is_anothers
            found[_group_of(line, today)].lines.append(line)
    for group in found.values():
        group.lines.sort(key=lambda line: (line.due_on or date.max, line.case.received_on))
    return list(found.values())


@cache
def _in_view(kind: Kind) -> Select[Any]:
    """Select what is in the hands of people of a kind; built once."""
    actor = anyone(kind)
    rows = standings(actor).where(visible_to(actor), _in_hand(actor))
    return rows.order_by(Case.received_on, Case.id).limit(MOST)


def _in_hand(actor: Actor) -> ColumnElement[bool]:
    """Say what this person answers for: their cases, their desk's unassigned ones, offers to it.

    As a set of ids, each part found by its own index, so that it costs the same in any county.
    """
    open_cases = (Case.county_id == actor.county_id, Case.stage.in_(OPEN))
    fresh = (Case.county_id == actor.county_id, Case.stage == Stage.INTAKE)
    nobody = ~exists().where(*of_case(CaseMediator, SEATED))
    mine = [
        _of_county(CaseMediator, actor, SEATED, CaseMediator.mediator_id == actor.mediator_id),
        select(Case.id).where(*open_cases, Case.committee_id == actor.committee_id, nobody),
        select(Case.id).where(*fresh, Case.committee_id == actor.committee_id),
        _of_county(Handover, actor, OFFERED, Handover.to_committee_id == actor.committee_id),
    ]
    if actor.may(Permission.CASE_ACCEPT) and not actor.may(Permission.CASE_MEDIATE):
        mine.append(select(Case.id).where(*fresh))
    if actor.may(Permission.CASE_SUPERVISE):
        overdue = (RUNNING, OFFICE_OWN, Deadline.due_on < bindparam("today"))
        mine.append(_of_county(Deadline, actor, *overdue).order_by(Deadline.due_on).limit(MOST))
        mine.append(_of_county(SupervisionOrder, actor, ANSWERED))
    running = exists().where(*of_case(Deadline, RUNNING, OFFICE_OWN))
    ids = union_all(*(select(one.subquery()) for one in mine))
    return and_(
        Case.id.in_(ids), or_(Case.stage != Stage.CLOSED, running, SupervisionOrder.id.is_not(None))
    )


def _of_county(model: Any, actor: Actor, *where: ColumnElement[bool]) -> Select[Any]:  # noqa: ANN401 (a model)
    return select(model.case_id).where(model.county_id == actor.county_id, *where)


def _line(row: Any, step: Step, parties: str) -> Line:  # noqa: ANN401 (a row)
    due_on, due_name = row.due_on, row.due_name or ""
    if step.on is not None and not due_name:
        due_on = step.on
    return Line(row, step, due_on, due_name, parties)


def _as_onlooker(row: Any, step: Step) -> Step:  # noqa: ANN401 (a row)
    """Say to a supervisor whose move it is: the step is another's, to look at it is theirs."""
    why = f"{row.chair}（{row.committee}）：{step.why}"
    return Step("看案件", "", Permission.CASE_READ, why, on=step.on)


def _is_anothers(row: Any, actor: Actor) -> bool:  # noqa: ANN401 (a row)
    in_hands = row.chair is not None and not row.is_mine
    if is_answered(row):  # it waits for a supervisor's word
        return False
    return in_hands and actor.may(Permission.CASE_SUPERVISE) and not _is_offered_to(actor, row)


def _is_offered_to(actor: Actor, row: Any) -> bool:  # noqa: ANN401 (a row)
    return row.offered_to is not None and row.offered_to == actor.committee_id


def _group_of(line: Line, today: date) -> str:
    if line.case.is_unreported:
        return "now"
    if line.is_anothers:
        return "chase"
    days = (line.due_on - today).days if line.due_on else None
    if days is not None and days <= SOON:
        return "now" if days <= 0 else "soon"
    if line.step.waits:
        return "waiting"
    since = line.case.mine_since
    return "fresh" if since and today - since <= timedelta(days=FRESH) else "rest"
