"""What a person is told when a step was taken: what was put on file, and what comes next."""

from uuid import UUID

from flask import Flask, request
from sqlalchemy import func, select

from app.kernel.commands import Command
from app.kernel.footprints import Footprint
from app.web import door
from app.web.cases.happened import title_of
from app.web.paths import page_of
from app.worklist.case_file import standing_of
from app.worklist.next_step import next_step
from app.worklist.step import Step

SAVED = "已保存"


def register(flask: Flask) -> None:
    """Give templates `step_after`."""
    flask.add_template_global(step_after)


def footing(command: Command) -> int:
    """Say how far the timeline of a command's case reaches before it is carried."""
    case_id = getattr(command, "case_id", None)
    if case_id is None:
        return 0
    last = select(func.max(Footprint.position)).where(
        Footprint.county_id == command.county_id, Footprint.case_id == case_id
    )
    return door.reading().scalar(last) or 0


def done(command: Command, since: int) -> str:
    """Say what a command put on file, as its case's timeline calls it: a step's own comes first."""
    case_id = getattr(command, "case_id", None)
    mine = select(Footprint.tag).where(
        Footprint.county_id == command.county_id,
        Footprint.case_id == case_id,
        Footprint.position > since,
        Footprint.actor_id == command.actor_id,
    )
    first = mine.order_by(Footprint.position).limit(1)
    tag = door.reading().scalar(first) if case_id is not None else None
    return f"{SAVED}：{title_of(tag).removeprefix('已')}。" if tag else f"{SAVED}。"


def step_after(case_id: UUID) -> tuple[Step, str] | None:
    """Name what this person can do next on a case, and where; None where they are there already."""
    actor = door.actor()
    case = standing_of(door.reading(), actor, case_id)
    step = next_step(case, actor, door.clock().today()) if case is not None else None
    if step is None or step.waits or not actor.may(step.needs):
        return None
    where = page_of(case_id, step.page)
    return None if where == request.path else (step, where)
