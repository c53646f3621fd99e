"""`flask rules decide`: a decision a line, a bad line answered and never in the way of the others."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.rules.held import BASE

SCHEMA = Path(__file__).parents[2] / "contract/decision.schema.json"


@pytest.fixture
def run(flask, tmp_path):
    def run(lines, *options):
        file = tmp_path / "in.jsonl"
        file.write_bytes(b"\n".join(lines))
        return flask.test_cli_runner().invoke(args=["rules", "decide", str(file), *options])

    return run


def line(**record):
    return json.dumps(BASE | record, ensure_ascii=False).encode()


def test_a_bad_line_never_stops_the_others(run):
    bad = [b"{", b"\xff\xfe", b'{"ref": "\\ud800"}', b"[" * 9000, line(received_on="2026-02-30")]
    done = run([line(ref="one"), *bad, b"", line(ref="two")])
    said = [json.loads(text) for text in done.stdout.splitlines()]
    assert done.exit_code == 1
    assert [each["ref"] for each in said] == ["one", None, None, None, None, "golden", "two"]
    assert all(each["errors"][0]["message"] for each in said[1:6])
    assert said[5]["errors"][0]["path"] == "received_on"
    assert "errors" not in said[0]


def test_the_default_day_is_the_day_it_was_received(run):
    done = run([line(received_on="2024-05-06")])
    assert json.loads(done.stdout)["on"] == "2024-05-06"
    assert json.loads(run([line()], "--on", "2026-04-09").stdout)["on"] == "2026-04-09"
    assert done.exit_code == 0


def test_huge_numbers_and_far_days_are_answered(run):
    far = {"received_on": "9999-12-31"}
    done = run([line(people_involved=10**30, amount="999999999999.99"), line(**far)])
    said = [json.loads(text) for text in done.stdout.splitlines()]
    assert said[0]["admissible"] == "yes"
    assert said[1]["errors"][0]["path"] == "received_on"


def test_an_unreadable_file_or_day_ends_with_2_and_a_sentence(run, flask, tmp_path):
    missing = flask.test_cli_runner().invoke(args=["rules", "decide", str(tmp_path / "none")])
    assert missing.exit_code == 2
    assert "没有这个文件" in missing.stderr
    wrong = run([line()], "--on", "2026-13-01")
    assert wrong.exit_code == 2
    assert "不是日期" in wrong.stderr
    assert wrong.stdout == ""


def test_every_line_fits_the_contract(run):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    answers = run([line(), line(dispute_type="medical")]).stdout.splitlines()
    assert len(answers) == 2
    for text in answers:
        jsonschema.validate(json.loads(text), schema)
