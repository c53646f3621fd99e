import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from flask import session

STATIC = Path(__file__).parents[2] / "app" / "static"
VENDORED = json.loads((STATIC / "vendor" / "VENDOR.json").read_text(encoding="utf-8"))


@pytest.fixture
def client(flask):
    return flask.test_client()


@pytest.mark.parametrize("address", ["/healthz", "/no-such-page", "/static/css/look.css"])
def test_every_answer_runs_only_our_own_files(client, address):
    with client.get(address) as answer:
        headers = answer.headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", ["/healthz", "/no-such-page"])
def test_no_page_is_kept_by_the_browser(client, address):
    assert client.get(address).headers["Cache-Control"] == "no-store"


def test_hsts_is_said_over_tls_only(client):
    assert "Strict-Transport-Security" not in client.get("/healthz").headers
    secure = client.get("/healthz", base_url="https://localhost")
    assert "max-age=" in secure.headers["Strict-Transport-Security"]


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_the_sessions_cookie_is_for_us_alone(own_flask, scheme, secure):
    @own_flask.get("/remember")
    def remember():
        session["x"] = 1
        return ""

    remember.needs = None
    said = (
        own_flask.test_client()
        .get("/remember", base_url=f"{scheme}://localhost")
        .headers["Set-Cookie"]
    )
    assert "HttpOnly" in said
    assert "SameSite=Lax" in said
    assert ("Secure" in said) is secure


def test_a_page_names_its_files_by_their_content(client):
    page = client.get("/no-such-page").text
    address = re.search(r'href="(/static/css/look\.css\?v=([0-9a-f]{12}))"', page)
    assert address
    with client.get(address[1]) as answer:
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert hashlib.sha256(answer.data).hexdigest().startswith(address[2])
    with client.get("/static/css/look.css?v=old") as old:
        assert old.headers["Cache-Control"] == "no-cache"


def test_a_static_file_travels_small_and_arrives_whole(client):
    whole = (STATIC / "css" / "look.css").read_bytes()
    answer = client.get("/static/css/look.css", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert gzip.decompress(answer.data) == whole
    assert len(answer.data) < len(whole) / 2
    with client.get("/static/css/look.css") as plain:
        assert plain.data == whole


@pytest.mark.parametrize("name", VENDORED)
def test_a_vendored_file_is_what_was_locked(name):
    entry = VENDORED[name]
    assert hashlib.sha256((STATIC / "vendor" / name).read_bytes()).hexdigest() == entry["sha256"]
    assert entry["version"] in name
    assert (STATIC / "vendor" / entry["license_file"]).read_text(encoding="utf-8").strip()


def test_nothing_is_vendored_without_a_lock():
    known = set(VENDORED) | {e["license_file"] for e in VENDORED.values()} | {"VENDOR.json"}
    assert {path.name for path in (STATIC / "vendor").iterdir()} == known
