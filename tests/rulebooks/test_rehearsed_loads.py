"""Whose work the past cases are by the rules in force and by the draft: mediators, by page and command."""

import json

import pytest
import yaml

from app.cases.records import CaseMediator, RoutingDecision
from app.cases.recusal import Recusal
from app.kernel.ids import new_id
from app.people.names import mediator_names
from app.rehearsals.saying import mediator_said
from app.rulebooks.files import export, shipped_files
from app.rulebooks.rehearsal_records import RehearsedMediator
from tests.case_file import open_case
from tests.rulebooks.test_rehearsal import PARAMETERS, rehearse, remember, six_workers
from tests.world import COUNTY, NOW, TODAY

ADMIT = "10-admissibility/000-admit.yaml"
ELSEWHERE = {"admissible": "no", "refer_to": [{"organ": "court", "instead": True}]}


@pytest.fixture
def case_file(database, world, bus):
    """Open a case of 倒淌河镇 with 扎西多杰 as its mediator."""
    return open_case(database, world, bus)


def loads(desk):
    with desk.database.read() as session:
        rows = session.query(RehearsedMediator).all()
        names = mediator_names(session, COUNTY, {row.mediator_id for row in rows})
        return {mediator_said(r.mediator_id, names): (r.before, r.after) for r in rows}


def moving(desk, version):
    desk.edit(version, PARAMETERS, six_workers())
    rehearse(desk, version)


def test_a_case_that_moves_leaves_its_mediator_for_whom_the_rules_suggest(desk, case_file, as_user):
    remember(desk, case_file)
    version = desk.draft()
    moving(desk, version)
    assert loads(desk) == {"扎西多杰": (1, 0), "才让卓玛": (0, 1)}  # of the county's center
    page = as_user("起草人").get(f"/rulebooks/{version}/rehearsal").get_data(as_text=True)
    assert "各调解员的件数" in page
    assert "扎西多杰" in page
    assert "由人指定" in page


def test_whoever_withdrew_from_the_case_is_not_suggested_for_it(desk, case_file):
    remember(desk, case_file)
    with desk.database.write() as session:
        session.add(
            Recusal(
                county_id=COUNTY, id=new_id(), case_id=case_file.id, kind="relation_declared",
                mediator_id=case_file.world.mediators["才让卓玛"], reason="表亲", on=TODAY,
                raised_by=desk.people["起草人"], raised_at=NOW,
            )
        )  # fmt: skip
    moving(desk, desk.draft())
    assert "才让卓玛" not in loads(desk)
    assert sum(after for _, after in loads(desk).values()) == 1


def test_a_case_that_stays_keeps_its_mediator_and_counts_once(desk, case_file):
    remember(desk, case_file, times=3)
    with desk.database.write() as session:  # somebody whom the rules would not suggest
        session.query(CaseMediator).one().mediator_id = case_file.world.mediators["韩玉梅"]
    rehearse(desk, desk.draft())
    assert loads(desk) == {"韩玉梅": (1, 1)}


def test_a_case_without_a_mediator_stays_without(desk, case_file):
    remember(desk, case_file)
    with desk.database.write() as session:
        session.query(CaseMediator).delete()
    moving(desk, desk.draft())
    assert loads(desk) == {"还没有指定调解员": (1, 1)}


def test_a_case_the_draft_sends_elsewhere_is_nobodys_load(desk, case_file):
    remember(desk, case_file)
    version = desk.draft()
    admit = yaml.safe_load(shipped_files()[ADMIT]) | {"then": ELSEWHERE}
    desk.edit(version, ADMIT, yaml.safe_dump(admit, allow_unicode=True))
    rehearse(desk, version)
    assert loads(desk) == {"扎西多杰": (1, 0)}


def test_the_command_says_how_far_it_is_and_whose_load_changes(desk, case_file, flask, tmp_path):
    remember(desk, case_file)
    export({**shipped_files(), PARAMETERS: six_workers()}, tmp_path)
    run = flask.test_cli_runner().invoke
    done = run(args=["rules", "replay", "--draft", str(tmp_path)])
    said = json.loads(done.stdout)
    assert done.exit_code == 0
    assert (said["unchanged"], {each["output"] for each in said["changed"]} >= {"desk"}) == (
        0,
        True,
    )
    assert "已看 1 件，共 1 件" in done.stderr
    assert "扎西多杰：1 → 0（-1）" in done.stderr
    assert "才让卓玛：0 → 1（+1）" in done.stderr
    assert "行业性调委会（劳动）：0 → 1（+1）" in done.stderr
    later = run(args=["rules", "replay", "--draft", str(tmp_path), "--since", "2026-03-03"])
    assert json.loads(later.stdout) == {"unchanged": 0, "changed": []}


def test_the_command_tells_a_case_it_cannot_ask_about_and_goes_on(desk, case_file, flask, tmp_path):
    remember(desk, case_file, times=2)
    with desk.database.write() as session:
        row = session.query(RoutingDecision).first()
        row.facts = {**row.facts, "dispute_type": "gone"}
    export(shipped_files(), tmp_path)
    done = flask.test_cli_runner().invoke(args=["rules", "replay", "--draft", str(tmp_path)])
    assert done.exit_code == 1
    assert json.loads(done.stdout) == {"unchanged": 1, "changed": []}
    assert "没有算" in done.stderr
