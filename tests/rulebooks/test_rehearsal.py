"""A draft is rehearsed over past cases before anybody approves it: this draft, to the letter."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from app.cases.facts import facts_of
from app.cases.records import RoutingDecision
from app.kernel.errors import NotNow
from app.kernel.ids import new_id
from app.rehearsals import rehearsing
from app.rulebooks.commands import ApproveRulebook, CheckRulebook, RehearseRulebook
from app.rulebooks.files import shipped_files
from app.rulebooks.rehearsal_records import RulebookRehearsal
from tests.case_file import open_case
from tests.rule_desk import TEXT
from tests.world import COUNTY, NOW, TODAY

CASES = Path(__file__).parents[1] / "data/cases.jsonl"
RECORDS = {
    record["ref"]: record
    for record in (
        json.loads(line)["intake"] for line in CASES.read_text(encoding="utf-8").splitlines()
    )
}
REAL = len(RECORDS)
WAGES = "RC045"  # six workers and more: the threshold decides the level
PARAMETERS = "parameters.yaml"


@pytest.fixture
def case_file(database, world, bus):
    return open_case(database, world, bus)


def six_workers():
    old = "公开案例（七例），待县里核定, certainty: INF, values: [{from: 2011-01-01, is: 9}]"
    text = shipped_files()[PARAMETERS]
    assert old in text
    return text.replace(old, old[:-1] + ", {from: 2027-01-01, is: 6}]")


def remember(desk, case_file, ref=WAGES, times=1):
    """Store decisions of the one case on the table, as if it had been decided so often."""
    record = RECORDS[ref]
    with desk.database.write() as session:
        for _ in range(times):
            session.add(
                RoutingDecision(
                    county_id=COUNTY, id=new_id(), case_id=case_file.id, on=TODAY,
                    decided_at=NOW, decided_by=desk.people["起草人"], facts=facts_of(record),
                    facts_sha256="0" * 64, admissible="yes", engine_agrees=True, answer={},
                )
            )  # fmt: skip
    return date.fromisoformat(record["received_on"])


def newest(desk):
    with desk.database.read() as session:
        return session.query(RulebookRehearsal).order_by(RulebookRehearsal.id.desc()).first()


def rehearse(desk, version):
    return desk.say(RehearseRulebook, "起草人", version_id=version)


def test_an_unchanged_draft_moves_nobody(desk, as_user):
    version = desk.draft()
    rehearse(desk, version)
    row = newest(desk)
    assert (row.done, row.unchanged) == (REAL, REAL)
    page = as_user("起草人").get(f"/rulebooks/{version}/rehearsal").get_data(as_text=True)
    assert "没有案件会变" in page
    assert f"{REAL} 件（含随系统的公开案例）" in page


def test_who_moves_from_where_to_where_and_why(desk, case_file, as_user):
    remember(desk, case_file)
    version = desk.draft()
    desk.edit(version, PARAMETERS, six_workers())
    rehearse(desk, version)
    row = newest(desk)
    assert (row.done, row.unchanged) == (REAL + 1, REAL - 1)
    answer = as_user("李主任").get(f"/rulebooks/{version}/rehearsal")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "乡镇" in page
    assert "讨薪劳动者在6人以上" in page
    assert f"公开案例 {WAGES}" in page
    assert f'href="/cases/{case_file.id}"' in page
    assert "行业性调委会（劳动" in page
    assert "+1" in page
    assert "-1" in page


def test_whoever_may_not_see_a_case_does_not_learn_of_it(desk, case_file, as_user):
    remember(desk, case_file)
    version = desk.draft()
    desk.edit(version, PARAMETERS, six_workers())
    rehearse(desk, version)
    page = as_user("起草人").get(f"/rulebooks/{version}/rehearsal").get_data(as_text=True)
    assert "一件您看不到的案件" in page
    assert str(case_file.id) not in page
    assert as_user("外县人").get(f"/rulebooks/{version}/rehearsal").status_code == 404


def test_it_goes_on_batch_by_batch_and_counts_the_load_of_a_case_once(
    desk, case_file, as_user, monkeypatch
):
    monkeypatch.setattr(rehearsing, "BATCH", 2)
    remember(desk, case_file, times=5)
    version = desk.draft()
    client = as_user("起草人")
    assert client.post(f"/rulebooks/{version}/rehearsal").status_code == 303
    page = client.get(f"/rulebooks/{version}/rehearsal").get_data(as_text=True)
    assert f"已看 {REAL + 2} 件，共 {REAL + 5} 件" in page
    rehearse(desk, version)
    rehearse(desk, version)
    row = newest(desk)
    assert row.finished_at is not None
    assert row.done == REAL + 5
    loads = client.get(f"/rulebooks/{version}/rehearsal").get_data(as_text=True)
    assert loads.count('data-label="相差">不变') == 1


def test_a_case_that_nobody_would_take_is_listed(desk, as_user):
    version = desk.draft()
    desk.edit(version, "30-routing/000-township-by-default.yaml", None)
    rehearse(desk, version)
    page = as_user("起草人").get(f"/rulebooks/{version}/rehearsal").get_data(as_text=True)
    assert "没有人接的案件" in page
    assert "没有人接" in page


def test_approval_wants_a_rehearsal_of_exactly_this_draft(desk):
    version = desk.draft()
    rehearse(desk, version)
    desk.edit(version)
    desk.say(CheckRulebook, "起草人", version_id=version)
    with pytest.raises(NotNow, match="预演"):
        desk.say(ApproveRulebook, "负责人", version_id=version)
    rehearse(desk, version)
    desk.say(ApproveRulebook, "负责人", version_id=version)
    assert desk.state(version) == "approved"
    with pytest.raises(NotNow, match="不用再预演"):
        rehearse(desk, version)


def test_a_rehearsal_against_rules_no_longer_in_force_does_not_count(desk):
    first, second = desk.approved(), desk.draft()
    other = yaml.safe_load(TEXT) | {"title": "另一条"}
    desk.edit(second, text=yaml.safe_dump(other, allow_unicode=True))
    desk.say(CheckRulebook, "起草人", version_id=second)
    rehearse(desk, second)
    desk.publish(first)
    with pytest.raises(NotNow, match="预演"):
        desk.say(ApproveRulebook, "负责人", version_id=second)


def test_a_word_the_draft_took_away_is_told_not_a_crash(desk, case_file, as_user):
    remember(desk, case_file)
    version = desk.draft()
    with desk.database.write() as session:
        row = session.query(RoutingDecision).one()
        row.facts = {**row.facts, "dispute_type": "gone"}
    rehearse(desk, version)
    page = as_user("起草人").get(f"/rulebooks/{version}/rehearsal").get_data(as_text=True)
    assert "读不出的案件" in page
