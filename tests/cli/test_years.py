"""Three years of a county: exactly as many cases as asked, a whole chain, files that read whole."""

import re
import shutil
from datetime import date
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from app.agreements.model import Agreement
from app.cases.findable import CaseWords
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.records import RoutingDecision
from app.deadlines.model import Deadline
from app.kernel.footprints import Footprint
from app.registers.coverage import Coverage
from app.registers.lines import lines_of
from app.registers.statistics import statistics_of
from tests.cli.test_demo import COUNTY, empty, rows  # noqa: F401 (a fixture)
from tests.cli.test_setup import opened, run

ASKED = 401


@pytest.fixture(scope="module")
def years(empty):  # noqa: F811 (the fixture)
    home = empty.with_name("years")
    shutil.copytree(empty, home)
    code, _, told = run(home, "demo", "--cases", str(ASKED), "--seed", "7", "--on", "2026-06-15")
    assert code == 0, told
    database = opened(home)
    yield home, database
    database.dispose()


def test_county_article_so_many_disputes_and_a_success_above_96_percent(years):
    _, database = years
    coverage = Coverage(date(2023, 6, 1), date(2026, 6, 15))
    with database.read() as session:
        table = statistics_of(lines_of(session, coverage, Case.county_id == COUNTY), coverage)
    assert table.total.cases == ASKED
    assert float(table.success_rate.rstrip("%")) > 90  # of 401; at 3,623 the open ones weigh less
    assert table.faults == ()
    closed = [line for line in rows(database, Case) if line.outcome and line.accepted_on]
    assert sum(case.outcome == "settled" for case in closed) / len(closed) > 0.96


def test_the_chain_is_whole_and_in_the_order_of_the_hours(years):
    home, database = years
    assert run(home, "audit", "verify")[0] == 0
    with database.read() as session:
        mine = select(Footprint.recorded_at).where(
            Footprint.county_id == COUNTY, Footprint.tag == "case:intake:registered"
        )
        told = session.scalars(mine.order_by(Footprint.position)).all()
    assert sum(after < before for before, after in pairwise(told)) < 5


def test_every_case_has_its_own_people_numbers_and_words(years):
    _, database = years
    cases = rows(database, Case)
    assert len({case.number for case in cases}) == len(
        {case.title + case.summary for case in cases}
    )
    with database.read() as session:
        words = select(func.count()).select_from(CaseWords).where(CaseWords.county_id == COUNTY)
        assert session.scalar(words) == len(cases)
    persons = [one.name for one in rows(database, Party) if one.kind == "person"]
    assert len(set(persons)) > len(persons) / 2


def test_a_retold_file_speaks_of_its_own_days_and_people_throughout(years):
    _, database = years
    parties = {}
    for one in rows(database, Party):
        parties.setdefault(one.case_id, []).append(one.name.removesuffix("等五人"))
    for case in rows(database, Case):
        assert all(name in case.title for name in parties[case.id][:1]), case.title
        for year in re.findall(r"(\d{4})年\d", case.summary):
            assert case.received_on.year - int(year) in {0, 1}
    for one in rows(database, Agreement):
        case = next(case for case in rows(database, Case) if case.id == one.case_id)
        assert one.number.startswith(case.file_number)
        break
    for decision in rows(database, RoutingDecision)[:20]:
        assert decision.answer["ref"] is None or str(decision.case_id) in str(decision.answer)


def test_nothing_of_the_past_is_left_open(years):
    _, database = years
    closed = {case.id for case in rows(database, Case) if case.stage == "closed"}
    left = [
        one for one in rows(database, Deadline) if one.case_id in closed and one.state == "open"
    ]
    assert len(left) < ASKED / 10  # files closed these days wait to be put away
