"""What a person is told when a step was taken: what was put on file, and what comes next."""

from uuid import UUID

from flask import Flask, request
from sqlalchemy import bindparam, func, or_, select

from app.cases.tags import Tag
from app.kernel.commands import Command
from app.kernel.footprints import Footprint
from app.web import door
from app.web.paths import page_of
from app.words import label_of_tag
from app.worklist.case_file import standing_of
from app.worklist.next_step import next_step
from app.worklist.step import Step

SAVED = "已保存"
LAST = select(func.max(Footprint.position)).where(
    Footprint.county_id == bindparam("county_id"), Footprint.case_id == bindparam("case_id")
)
BESIDE = or_(Footprint.tag.startswith("deadline:"), Footprint.tag == Tag.STAGE_MOVED)
FIRST_SINCE = (
    select(Footprint.tag)
    .where(
        Footprint.county_id == bindparam("county_id"),
        Footprint.case_id == bindparam("case_id"),
        Footprint.position > bindparam("since"),
        Footprint.actor_id == bindparam("actor_id"),
    )
    .order_by(BESIDE, Footprint.position)
    .limit(1)
)


def register(flask: Flask) -> None:
    """Give templates `step_after`."""
    flask.add_template_global(step_after)


def footing(command: Command) -> int:
    """Say how far the timeline of a command's case reaches before it is carried."""
    case_id = getattr(command, "case_id", None)
    if case_id is None:
        return 0
    case = {"county_id": command.county_id, "case_id": case_id}
    return int(door.reading().connection().execute(LAST, case).scalar() or 0)


def done(command: Command, since: int) -> str:
    """Say what a command put on file, as its timeline calls it: a step before what follows."""
    case_id = getattr(command, "case_id", None)
    if case_id is None:
        return f"{SAVED}。"
    step = {"county_id": command.county_id, "case_id": case_id, "actor_id": command.actor_id}
    tag = door.reading().connection().execute(FIRST_SINCE, step | {"since": since}).scalar()
    return f"{SAVED}：{label_of_tag(tag).removeprefix('已')}。" if tag else f"{SAVED}。"


def step_after(case_id: UUID) -> tuple[Step, str] | None:
    """Name what this person can do next on a case, and where; None where they are there already."""
    actor = door.actor()
    case = standing_of(door.reading(), actor, case_id)
    step = next_step(case, actor, door.clock().today()) if case is not None else None
    if step is None or step.waits or not actor.may(step.needs):
        return None
    where = page_of(case_id, step.page)
    return None if where == request.path else (step, where)
