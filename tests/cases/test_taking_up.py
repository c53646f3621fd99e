"""A case is taken up once: read under its lock, for whoever may act in it, as few times as can be."""

from threading import Event, Thread

import pytest
from sqlalchemy import event

from app.cases.commands import RecordRightsTold
from app.cases.enums import Risk
from app.cases.risk_commands import ChangeRisk
from app.kernel.errors import Stale
from tests.case_file import open_case
from tests.world import COUNTY, TODAY


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus)


def said(file, what, **words):
    who = {"county_id": COUNTY, "actor_id": file.world.users["才让卓玛"], "on": TODAY}
    return what(case_id=file.id, **who, **words)


def test_of_two_saves_of_one_page_at_the_same_moment_the_second_is_stale(file, bus, database):
    seen = file.read(lambda case: case.version)
    first, then = (
        said(file, ChangeRisk, risk=risk, reason="又起争执", seen_version=seen)
        for risk in (Risk.YELLOW, Risk.ORANGE)
    )
    began, answers = Event(), []

    def second():
        began.set()
        try:
            answers.append(bus.execute(then))
        except Stale as error:
            answers.append(error)

    other = Thread(target=second)
    with database.write() as session:
        bus.carry(first, session)
        other.start()
        began.wait(5)
        other.join(0.3)  # it waits for the first
    other.join(15)
    assert len(answers) == 1
    assert isinstance(answers[0], Stale)
    assert file.read(lambda case: case.risk) == "yellow"


def test_a_save_costs_few_statements(file, bus, database):
    heard = []
    event.listen(
        database.engine, "before_cursor_execute", lambda *a: heard.append(" ".join(a[2].split()))
    )
    bus.execute(said(file, RecordRightsTold, party_ids=tuple(file.parties.values())))
    assert len([one for one in heard if one.startswith("SELECT cases.county_id")]) == 1
    assert len([one for one in heard if not one.startswith("BEGIN")]) <= 11, heard
