"""Committees and mediators as the law wants them; what it asks is said, who is elected is kept."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.kernel.errors import Incomplete, NotFound, NotNow, Stale
from app.people.bodies import Committee, CommitteeLevel, CommitteeMember, Mediator, Post
from app.people.commands import (
    DissolveCommittee,
    EndSeat,
    MakeCommittee,
    MakeMediator,
    RetireMediator,
    ReviseCommittee,
    ReviseMediator,
    SeatMember,
)
from app.people.composition import Shortfall, warnings_of
from app.people.mediators import age_on
from app.people.reading import seats_of
from tests.world import COUNTY, ELSEWHERE, TODAY, VILLAGE


@pytest.fixture
def say(bus, world):
    def say(what, /, by="管理员", on=TODAY, **said):
        return bus.execute(what(county_id=COUNTY, actor_id=world.users[by], on=on, **said))

    return say


@pytest.fixture
def committee(say):
    return say(
        MakeCommittee, name="黄科村人民调解委员会", short_name="共倒黄",
        level=CommitteeLevel.VILLAGE, area_code="632521101202",
        term_from=date(2024, 1, 1), term_until=date(2026, 12, 31),
    )  # fmt: skip


def person(say, name, gender="male", ethnicity="藏族", **more):
    return say(
        MakeMediator,
        name=name,
        gender=gender,
        ethnicity=ethnicity,
        born_on=date(1980, 5, 1),
        **more,
    )


def seat(say, committee, mediator, post=Post.MEMBER):
    say(SeatMember, committee_id=committee, mediator_id=mediator, post=post)


def warned(database, committee_id, on=TODAY):
    with database.read() as session:
        committee = session.get_one(Committee, (COUNTY, committee_id))
        return {one.shortfall for one in warnings_of(committee, seats_of(session, committee), on)}


def test_人民调解法8条_三至九人_有妇女_有人数较少民族_主任一人(say, database, committee):
    """S19: two members and no woman, all of one people."""
    for name in ("多杰", "扎西"):
        seat(say, committee, person(say, name))
    assert warned(database, committee) == {
        Shortfall.SIZE, Shortfall.NO_WOMAN, Shortfall.ONE_PEOPLE, Shortfall.NO_DIRECTOR,
    }  # fmt: skip
    seat(say, committee, person(say, "李秀兰", "female", "汉族"), Post.DIRECTOR)
    assert warned(database, committee) == set()


@pytest.mark.parametrize(("members", "ok"), [(2, False), (3, True), (9, True), (10, False)])
def test_人民调解法8条_人数(say, database, committee, members, ok):
    for number in range(members):
        seat(say, committee, person(say, f"委员{number}"))
    assert (Shortfall.SIZE not in warned(database, committee)) is ok


def test_人民调解法8条_人数较少民族按当地算(say, database, committee):
    seat(say, committee, person(say, "多杰"))
    with database.write() as session:
        session.get_one(Committee, (COUNTY, committee)).main_ethnicity = "汉族"
    assert Shortfall.ONE_PEOPLE not in warned(database, committee)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 10, 31), None),
        (date(2026, 11, 1), Shortfall.TERM_ENDING),
        (date(2026, 12, 31), Shortfall.TERM_ENDING),
        (date(2027, 1, 1), Shortfall.TERM_OVER),
    ],
    ids=str,
)
def test_人民调解法9条_任期届满前六十天提醒(say, database, committee, on, expected):
    """S33: the term ends on 2026-12-31, the warning begins on 2026-11-01."""
    found = warned(database, committee, on) & {Shortfall.TERM_ENDING, Shortfall.TERM_OVER}
    assert found == ({expected} if expected else set())


def test_人民调解法9条_任期三年(say, database, committee):
    with database.write() as session:
        session.get_one(Committee, (COUNTY, committee)).term_until = date(2027, 1, 2)
    assert Shortfall.TERM_TOO_LONG in warned(database, committee)


@pytest.mark.parametrize(
    ("born_on", "ok"), [(TODAY.replace(year=2008), True), (date(2008, 3, 3), False)], ids=str
)
def test_人民调解法14条_调解员应当是成年公民(say, born_on, ok):
    def make():
        return say(MakeMediator, name="某人", born_on=born_on)

    if ok:
        assert make()
    else:
        with pytest.raises(Incomplete, match="14条"):
            make()


def test_who_is_born_on_the_29th_of_february_ages_on_the_first_of_march():
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18


def test_人民调解法8条_主任只有一人(say, committee):
    first, second = person(say, "多杰"), person(say, "扎西")
    seat(say, committee, first, Post.DIRECTOR)
    with pytest.raises(NotNow, match="已有主任"):
        seat(say, committee, second, Post.DIRECTOR)
    say(EndSeat, committee_id=committee, mediator_id=first)
    seat(say, committee, second, Post.DIRECTOR)


def test_a_short_name_is_given_once(say, committee):
    with pytest.raises(Incomplete, match="已由黄科村人民调解委员会使用"):
        say(
            MakeCommittee, name="别的", short_name="共倒黄", level=CommitteeLevel.VILLAGE,
            area_code=VILLAGE,
        )  # fmt: skip


def test_a_village_committee_stands_in_a_village(say):
    with pytest.raises(Incomplete, match="村"):
        say(
            MakeCommittee, name="别的", short_name="别", level=CommitteeLevel.VILLAGE,
            area_code="632521101",
        )  # fmt: skip


def test_two_who_change_one_committee_do_not_overwrite_each_other(say, committee, database):
    said = {"name": "黄科村调委会", "short_name": "共倒黄", "level": CommitteeLevel.VILLAGE}
    said |= {"area_code": "632521101202", "committee_id": committee, "seen_version": 1}
    say(ReviseCommittee, **said)
    with pytest.raises(Stale):
        say(ReviseCommittee, **said)


def test_a_dissolved_committee_is_dissolved_once(say, committee):
    say(DissolveCommittee, committee_id=committee)
    with pytest.raises(NotNow):
        say(DissolveCommittee, committee_id=committee)


def test_who_retires_leaves_every_seat(say, committee, database):
    mediator = person(say, "多杰")
    seat(say, committee, mediator)
    say(RetireMediator, mediator_id=mediator)
    with database.read() as session:
        row = session.get_one(CommitteeMember, (COUNTY, committee, mediator))
        assert row.until_on == TODAY
    with pytest.raises(NotFound):
        seat(say, committee, mediator)


def test_a_phone_is_sealed_and_stays_when_none_is_said(say, database):
    mediator = person(say, "多杰", phone="13897412345")
    say(ReviseMediator, mediator_id=mediator, name="多杰")
    with database.read() as session:
        sealed = session.get_one(Mediator, (COUNTY, mediator)).phone_sealed
        place = f"mediators|phone|{COUNTY}|{mediator}"
        assert database.ring.open(sealed, place) == "13897412345"
        assert b"13897412345" not in sealed


def test_another_countys_committee_is_not_there(say, database):
    with pytest.raises(NotFound):
        say(DissolveCommittee, committee_id=__import__("uuid").uuid4())
    with database.read() as session:
        mine = select(Committee.county_id).where(Committee.county_id.in_([COUNTY, ELSEWHERE]))
        assert set(session.scalars(mine)) == {COUNTY}


def test_the_warning_is_on_the_page(as_user, say, committee):
    client = as_user("管理员")
    page = client.get(f"/people/committees/{committee}").text
    assert "应当为 3 至 9 人" in page
    assert "没有妇女成员" in page
    assert "有要补正或换届" in client.get("/people/committees").text


def test_a_form_that_was_refused_keeps_what_was_typed(as_user, committee):
    client = as_user("管理员")
    data = {
        "key": "0190a7b0-0000-7000-8000-000000000001", "name": "又一个村的调委会",
        "short_name": "共倒黄", "level": "village", "area_code": VILLAGE,
    }  # fmt: skip
    answer = client.post("/people/committees", data=data)
    assert answer.status_code == 422
    assert "又一个村的调委会" in answer.text
    assert "请换一个字号" in answer.text


def test_a_term_can_be_entered_on_the_page(as_user, committee, database):
    client = as_user("管理员")
    there = f"/people/committees/{committee}/particulars"
    assert "共倒黄" in client.get(there).text
    data = {
        "key": "0190a7b0-0000-7000-8000-000000000002", "name": "黄科村人民调解委员会",
        "short_name": "共倒黄", "level": "village", "area_code": "632521101202",
        "term_from": "2026-01-01", "term_until": "2028-12-31", "seen_version": "1",
    }  # fmt: skip
    assert client.post(there, data=data).status_code == 303
    assert warned(database, committee, date(2026, 12, 1)) & {Shortfall.TERM_ENDING} == set()
    assert (
        client.post(there, data=data | {"key": "0190a7b0-0000-7000-8000-000000000003"}).status_code
        == 409
    )


def test_sixty_days_is_not_fifty_nine():
    assert date(2026, 12, 31) - timedelta(days=60) == date(2026, 11, 1)
