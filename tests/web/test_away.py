"""A database that cannot be opened (no room, no right, away) is said at every door, also where it is read."""

import pytest

from app.factory import create_app
from app.kernel.db import Database
from app.web.visitor import COOKIE
from config import Config
from tests.databases import RING


@pytest.fixture
def client(tmp_path):
    database = Database.open(f"sqlite:///{tmp_path}/none/sizhen.db", RING)
    client = create_app(Config(home=tmp_path), database=database).test_client()
    client.set_cookie(COOKIE, "x" * 43)
    return client


@pytest.mark.parametrize("address", ["/healthz", "/today", "/api/offline/session"])
def test_every_door_says_it(client, address):
    answer = client.get(address)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "磁盘已满或不可写" in (answer.json["sentence"] if "api" in address else answer.text)


def test_a_program_is_told_in_json(client):
    answer = client.get("/api/v1/cases/2026-1", headers={"Authorization": "Bearer x"})
    assert answer.status_code == 503
    assert "磁盘已满或不可写" in answer.json["errors"][0]["message"]


@pytest.mark.parametrize(("number", "code"), [(28, 503), (122, 503), (2, 500)])
def test_a_full_disk_beside_the_database_is_said_too(flask, monkeypatch, number, code):
    def full(*_):
        raise OSError(number, "No space left on device")

    monkeypatch.setattr("app.web.health.text", full)
    flask.config["PROPAGATE_EXCEPTIONS"] = False
    answer = flask.test_client().get("/healthz")
    assert answer.status_code == code
    assert ("磁盘已满" in answer.text) == (code == 503)
