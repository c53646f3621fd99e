"""The technical log: one JSON object a line, and nobody's name, phone or number in it."""

import json
import logging
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import g

from app.cases.parties import Party
from app.cli.intake import group
from app.kernel.ids import new_id
from app.web import door
from app.web.guard import public
from tests.world import COUNTY

PERSON = {"name": "拉毛措", "phone": "13997401234", "id_number": "632521198503070045"}
REAL = Path("tests/data/cases.jsonl")


@pytest.fixture
def lines(tmp_path):
    """Read what the log holds by now."""

    def read():
        for handler in logging.getLogger("sizhen").handlers:
            handler.flush()
        files = sorted((tmp_path / "logs").glob("sizhen.log*"))
        return [json.loads(line) for file in files for line in file.read_text().splitlines()]

    return read


@pytest.fixture
def broken(own_flask):
    """Hang a page on the site that fails in the middle of a person's data."""

    @public
    def fail(name):
        assert name == PERSON["name"]
        g.said = PERSON["name"]
        row = {
            "county_id": COUNTY,
            "id": new_id(),
            "name": PERSON["name"],
            "id_number_sealed": b"x",
        }
        door.reading().execute(sa.insert(Party).values(**row))

    own_flask.add_url_rule("/broken/<name>", "health.broken", fail, methods=["GET", "POST"])
    own_flask.config["PROPAGATE_EXCEPTIONS"] = False
    return own_flask.test_client()


def secrets_of(record):
    """Yield what a log must not know of an intake record."""
    for party in record["parties"]:
        yield party["name"]
        yield from (party[key] for key in ("phone", "id_number", "address") if party.get(key))
    yield record["summary"][:20]


def test_a_request_is_one_line_without_its_address(flask, lines):
    flask.test_client().get(f"/healthz?name={PERSON['name']}")
    flask.test_client().get(f"/nobody/{PERSON['name']}")
    known, unknown = [line for line in lines() if line["message"] == "request"]
    assert (known["route"], known["status"], known["method"]) == ("/healthz", 200, "GET")
    assert (unknown["route"], unknown["status"]) == ("none", 404)
    assert PERSON["name"] not in json.dumps([known, unknown], ensure_ascii=False)


def test_an_exception_is_told_by_type_and_place_only(broken, lines, capfd):
    answer = broken.post(f"/broken/{PERSON['name']}", data=PERSON)
    assert answer.status_code == 500
    told = [line for line in lines() if "error" in line]
    assert told
    assert told[0]["error"] == "IntegrityError"
    assert any("test_witness.py" in place for place in told[0]["where"])
    written = json.dumps(lines(), ensure_ascii=False) + "".join(capfd.readouterr())
    assert "Traceback" not in written
    for secret in PERSON.values():
        assert secret not in written
        assert secret not in answer.text


def test_a_line_cannot_be_forged(flask, lines):
    logging.getLogger("sizhen").warning('ok"}\n{"message": "forged\x1b[31m\u202e')
    assert [line["level"] for line in lines()] == ["warning"]


@pytest.mark.parametrize("spoilt", [False, True], ids=["完好", "有坏行"])
def test_importing_real_cases_leaves_no_person_in_the_log(flask, tmp_path, lines, caplog, spoilt):
    caplog.set_level(logging.DEBUG)
    records = [json.loads(line)["intake"] for line in REAL.read_text("utf-8").splitlines()][:40]
    for record in records:
        record["parties"][0] |= {"phone": PERSON["phone"]} if not spoilt else {"phone": ["x"]}
    file = tmp_path / "told.jsonl"
    file.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), "utf-8")
    flask.test_cli_runner().invoke(group, ["import", str(file), "--county", COUNTY])
    everything = json.dumps(lines(), ensure_ascii=False) + caplog.text
    found = {s for record in records for s in secrets_of(record) if str(s) in everything}
    assert not found
