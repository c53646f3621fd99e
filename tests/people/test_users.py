"""Accounts: made with a one-time password, moved, disabled; nobody's own, nobody's twice."""

import re

import pytest

from app.access.accounts import User
from app.access.commands import ChangeRole, DisableUser, MakeUser
from app.access.roles import MAY, Role
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow
from app.kernel.ids import new_id
from tests.access.conftest import PASSWORD, House, is_in
from tests.world import COUNTY, TODAY, VILLAGE


@pytest.fixture
def house(database, world, tmp_path):
    return House(database, world, tmp_path / "home")


@pytest.fixture
def say(bus, world):
    def say(what, /, by="管理员", **said):
        return bus.execute(what(county_id=COUNTY, actor_id=world.users[by], on=TODAY, **said))

    return say


def make(client, **changes):
    data = {"login": "xinren", "name": "新人", "role": "registrar", "key": ""} | changes
    return client.post("/people/users", data=data)


def test_a_new_person_signs_in_once_with_the_password_shown_once(house):
    admin, _ = house.sign_in(login="管理员")
    answer = make(admin)
    assert answer.status_code == 200
    password = re.search(r"<kbd>([a-z2-9-]{19})</kbd>", answer.text)[1]
    assert password not in admin.get("/people/users").text
    client, signed = house.sign_in(login="XinRen", password=password)
    assert signed.status_code == 303
    assert client.get("/account").location == "/account/password"
    assert password not in str(house.trail())


def test_a_login_name_is_never_given_twice(house, say):
    admin, _ = house.sign_in(login="管理员")
    user = say(MakeUser, login="xinren", name="新人", role=Role.REGISTRAR)
    say(DisableUser, user_id=user)
    answer = make(admin, login="XINREN")
    assert answer.status_code == 422
    assert "已经有人用过" in answer.text
    assert "新人" in answer.text


def test_disabling_ends_every_sign_in_at_once(house):
    admin, _ = house.sign_in(login="管理员")
    client, _ = house.sign_in()
    assert is_in(client)
    admin.post(f"/people/users/{house.world.users['扎西多杰']}/disabling")
    assert not is_in(client)
    assert house.sign_in()[1].status_code == 422


def test_a_reset_asks_for_ones_own_password_and_ends_theirs(house):
    admin, _ = house.sign_in(login="管理员")
    client, _ = house.sign_in()
    there = f"/people/users/{house.world.users['扎西多杰']}/password-reset"
    wrong = admin.post(there, data={"old_password": "错的密码错的密码", "key": ""})
    assert wrong.status_code == 422
    assert is_in(client)
    answer = admin.post(there, data={"old_password": PASSWORD, "key": ""})
    password = re.search(r"<kbd>([a-z2-9-]{19})</kbd>", answer.text)[1]
    assert not is_in(client)
    assert house.sign_in()[1].status_code == 422
    assert house.sign_in(password=password)[1].status_code == 303


def test_another_post_ends_the_sign_ins_and_leaves_a_footprint(house):
    admin, _ = house.sign_in(login="管理员")
    client, _ = house.sign_in()
    user = house.world.users["扎西多杰"]
    data = {"role": "auditor", "old_password": PASSWORD, "key": str(new_id())}
    assert admin.post(f"/people/users/{user}/role", data=data).status_code == 303
    assert not is_in(client)
    tag, told = house.trail()[-1]
    assert tag == "access:role:changed"
    assert (told["came_from"], told["went_to"]) == ("township_mediator", "auditor")


def test_nobody_changes_their_own_role(house, say):
    with pytest.raises(NotAllowed, match="自己的岗位"):
        say(ChangeRole, user_id=house.world.users["管理员"], role=Role.COUNTY_SUPERVISOR)
    admin, _ = house.sign_in(login="管理员")
    data = {"role": "county_supervisor", "old_password": PASSWORD, "key": str(new_id())}
    answer = admin.post(f"/people/users/{house.world.users['管理员']}/role", data=data)
    assert answer.status_code == 403
    assert house.user("管理员").role == "administrator"


def test_posting_more_than_the_form_asks_changes_nothing(house):
    client, _ = house.sign_in()
    data = {"role": "administrator", "county_id": "632522", "old_password": "x", "key": ""}
    client.post("/account/password", data=data)
    assert house.user("扎西多杰").role == "township_mediator"


def test_the_last_administrator_stays(say, world):
    other = say(MakeUser, login="admin2", name="另一位", role=Role.ADMINISTRATOR)
    say(DisableUser, user_id=other)
    with pytest.raises(NotNow, match="最后一位"):
        say(DisableUser, by="系统", user_id=world.users["管理员"])


def test_the_systems_account_is_nobodys(say, world):
    with pytest.raises(NotFound):
        say(DisableUser, user_id=world.users["系统"])
    with pytest.raises(Incomplete, match="程序自己"):
        say(MakeUser, login="x", name="x", role=Role.SYSTEM)


def test_another_countys_account_is_not_there(house):
    admin, _ = house.sign_in(login="管理员")
    stranger = house.world.users["外县人"]
    assert admin.get(f"/people/users/{stranger}").status_code == 404
    assert admin.post(f"/people/users/{stranger}/disabling").status_code == 404


@pytest.mark.parametrize(
    ("role", "field"),
    [
        (Role.VILLAGE_MEDIATOR, "committee_id"),
        (Role.TOWNSHIP_SUPERVISOR, "township_code"),
        (Role.SPECIALIST, "specialist_id"),
    ],
)
def test_a_post_knows_where_it_stands(say, role, field):
    with pytest.raises(Incomplete) as refused:
        say(MakeUser, login="x", name="x", role=role)
    assert refused.value.field == field


def test_a_post_gets_its_area_from_its_committee(say, world, database):
    user = say(
        MakeUser, login="x", name="x", role=Role.VILLAGE_MEDIATOR,
        committee_id=world.committees["甲乙村"],
    )  # fmt: skip
    with database.read() as session:
        row = session.get_one(User, (COUNTY, user))
        assert (row.village_code, row.township_code) == (VILLAGE, VILLAGE[:9])


def test_an_administrator_sees_no_case(house):
    admin, _ = house.sign_in(login="管理员")
    assert admin.get("/cases").status_code == 403
    assert not any(one.value.startswith("case:") for one in MAY[Role.ADMINISTRATOR])
    assert house.tags()[-1] == "access:permission:refused"


def test_three_administrations_are_apart():
    manages, audits = MAY[Role.ADMINISTRATOR], MAY[Role.AUDITOR]
    assert "audit:read" not in manages
    assert not {"user:manage", "people:manage", "rule:publish"} & audits
    assert "rule:approve" not in MAY[Role.RULE_AUTHOR]
