"""The API: a token for each program, one record a call, masked answers, never twice, never too fast."""

import json
from datetime import timedelta

import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import func, select

from app.access.sessions import hash_of
from app.access.token_commands import MakeToken, RevokeToken
from app.access.tokens import ApiToken
from app.cases.model import Case
from app.cli.tokens import group
from app.factory import create_app
from app.kernel.clock import frozen
from app.kernel.errors import Incomplete, NotAllowed, NotFound
from app.kernel.ids import new_id
from config import Config
from tests.told import FAMILY, ID_NUMBER, OTHER, told
from tests.world import COUNTY, ELSEWHERE, NOW, TODAY

INTAKE = "/api/v1/intake"


@pytest.fixture
def token(bus, world):
    """Make a token for a program: `token("12345平台", "intake")`."""

    def make(name="12345平台", *scopes, by="管理员", **more):
        said = {"county_id": COUNTY, "actor_id": world.users[by], "on": TODAY}
        command = MakeToken(**said, name=name, scopes=scopes or ("intake", "cases"), **more)
        return bus.execute(command)

    return make


@pytest.fixture
def api(flask):
    return flask.test_client()


@pytest.fixture
def cases(database):
    def count():
        with database.read() as session:
            return session.scalar(select(func.count()).select_from(Case))

    return count


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


def post(api, token, record, **more):
    body = record if isinstance(record, bytes) else json.dumps(record).encode()
    more = {"content_type": "application/json"} | more
    return api.post(INTAKE, data=body, headers=bearer(token), **more)


def test_a_record_is_taken_once(api, token, cases):
    key = token()
    first = post(api, key, told(ref="A-1"))
    assert (first.status_code, first.json["result"], first.json["ref"]) == (201, "accepted", "A-1")
    again = post(api, key, told(ref="A-1", summary="改了"))
    assert (again.status_code, again.json["result"]) == (200, "duplicate")
    assert again.json["case"] == first.json["case"]
    assert again.json["decision"] == first.json["decision"]
    assert cases() == 1


def test_the_tokens_name_is_the_sender(api, token, database):
    post(api, token("公安平台"), told(sender=...))
    with database.read() as session:
        assert session.scalars(select(Case)).one().sender == "公安平台"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"\x00",
        b"[" * 100_000,
        json.dumps(told(place="a\x00")).encode(),
    ],
    ids=["empty", "cut", "bytes", "list", "nul", "deep", "nul text"],
)
def test_a_bad_record_is_told_what_is_wrong(api, token, cases, body):
    answer = post(api, token(), body)
    assert (answer.status_code, answer.json["result"]) == (422, "invalid")
    assert answer.json["errors"][0]["message"]
    assert cases() == 0


def test_what_is_no_json_or_too_large_is_refused(api, token, cases):
    key = token()
    assert post(api, key, told(), content_type="text/plain").status_code == 415
    assert post(api, key, b'"' + b"x" * 5_000_000 + b'"').status_code == 413
    assert cases() == 0


@pytest.mark.parametrize(
    "headers",
    [{}, bearer("x"), bearer(""), bearer(f"{COUNTY}.x"), {"Authorization": "Basic eDp5"}],
    ids=str,
)
def test_without_a_token_nothing_is_taken_or_told(api, token, cases, headers):
    post(api, token(), told())
    for answer in (
        api.post(INTAKE, json=told(), headers=headers),
        api.get("/api/v1/cases/共调〔2026〕1号", headers=headers),
    ):
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert "令牌" in answer.json["errors"][0]["message"]
    assert cases() == 1


def test_a_cookie_is_no_token(as_user, cases):
    assert as_user("马文祥").post(INTAKE, json=told()).status_code == 401
    assert cases() == 0


def test_a_program_needs_no_page_to_post_from(api, token, flask):
    flask.config["WTF_CSRF_ENABLED"] = True
    assert post(api, token(), told()).status_code == 201


def test_a_token_does_only_what_it_is_for(api, token):
    assert post(api, token("只查", "cases"), told()).status_code == 403
    key = token("只报", "intake")
    number = post(api, key, told()).json["case"]
    assert api.get(f"/api/v1/cases/{number}", headers=bearer(key)).status_code == 403


def test_a_token_taken_back_stops_at_once(api, token, bus, world):
    key = token()
    said = {"county_id": COUNTY, "actor_id": world.users["管理员"], "on": TODAY}
    bus.execute(RevokeToken(**said, name="12345平台"))
    assert post(api, key, told()).status_code == 401
    with pytest.raises(NotFound):
        bus.execute(RevokeToken(**said, name="12345平台"))
    with pytest.raises(Incomplete):
        token()


