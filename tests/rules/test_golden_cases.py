"""Golden cases in YAML: what a mediator can read, and what every change of a rule must keep."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from app.cli.agreement import decide_record

HERE = Path(__file__).parent / "golden"
BASE = {
    "ref": "golden",
    "channel": "walk_in",
    "received_on": "2026-03-02",
    "dispute_type": "neighbor",
    "summary": "两家为过道争吵。",
    "parties": [
        {"side": "applicant", "kind": "person", "name": "甲"},
        {"side": "respondent", "kind": "person", "name": "乙"},
    ],
}
GOLDEN = [
    pytest.param(case, id=case["name"])
    for path in sorted(HERE.glob("scenarios*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def said_of(case):
    record = BASE | case["record"]
    record["received_on"] = str(record["received_on"])
    on = case.get("as_of")
    return decide_record(record, on and date.fromisoformat(str(on))).to_dict()


def names(items):
    return [item if isinstance(item, str) else next(iter(item.values())) for item in items]


@pytest.mark.parametrize("case", GOLDEN)
def test_golden_case(case):
    said = said_of(case)
    flat = {**said, **(said["desk"] or {})}
    due = {each["name"]: each["due_on"] for each in said["deadlines"]}
    within = {each["duty"]: each["within"] for each in said["duties"]}
    for key, wanted in case["expect"].items():
        if key == "deadlines":
            assert {name: due.get(name) for name in wanted} == {
                k: str(v) for k, v in wanted.items()
            }
        elif key == "within":
            assert wanted.items() <= within.items()
        elif key.startswith("no_"):
            assert not set(wanted) & set(names(said[key.removeprefix("no_")]))
        elif isinstance(wanted, list):
            assert set(wanted) <= set(names(said[key])), names(said[key])
        else:
            assert flat[key] == wanted
