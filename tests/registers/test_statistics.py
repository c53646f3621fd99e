"""The case statistics are counted from the cases, add up, and name what does not."""

import json
import re
from datetime import date
from decimal import Decimal
from itertools import cycle, islice

import openpyxl
import pytest

from app.cases.enums import Channel, DisputeType, Outcome
from app.cases.model import Case
from app.cli.registers import group
from app.registers.coverage import Basis, Coverage
from app.registers.lines import lines_of
from app.registers.statistics import statistics_of
from tests.case_file import open_case
from tests.registers.conftest import agree, close
from tests.world import COUNTY

MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def statistics(database, basis=Basis.ACCEPTED, period=MARCH):
    coverage = Coverage(*period, basis)
    with database.read() as session:
        lines = lines_of(session, coverage, Case.county_id == COUNTY)
    return statistics_of(lines, coverage)


@pytest.fixture
def forty(database, world, bus):
    """S20: forty cases of one month, of every type, channel and desk there is."""
    types, channels = cycle(DisputeType), cycle(Channel)
    desks = cycle(["倒淌河镇", "甲乙村", "县中心"])
    return [
        open_case(
            database, world, bus,
            dispute_type=kind, channel=channel, committee_id=world.committees[desk],
            accepted_on=date(2026, 3, 1 + day % 31), people_involved=3,
        )
        for day, (kind, channel, desk) in enumerate(
            islice(zip(types, channels, desks, strict=False), 40)
        )
    ]  # fmt: skip


def total(columns):
    return sum(cell.cases for cell in columns.values())


def test_司发通2010年239号_sums_by_body_source_type_and_result_equal_the_total(forty, database):
    table = statistics(database)
    sums = [total(table.by_body), total(table.by_source), total(table.by_result)]
    sums += [total(columns) for columns in table.by_type.values()]
    assert table.total.cases == 40
    assert sums == [40] * 5
    assert table.faults == ()


def test_every_dispute_type_and_channel_has_a_column_in_both_vintages(forty, database):
    table = statistics(database)
    assert all(cell.cases for cell in table.by_type["2015"].values())
    assert table.by_type["2010"]["劳动争议"].cases == (
        table.by_type["2015"]["拖欠农民工工资"].cases + table.by_type["2015"]["其他劳动争议"].cases
    )


def test_every_figure_leads_down_to_its_cases(forty, database):
    table = statistics(database)
    named = [case for cell in table.by_source.values() for case in cell.case_ids]
    assert sorted(named) == sorted(file.id for file in forty)


def test_the_success_rate_is_settled_through_all_and_says_its_formula(forty, database):
    for file in forty[:39]:
        close(file, Outcome.SETTLED)
        agree(file)
    close(forty[39], Outcome.UNSETTLED)
    table = statistics(database)
    assert table.success_rate == "97.5%"
    assert table.by_result["调解不成"].cases == 1
    assert table.by_form["书面协议"].cases == 39


def test_the_closing_basis_counts_only_what_was_closed_in_the_period(forty, database):
    close(forty[0], Outcome.SETTLED, date(2026, 3, 31))
    close(forty[1], Outcome.SETTLED, date(2026, 4, 1))
    table = statistics(database, Basis.CLOSED)
    assert table.total.case_ids == (forty[0].id,)
    assert table.by_result["有待继续调解"].cases == 0


def test_money_and_performance_come_from_the_obligations(database, world, bus):
    done = open_case(database, world, bus)
    owing = open_case(database, world, bus)
    for file in (done, owing):
        close(file, Outcome.SETTLED)
    agree(done, fen=1_234_567, fulfilled_on=date(2026, 3, 25))
    agree(owing, fen=100, form="oral")
    table = statistics(database)
    assert table.amount == Decimal("12346.67")
    assert table.fulfilled.case_ids == (done.id,)
    assert {name: cell.cases for name, cell in table.by_form.items()} == {
        "书面协议": 1,
        "口头协议": 1,
    }


def test_a_settled_case_without_an_agreement_is_named(database, world, bus):
    file = open_case(database, world, bus)
    close(file, Outcome.SETTLED)
    (fault,) = statistics(database).faults
    assert file.read(lambda case: case.number) in fault
    assert "没有生效的协议" in fault


def test_people_are_counted_where_they_were_told_and_by_party_else(database, world, bus):
    open_case(database, world, bus, people_involved=51)
    open_case(database, world, bus)
    assert statistics(database).total.people == 53


def test_nothing_happened_is_a_table_of_zeros_without_a_rate(database):
    table = statistics(database)
    assert (table.total.cases, table.success_rate) == (0, None)


def run(flask, *words):
    return flask.test_cli_runner().invoke(group, ["cases", *words])


def test_the_command_answers_json_and_writes_the_familiar_sheet(flask, forty, tmp_path):
    period = ["--from", "2026-03-01", "--to", "2026-03-31"]
    sheet = tmp_path / "三月.xlsx"
    answer = run(flask, *period, "--format", "xlsx", "--out", str(sheet))
    said = json.loads(answer.stdout)
    assert (answer.exit_code, said["total"]["cases"]) == (0, 40)
    rows = {row[0].value: row[1].value for row in openpyxl.load_workbook(sheet).worksheets[0].rows}
    assert rows["调解案件总数"] == 40
    assert rows["村调委会"] == said["by_body"]["村调委会"]["cases"]


def test_a_period_that_ends_before_it_begins_is_refused(flask):
    answer = run(flask, "--from", "2026-04-01", "--to", "2026-03-01")
    assert answer.exit_code == 2
    assert re.search("截止日早于起始日", answer.stderr)
