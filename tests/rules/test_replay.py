"""What if: the published rules change nothing; a known edit changes exactly the known cases."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from app.cases.facts import facts_of
from app.cli.agreement import decide_record
from app.deadlines.calendar import WorkingCalendar
from rules import decide, load
from rules.loader import SHIPPED, shipped
from rules.replay import Snapshot, replay

CASES = Path(__file__).parents[1] / "data/cases.jsonl"
RECORDS = [json.loads(line)["intake"] for line in CASES.read_text(encoding="utf-8").splitlines()]
SNAPSHOTS = [Snapshot(r["ref"], date.fromisoformat(r["received_on"]), facts_of(r)) for r in RECORDS]
DUE_ON = WorkingCalendar.announced().due_on


@pytest.fixture
def draft(tmp_path):
    folder = tmp_path / "books"
    shutil.copytree(SHIPPED, folder)
    return folder


def test_any_past_decision_can_be_run_again_from_its_snapshot():
    for record in RECORDS:
        stored = json.loads(json.dumps(decide_record(record).to_dict()))
        facts = json.loads(json.dumps(facts_of(record)))
        on = date.fromisoformat(stored["on"])
        again = decide(facts, on=on, due_on=DUE_ON, ref=stored["ref"])
        assert json.loads(json.dumps(again.to_dict())) == stored


def test_the_published_rules_change_nothing(draft):
    found = replay(SNAPSHOTS, shipped(), load(draft), DUE_ON)
    assert found.unchanged == len(SNAPSHOTS)
    assert found.changed == ()


def test_a_known_edit_changes_exactly_the_known_cases(draft):
    path = draft / "parameters.yaml"
    text = path.read_text(encoding="utf-8")
    old = "公开案例（七例），待县里核定, certainty: INF, values: [{from: 2011-01-01, is: 9}]"
    assert old in text
    path.write_text(text.replace(old, old[:-1] + ", {from: 2027-01-01, is: 6}]"), encoding="utf-8")
    found = replay(SNAPSHOTS, shipped(), load(draft), DUE_ON)
    assert {each.case for each in found.changed} == {"RC045"}
    desk = next(each for each in found.changed if each.output == "desk")
    assert (desk.before["level"], desk.after["level"]) == ("township", "county")
    assert any("讨薪劳动者在6人以上" in reason for reason in desk.because)
    assert found.unchanged == len(SNAPSHOTS) - 1


def test_a_fact_the_draft_no_longer_knows_is_left_out(draft):
    path = draft / "vocabulary.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("days_since_occurred")]
    path.write_text("\n".join(kept), encoding="utf-8")
    assert replay(SNAPSHOTS, shipped(), load(draft), DUE_ON).unchanged == len(SNAPSHOTS)