@pytest.mark.parametrize("name", ["", "desk", "import", "a\x00b"])
def test_a_token_needs_a_name_of_its_own(token, name):
    with pytest.raises(Incomplete):
        token(name)


def test_too_many_calls_a_minute_are_told_to_wait_and_nothing_is_lost(
    api, token, database, flask, tmp_path
):
    key = token(calls_a_minute=2)
    codes = [post(api, key, told()).status_code for _ in range(3)]
    assert codes == [201, 201, 429]
    restarted = create_app(
        Config(home=tmp_path), clock=frozen(NOW + timedelta(seconds=30)), database=database
    )
    refused = post(restarted.test_client(), key, told())
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "30")
    later = create_app(
        Config(home=tmp_path), clock=frozen(NOW + timedelta(seconds=61)), database=database
    )
    assert post(later.test_client(), key, told()).status_code == 201


def test_the_database_knows_only_the_hash(token, database):
    key = token()
    with database.read() as session:
        row = session.scalars(select(ApiToken)).one()
    assert key.partition(".")[2].encode() not in row.token_sha256
    assert len(row.token_sha256) == 32


def test_a_case_is_told_masked(api, token):
    key = token()
    people = [FAMILY | {"name": "才让卓玛", "id_number": ID_NUMBER, "phone": "13897412345"}, OTHER]
    number = post(api, key, told(parties=people)).json["case"]
    answer = api.get(f"/api/v1/cases/{number}", headers=bearer(key))
    assert answer.status_code == 200
    party = answer.json["parties"][0]
    assert (party["name"], party["id_number"], party["phone"]) == (
        "才***",
        "6325************15",
        "138****2345",
    )
    assert not any(
        word in answer.text for word in ("才让卓玛", ID_NUMBER, "13897412345", told()["summary"])
    )
    assert answer.json["stage"] == "village_visit"
    assert answer.json["deadlines"]


def test_a_declined_case_tells_where_to_go(api, token):
    key = token()
    first = post(api, key, told(signals={"accepted_elsewhere": "court"})).json
    answer = api.get(f"/api/v1/cases/{first['case']}", headers=bearer(key)).json
    assert (first["result"], answer["declined"]["refer_to"]) == ("declined", "court")


def test_another_countys_token_finds_nothing(api, token, bus, world, database):
    number = post(api, token(), told()).json["case"]
    said = {"county_id": ELSEWHERE, "actor_id": world.users["外县人"], "on": TODAY}
    with database.write() as session:
        session.add(
            ApiToken(
                county_id=ELSEWHERE, id=new_id(), name="外县", token_sha256=hash_of("s"), may_register=True,
                may_read=True, made_by=said["actor_id"], made_at=NOW,
            )
        )  # fmt: skip
    answer = api.get(f"/api/v1/cases/{number}", headers=bearer(f"{ELSEWHERE}.s"))
    assert answer.status_code == 404
    assert answer.json["errors"]


def test_who_may_not_manage_users_makes_no_token(token):
    with pytest.raises(NotAllowed):
        token(by="马文祥")


def test_the_description_is_valid_and_public(api):
    told_of = api.get("/api/v1/openapi.json").json
    assert told_of["openapi"] == "3.1.0"
    assert set(told_of["paths"]) == {INTAKE, "/api/v1/cases/{number}"}
    record = told_of["components"]["schemas"]["IntakeRecord"]
    Draft202012Validator.check_schema(record)
    Draft202012Validator(record).validate(told())


def test_tokens_are_made_listed_and_revoked_on_the_command_line(flask, api):
    run = flask.test_cli_runner().invoke
    made = run(group, ["make", "12345平台", "--scope", "intake", "--county", COUNTY])
    said = json.loads(made.stdout)
    assert (made.exit_code, said["scopes"]) == (0, ["intake"])
    assert post(api, said["token"], told()).status_code == 201
    assert run(group, ["make", "12345平台", "--scope", "intake", "--county", COUNTY]).exit_code == 2
    assert run(group, ["make", "无权", "--county", COUNTY]).exit_code == 2
    assert (
        json.loads(run(group, ["revoke", "12345平台", "--county", COUNTY]).stdout)["revoked"]
        is True
    )
    listed = json.loads(run(group, ["list", "--county", COUNTY]).stdout)
    assert listed["revoked_at"]
    assert said["token"] not in json.dumps(listed)
    assert post(api, said["token"], told()).status_code == 401
