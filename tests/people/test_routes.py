"""Who may open what: every role at every door of people, places and one's own account."""

import pytest

from app.access.permissions import Permission
from app.access.roles import MAY, Role
from app.kernel.ids import new_id
from app.people.users import User
from tests.world import COUNTY, OTHER_TOWNSHIP

OURS = ("people_", "places", "areas", "grid_cells", "household_groups", "committee_changes",
        "mediator_changes", "account", "sign_in")  # fmt: skip
EXPECTED = {
    "/people/committees": Permission.PEOPLE_READ,
    "/people/committees/new": Permission.PEOPLE_MANAGE,
    "/people/mediators": Permission.PEOPLE_READ,
    "/people/mediators/new": Permission.PEOPLE_MANAGE,
    "/people/specialists": Permission.PEOPLE_READ,
    "/people/specialists/new": Permission.PEOPLE_MANAGE,
    "/people/users": Permission.USER_MANAGE,
    "/people/users/new": Permission.USER_MANAGE,
    "/places": Permission.PLACE_MANAGE,
    f"/places/{OTHER_TOWNSHIP}": Permission.PLACE_MANAGE,
    "/places/632521101201": Permission.PLACE_MANAGE,
    "/places/632521101201/grid-cells/new": Permission.PLACE_MANAGE,
    "/places/areas": Permission.PLACE_MANAGE,
    "/overview": Permission.CASE_SUPERVISE,
    f"/overview/townships/{OTHER_TOWNSHIP}": Permission.CASE_SUPERVISE,
    "/overview/villages/632521100201": Permission.CASE_SUPERVISE,
    "/overview/open-cases": Permission.CASE_SUPERVISE,
    "/screenings": Permission.CASE_REGISTER,
    "/rooms": Permission.PEOPLE_READ,
    "/screenings/new": Permission.CASE_REGISTER,
    "/registers": Permission.REGISTER_READ,
    "/registers/sheet": Permission.REGISTER_READ,
    "/registers/statistics.xlsx": Permission.REGISTER_READ,
    "/registers/statistics.pdf": Permission.REGISTER_READ,
    "/registers/figures": Permission.REGISTER_READ,
    "/registers/cases": Permission.REGISTER_READ,
    "/registers/cases.xlsx": Permission.REGISTER_READ,
    "/registers/cases.pdf": Permission.REGISTER_READ,
    "/registers/bulletin": Permission.REGISTER_READ,
    "/registers/bulletin.pdf": Permission.REGISTER_READ,
    "/registers/subsidy": Permission.REGISTER_READ,
    "/registers/subsidy.xlsx": Permission.REGISTER_READ,
    "/registers/subsidy.pdf": Permission.REGISTER_READ,
    "/registers/evaluations": Permission.REGISTER_READ,
    "/registers/evaluations.xlsx": Permission.REGISTER_READ,
    "/registers/evaluations.pdf": Permission.REGISTER_READ,
    "/registers/members": Permission.REGISTER_READ,
    "/registers/members.xlsx": Permission.REGISTER_READ,
    "/registers/members.pdf": Permission.REGISTER_READ,
    "/registers/months": Permission.REGISTER_READ,
    "/registers/months/2026-01": Permission.REGISTER_READ,
    "/registers/organization": Permission.REGISTER_READ,
    "/registers/organization.xlsx": Permission.REGISTER_READ,
    "/registers/organization.pdf": Permission.REGISTER_READ,
    "/revisits": Permission.CASE_FOLLOW_UP,
    "/revisits/sheet": Permission.CASE_FOLLOW_UP,
    "/supervision": Permission.CASE_SUPERVISE,
    "/audit": Permission.AUDIT_READ,
    "/audit/chain": Permission.AUDIT_READ,
    "/account/messages": Permission.SELF,
    "/deliveries": Permission.USER_MANAGE,
    "/rota": Permission.PEOPLE_READ,
    "/rota/swaps": Permission.CASE_MEDIATE,
    "/rota/visits/sheet": Permission.CASE_READ,
    "/rota/calendar-feed": Permission.SELF,
    "/key-rescues": Permission.PEOPLE_MANAGE,
    "/account": Permission.SELF,
    "/account/password": Permission.SELF,
}
GONE_IS_DONE = {"/account/sign-ins/<token>/end"}  # what it asks for is so already
PEOPLE = [role for role in Role if role is not Role.SYSTEM]


@pytest.fixture
def as_role(database, world, as_user):
    def client_of(role):
        user = User(
            county_id=COUNTY, id=new_id(), login=role.value, name=role.value, role=role,
            must_change_password=False, township_code=OTHER_TOWNSHIP,
        )  # fmt: skip
        with database.write() as session:
            session.add(user)
        world.users[role.value] = user.id
        return as_user(role.value)

    return client_of


@pytest.mark.parametrize("role", PEOPLE)
def test_a_page_opens_exactly_for_who_may(as_role, role):
    client = as_role(role)
    found = {path: client.get(path).status_code for path in EXPECTED}
    assert found == {path: 200 if may in MAY[role] else 403 for path, may in EXPECTED.items()}


@pytest.mark.parametrize("role", PEOPLE)
def test_a_verb_is_heard_only_from_who_may(as_role, flask, role):
    client = as_role(role)
    for rule in flask.url_map.iter_rules():
        if not rule.endpoint.startswith(OURS) or "POST" not in rule.methods:
            continue
        needs = flask.view_functions[rule.endpoint].needs
        if needs is None or needs in MAY[role]:
            continue
        path = rule.build({name: new_id() for name in rule.arguments} | codes(rule))[1]
        assert client.post(path).status_code == 403, path


def codes(rule):
    return {name: "632521101201" for name in rule.arguments if name in {"code", "token"}}


def test_a_stranger_is_sent_to_the_door(flask):
    client = flask.test_client()
    for path in EXPECTED:
        answer = client.get(path)
        assert (answer.status_code, answer.location.split("?")[0]) == (302, "/sign-in")


def test_each_of_our_routes_is_in_the_table_or_a_verb_of_one(flask):
    for rule in flask.url_map.iter_rules():
        if rule.endpoint.startswith(OURS) and "GET" in rule.methods and not rule.arguments:
            assert str(rule) in EXPECTED or str(rule) == "/sign-in", str(rule)


def test_what_is_not_there_is_not_found_whatever_was_typed(as_role, flask):
    clients, answers = {role: as_role(role) for role in PEOPLE}, {}
    for rule in flask.url_map.iter_rules():
        needs = getattr(flask.view_functions[rule.endpoint], "needs", None)
        if "POST" not in rule.methods or not rule.arguments or rule.defaults or needs is None:
            continue
        client = next(clients[role] for role in PEOPLE if needs in MAY[role])
        path = rule.build({name: given(rule, name) for name in rule.arguments})[1]
        answers[str(rule)] = client.post(path).status_code
    assert {rule for rule, code in answers.items() if code != 404} == GONE_IS_DONE


def given(rule, name):
    return 1 if f"<int:{name}>" in str(rule) else new_id()
