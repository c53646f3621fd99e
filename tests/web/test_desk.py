"""/desk: the shell is the same for everybody, small, and gone where the county switches it off."""

import gzip

import pytest

from config import Config

STATES = ("on", "online", "off")


@pytest.fixture
def at_desk(own_flask):
    def client_of(state):
        own_flask.extensions["sizhen.config"] = Config(desk=state)
        return own_flask.test_client()

    return client_of


def kept(worker):
    return worker.split("const SHELL = ")[1].split(";")[0]


def test_the_shell_needs_no_sign_in_and_carries_no_person_and_no_token(at_desk):
    page = at_desk("on").get("/desk")
    assert page.status_code == 200
    assert "csrf" not in page.text
    assert "Set-Cookie" not in page.headers


def test_every_address_that_the_worker_keeps_is_answered(at_desk, own_flask):
    client = at_desk("on")
    worker = client.get("/desk/worker.js")
    assert worker.headers["Service-Worker-Allowed"] == "/desk"
    addresses = own_flask.json.loads(kept(worker.text))
    assert "/desk" in addresses
    for address in addresses:
        with client.get(address) as answer:
            assert answer.status_code == 200, address


def test_the_whole_shell_is_at_most_80_kb_compressed(at_desk, own_flask):
    client = at_desk("on")
    size = 0
    for address in own_flask.json.loads(kept(client.get("/desk/worker.js").text)):
        with client.get(address, headers={"Accept-Encoding": "gzip"}) as answer:
            is_packed = answer.content_encoding == "gzip"
            size += len(answer.data if is_packed else gzip.compress(answer.data, 9))
    assert size <= 80 * 1024, size


def test_a_changed_file_is_another_version(at_desk, monkeypatch):
    client = at_desk("on")
    before = client.get("/desk/worker.js").text
    monkeypatch.setattr("app.web.desk.shell.mark_of", lambda name: f"new {name}")
    assert client.get("/desk/worker.js").text != before


@pytest.mark.parametrize("state", STATES)
def test_where_it_is_switched_off_browsers_let_go_of_the_shell(at_desk, state):
    client = at_desk(state)
    pages = [client.get(path).status_code for path in ("/desk", "/desk/manifest.webmanifest")]
    assert pages == ([404, 404] if state == "off" else [200, 200])
    worker = client.get("/desk/worker.js")
    assert worker.status_code == 200  # also without a sign-in: a worker can always be ended
    assert ("unregister" in worker.text) == (state != "on")
