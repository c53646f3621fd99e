import json
import re

from app.cli.deadlines import group


def run(flask, tmp_path, *lines):
    file = tmp_path / "terms.jsonl"
    file.write_bytes(
        b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    )
    answer = flask.test_cli_runner().invoke(group, ["compute", str(file)])
    return answer.exit_code, [json.loads(line) for line in answer.stdout.splitlines()]


def test_each_line_is_answered_with_its_derivation(flask, tmp_path):
    said = {
        "id": "S8",
        "deadline": "T10",
        "start_on": "2026-03-02",
        "entries": [
            {"kind": "pause", "on": "2026-03-16", "because": "鉴定"},
            {"kind": "resume", "on": "2026-03-28"},
        ],
    }
    code, (answer,) = run(flask, tmp_path, said)
    assert (code, answer["due_on"], answer["last_day_rolled"]) == (0, "2026-04-28", False)
    assert any("鉴定" in step for step in answer["derivation"])


def test_a_bad_line_never_stops_the_others(flask, tmp_path):
    good = {"id": 2, "deadline": "T12", "start_on": "2026-06-01", "entries": []}
    code, answers = run(
        flask, tmp_path, b'{"id": 1, "dead', b"\xff\xfe", {"deadline": "T99", "start_on": "2026-01-01"},
        {"id": 5, "deadline": "T01"}, {"id": 6, "deadline": "T01", "start_on": "2026-02-30"}, [],
        b"[" * 100_000, {"id": "\ud800", "deadline": "T99"}, good,
    )  # fmt: skip
    assert code == 1
    assert [bool(answer["errors"]) for answer in answers] == [True] * 8 + [False]
    assert answers[-1]["due_on"] == "2026-06-16"


def test_what_is_wrong_is_said_in_chinese_only(flask, tmp_path):
    line = {"id": 1, "deadline": "T01", "start_on": "2026-01-05"}
    paused = {"kind": "pause", "on": "2026-01-08"}
    bad = [
        line | {"start_on": "2026-13-01"}, line | {"start_on": 7}, line | {"deadline": ["T01"]},
        line | {"entries": [paused | {"kind": "stop"}]}, line | {"entries": [3]},
        line | {"entries": [paused | {"days": "五"}]}, line | {"start_on": "9999-12-31"},
    ]  # fmt: skip
    _, answers = run(flask, tmp_path, *bad)
    told = ["".join(answer["errors"]) for answer in answers]
    assert all("这一行看不懂" in sentence for sentence in told)
    usual = {"kind", "pause", "resume", "extend", "shorten", "stop", "或"}
    for sentence in told:
        assert set(re.findall(r"[A-Za-z]+", sentence)) <= usual, sentence
    assert "日历上没有“2026-13-01”这一天" in told[0]
