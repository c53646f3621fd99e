"""The tick is killed anywhere, again and again: nothing is lost, nothing is said twice.

The child kills itself (SIGKILL) before a statement or right after a commit, drawn at random.
"""

import os
import random
import signal
from datetime import date

import pytest
from sqlalchemy import event, func, select

from app.deadlines.model import Deadline
from app.deadlines.opening import start_term
from app.inbox.model import Notice
from app.kernel.footprints import Footprint
from app.supervision.model import Nudge
from app.supervision.tags import Tag
from app.supervision.tick import tick
from tests.supervision.test_tick import in_work, make_case
from tests.world import COUNTY, TODAY

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "fuzz"
KILLS, TERMS = (500, 900) if LONG else (10, 30)  # a thousand kills on two engines, work for all
DUE = date(2026, 4, 1)
pytestmark = [pytest.mark.fuzz, pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")]


def start(work, world):
    for _ in range(TERMS):
        start_term(work, make_case(work.session, world).id, "T01", TODAY)


def ticks_until(bus, world, steps):
    """Tick in a child that is killed after so many steps; say whether it came to its end."""
    bus.database.dispose()
    child = os.fork()
    if child:
        return os.WIFEXITED(os.waitpid(child, 0)[1])
    try:
        left = [steps]

        def count(*_):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(bus.database.engine, "before_cursor_execute", count)
        event.listen(bus.database.engine, "commit", count)
        for _ in tick(bus, COUNTY, world.users["系统"], DUE):
            count()
    finally:
        os._exit(0)


def test_a_tick_that_is_killed_anywhere_loses_nothing_and_doubles_nothing(bus, world, database):
    in_work(bus, world, lambda work: start(work, world))
    draw = random.Random(20260401)  # noqa: S311 (a test's dice)
    killed = sum(not ticks_until(bus, world, draw.randrange(1, 40)) for _ in range(KILLS))
    assert killed == KILLS  # none came to its end: there was work left for each
    list(tick(bus, COUNTY, world.users["系统"], DUE))
    nudged = select(func.count()).select_from(Footprint).where(Footprint.tag == Tag.NUDGED)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Nudge)) == TERMS
        assert session.scalar(nudged) == TERMS
        said = session.execute(select(Notice.subject_id, func.count()).group_by(Notice.subject_id))
        assert dict(said.all()).keys() == set(session.scalars(select(Deadline.id)))
