"""The list of cases: filters, pages, sight, and a constant number of statements."""

import re
from datetime import date, timedelta

import pytest
from sqlalchemy import event

from app.cases.findable import index_case
from app.cases.stages import Stage
from app.deadlines.model import Deadline
from app.kernel.ids import new_id
from tests.case_file import open_case
from tests.world import COUNTY, OTHER_TOWNSHIP, TODAY


def numbers_in(answer):
    assert answer.status_code == 200, answer.status_code
    return re.findall(r"共调〔2026〕\w+号", answer.text)


@pytest.fixture
def forty_five(database, world, bus):
    said = {"mediator": None, "parties": ("扎西", "旦正")}
    files = [open_case(database, world, bus, **said) for _ in range(45)]
    with database.write() as session:
        for n, file in enumerate(files):
            file.load(session).received_on = date(2026, 3, 1) - timedelta(days=n // 3)
    return files


def test_pages_hold_every_case_once(forty_five, as_user):
    client, seen, address = as_user("才让卓玛"), [], "/cases"
    for _ in range(3):
        answer = client.get(address)
        seen += numbers_in(answer)
        following = re.search(r'href="([^"]+)" rel="next"', answer.text)
        address = following[1].replace("&amp;", "&") if following else None
    assert address is None
    assert len(seen) == 45
    assert len(set(seen)) == 45


def test_search_results_page_too(forty_five, as_user, database):
    with database.write() as session:
        for file in forty_five:
            index_case(session, COUNTY, file.id)
    client = as_user("才让卓玛")
    first = client.get("/cases?q=扎西")
    following = re.search(r'href="([^"]+)" rel="next"', first.text)[1].replace("&amp;", "&")
    second = client.get(following)
    assert len(numbers_in(first)) == len(numbers_in(second)) == 20
    assert not set(numbers_in(first)) & set(numbers_in(second))


def test_the_number_of_statements_does_not_grow(forty_five, as_user, database):
    client = as_user("才让卓玛")

    def count(address):
        said = []

        def note(_connection, _cursor, statement, *_):
            said.append(statement)

        event.listen(database.engine, "before_cursor_execute", note)
        client.get(address)
        event.remove(database.engine, "before_cursor_execute", note)
        return len([one for one in said if one.startswith("SELECT")])

    full, few = count("/cases"), count("/cases?stage=closed")
    assert full <= 6  # the guard, the shell and the filters ask once each, the list three times
    assert few <= full


@pytest.fixture
def mixed(database, world, bus):
    closed = {"stage": Stage.CLOSED, "closed_on": TODAY, "outcome": "withdrawn"}
    fresh = {"stage": Stage.INTAKE, "accepted_on": None, "committee_id": None, "risk": "red"}
    made = {
        "在办": open_case(database, world, bus),
        "已结": open_case(database, world, bus, **closed),
        "登记": open_case(database, world, bus, mediator=None, **fresh),
    }
    with database.write() as session:
        for name, file in made.items():
            file.load(session).title = f"{name}的案件"
        case = made["登记"].load(session)
        case.township_code, case.village_code, case.dispute_type = OTHER_TOWNSHIP, None, "family"
    return made


@pytest.mark.parametrize(
    ("asked", "who", "found"),
    [
        ("", "才让卓玛", {"在办", "登记"}),
        ("?state=closed", "才让卓玛", {"已结"}),
        ("?state=all", "才让卓玛", {"在办", "已结", "登记"}),
        ("?stage=intake", "才让卓玛", {"登记"}),
        ("?stage=closed", "才让卓玛", {"已结"}),
        ("?type=family", "才让卓玛", {"登记"}),
        ("?risk=red", "才让卓玛", {"登记"}),
        (f"?township={OTHER_TOWNSHIP}", "才让卓玛", {"登记"}),
        ("?mine=yes", "扎西多杰", {"在办"}),
        ("?stage=nonsense&type=x&risk=y&before=z", "才让卓玛", {"在办", "登记"}),
        ("", "扎西多杰", {"在办"}),
        ("", "韩玉梅", {"登记"}),
        ("", "外县人", set()),
        ("", "仁青", set()),
    ],
)
def test_filters_and_sight(mixed, as_user, asked, who, found):
    text = as_user(who).get(f"/cases{asked}").text
    assert {name for name in mixed if f"{name}的案件" in text} == found


def test_people_without_cases_may_not_look(as_user):
    assert as_user("管理员").get("/cases").status_code == 403


def test_a_line_says_what_runs_out(mixed, as_user, database):
    due = TODAY - timedelta(days=1)
    with database.write() as session:
        session.add(
            Deadline(
                county_id=COUNTY, id=new_id(), case_id=mixed["在办"].id,
                subject_id=mixed["在办"].id, code="T01", name="人民调解期限", basis="75号令33条",
                start_on=due, days=30, counting="calendar_days", due_on=due, state="open",
            )
        )  # fmt: skip
    text = as_user("才让卓玛").get("/cases").text
    assert "超期 1 天" in text
    assert "人民调解期限" in text


def test_what_is_typed_is_shown_as_text(mixed, as_user):
    text = as_user("才让卓玛").get("/cases?q=<script>alert(1)</script>").text
    assert "<script>alert" not in text
    assert "没有找到" in text
