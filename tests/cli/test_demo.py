"""The demo county: the same from the same seed, believable, in an empty database only."""

import re
import shutil

import pytest
from sqlalchemy import select

from app.access.roles import Role
from app.cases.model import Case
from app.cases.parties import Party
from app.cli.demo.stories import money
from app.factory import create_app
from app.kernel.footprints import Footprint
from app.meetings.model import Meeting, MeetingFlaw
from app.people.bodies import Committee, CommitteeLevel, Mediator, Specialist
from app.people.composition import warnings_of
from app.people.reading import seats_of
from app.people.users import User
from app.places.model import GridCell
from config import Config
from tests.cli.test_setup import opened, run

COUNTY = "632521"
DAY = ("--on", "2026-06-15")


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    home = tmp_path_factory.mktemp("empty") / "home"
    run(home, "setup")
    return home


@pytest.fixture(scope="module")
def county(empty):
    """One demo county, and what the command said."""
    home = empty.with_name("county")
    shutil.copytree(empty, home)
    code, (said,), told = run(home, "demo", "--cases", "24", "--seed", "7", *DAY)
    assert code == 0, told
    database = opened(home)
    yield home, said, told, database
    database.dispose()


def rows(database, table):
    with database.read() as session:
        return session.scalars(select(table).where(table.county_id == COUNTY)).all()


def test_everybody_is_there(county):
    _, said, _, database = county
    committees = rows(database, Committee)
    levels = [one.level for one in committees]
    assert levels.count(CommitteeLevel.TOWNSHIP) == 11
    assert levels.count(CommitteeLevel.COUNTY_CENTER) == 1
    assert levels.count(CommitteeLevel.INDUSTRY) == 1
    assert levels.count(CommitteeLevel.VILLAGE) >= 11
    assert sum(one.is_full_time for one in rows(database, Mediator)) == 25
    assert len(rows(database, Specialist)) == 64
    assert len(rows(database, GridCell)) == 383
    assert len(rows(database, Case)) == said["cases"] == 24
    assert {user["role"] for user in said["users"]} == {
        role.value for role in Role if role is not Role.SYSTEM
    }


def test_the_invented_committees_are_as_the_law_wants(county):
    database = county[3]
    with database.read() as session:
        for committee in session.scalars(select(Committee).where(Committee.county_id == COUNTY)):
            on = committee.term_from or committee.established_on
            found = (
                {one.shortfall for one in warnings_of(committee, seats_of(session, committee), on)}
                if on
                else set()
            )
            assert not found, (committee.name, found)


def test_no_story_was_cut_short_and_no_session_is_flawed(county):
    _, _, told, database = county
    assert "没有讲完" not in told
    assert rows(database, MeetingFlaw) == []


def test_the_cases_stand_everywhere_on_the_road(county):
    database = county[3]
    stages = {one.stage for one in rows(database, Case)}
    assert {"closed", "home_follow_up"} <= stages
    assert len(stages) >= 4
    assert rows(database, Meeting)


def test_nothing_happened_after_the_day(county):
    database = county[3]
    of_cases = [one for one in rows(database, Footprint) if one.case_id is not None]
    assert max(one.recorded_at for one in of_cases).date().isoformat() < "2026-06-15"
    assert max(one.received_on for one in rows(database, Case)).isoformat() < "2026-06-15"


def test_one_password_lets_everybody_in_and_is_printed_once(county):
    home, said, told, _ = county
    assert said["password"] in told
    flask = create_app(Config(home=home))
    flask.config["WTF_CSRF_ENABLED"] = False
    for login in ("admin", "dengji", "fuze", "shenji", "guize", "tiaojie1", "qiabuqia", "wangge1"):
        client = flask.test_client()
        client.post("/sign-in", data={"login": login, "password": said["password"]})
        assert client.get("/account").status_code == 200, login
    logs = "".join(path.read_text(encoding="utf-8") for path in (home / "logs").glob("*"))
    assert said["password"] not in logs
    assert run(home, "audit", "verify")[:2][0] == 0


def test_who_is_named_has_open_cases_to_look_at(county):
    _, _, told, database = county
    open_at = {one.committee_id for one in rows(database, Case) if one.closed_on is None}
    named = {user.login: user for user in rows(database, User) if f"  {user.login} " in told}
    posts = {user.role: user.committee_id for user in named.values()}
    assert posts[Role.VILLAGE_MEDIATOR] in open_at
    assert posts[Role.TOWNSHIP_MEDIATOR] in open_at
    assert len(named) == len(posts)  # one account a role


def test_two_counties_have_two_passwords(county, empty, tmp_path):
    home = tmp_path / "home"
    shutil.copytree(empty, home)
    _, (said,), _ = run(home, "demo", "--cases", "0", *DAY)
    assert said["password"] != county[1]["password"]
    assert len(re.sub("[^a-z0-9]", "", said["password"])) >= 12


def told_of(database):
    """Say what the county is, ids included, but for what keys and the set-up made."""
    with database.read() as session:
        keep = {
            Case: ("id", "number", "file_number", "title", "stage", "received_on", "amount_fen"),
            Party: ("id", "name", "born_on", "ethnicity"),
            Mediator: ("id", "name", "born_on", "gender"),
            User: ("login", "name", "role"),
            GridCell: ("id", "name", "village_code"),
            Meeting: ("id", "on", "kind", "result"),
            Footprint: ("tag", "on", "recorded_at"),  # of cases: others may have signed in since
        }
        return {
            table.__name__: sorted(
                str([getattr(row, name) for name in names])
                for row in session.scalars(select(table).where(table.county_id == COUNTY))
                if table is not Footprint or row.case_id is not None
            )
            for table, names in keep.items()
        }


def test_the_same_seed_on_the_same_day_gives_the_same_county(county, empty, tmp_path):
    found = {}
    for seed in ("7", "8"):
        home = tmp_path / seed
        shutil.copytree(empty, home)
        run(home, "demo", "--cases", "24", "--seed", seed, *DAY)
        database = opened(home)
        found[seed] = told_of(database)
        database.dispose()
    assert found["7"] == told_of(county[3])
    assert found["8"]["Case"] != found["7"]["Case"]


def test_a_database_with_people_in_it_is_refused(county):
    home = county[0]
    code, lines, told = run(home, "demo")
    assert (code, lines) == (2, [])
    assert "只装进空库" in told
    assert run(home, "demo", "--if-empty")[:2] == (0, [{"demo": "kept"}])


def test_before_set_up_the_demo_says_what_comes_first(tmp_path):
    code, _, told = run(tmp_path / "none", "demo")
    assert code == 2
    assert "setup" in told


def test_money_is_written_as_in_an_agreement():
    assert money(1200) == "人民币1,200元（大写：壹仟贰佰元整）"
