"""范例: a case somebody wrote down with its answer; a version that answers otherwise stays out."""

import pytest

from app.cases.facts import facts_of
from app.cases.records import RoutingDecision
from app.cli.agreement import decide_record
from app.kernel.errors import Incomplete, NotNow
from app.kernel.ids import new_id
from app.rulebooks.commands import CheckRulebook
from app.rulebooks.golden_commands import RetireGoldenCase, ReviseGoldenCase, WriteGoldenCase
from rules.golden import misses, read_golden
from rules.loader import shipped
from rules.vocabulary import RuleError
from tests.case_file import open_case
from tests.filled import filled
from tests.rulebooks.test_rehearsal import RECORDS
from tests.world import COUNTY, NOW, TODAY

HERE = "/rulebooks/golden-cases"
# The draft of the desk makes every armed case red; this one says it must not.
ARMED = "facts: {weapons: true, dispute_type: neighbor}\nexpect: {risk: %s}\n"


def write(desk, text, by="负责人"):
    return desk.say(WriteGoldenCase, by, title="持械的邻里纠纷", because="会商纪要", text=text)


def refused(desk, version):
    with pytest.raises(Incomplete) as found:
        desk.say(CheckRulebook, "起草人", version_id=version)
    return str(found.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("facts: {dispute_type: labor}", "缺少 expect"),
        ("facts: {dispute_type: labor}\nexpect: {lvel: county}", "是否想写 level"),
        ("facts: {dispute_type: labor}\nexpect: {level: country}", "是否想写 county"),
        ("facts: {dispute_type: labor}\nexpect: {admissible: yes}", "可否受理"),
        ("facts: {dispute_type: labor}\nexpect: {deadlines: T12}", "列表"),
        ("facts: {}\nexpect: {level: county}", "至少一项"),
        ("facts: [", "YAML"),
    ],
)
def test_a_golden_case_that_cannot_be_read_says_where_and_what_would_be_right(text, said):
    with pytest.raises(RuleError, match=said):
        read_golden(text, "范例")


@pytest.mark.parametrize(
    ("expect", "unmet"),
    [
        ("{deadlines: [T12], no_deadlines: [T01], industry: labor}", []),
        ("{deadlines: [T01]}", ["deadlines"]),
        ("{no_deadlines: [T12]}", ["no_deadlines"]),
        ("{industry: null}", ["industry"]),
        ("{specialists: []}", []),
    ],
)
def test_what_is_written_must_be_answered(expect, unmet):
    golden = read_golden(f"facts: {{dispute_type: labor}}\nexpect: {expect}", "范例")
    assert [miss.output for miss in misses(golden, shipped())] == unmet


def test_a_draft_that_answers_otherwise_is_refused_with_what_it_answers(desk):
    golden = write(desk, ARMED % "orange")
    version = desk.draft()
    said = refused(desk, version)
    assert "持械的邻里纠纷" in said
    assert "应为 orange，得到 red" in said
    desk.say(
        ReviseGoldenCase, "起草人", golden_id=golden, title="持械", because="改", text=ARMED % "red"
    )
    desk.say(CheckRulebook, "起草人", version_id=version)
    assert desk.state(version) == "checked"


def test_a_golden_case_written_after_the_check_still_stops_the_publication(desk):
    version = desk.approved()
    golden = write(desk, ARMED % "blue")
    with pytest.raises(NotNow, match="不再成立"):
        desk.publish(version)
    desk.say(RetireGoldenCase, "起草人", golden_id=golden, reason="写错了")
    desk.publish(version)
    assert desk.state(version) == "published"
    with pytest.raises(NotNow, match="已停用"):
        desk.say(RetireGoldenCase, "起草人", golden_id=golden, reason="再停")


def test_a_fact_that_a_draft_took_away_is_told(desk):
    write(desk, "facts: {no_such_fact: true}\nexpect: {risk: red}\n")
    assert "没有这个事实" in refused(desk, desk.draft())


def test_a_live_case_becomes_a_golden_case(desk, database, world, bus, as_user):
    case = open_case(database, world, bus)
    record = RECORDS["RC045"]
    with database.write() as session:
        session.add(
            RoutingDecision(
                county_id=COUNTY, id=new_id(), case_id=case.id, on=TODAY, decided_at=NOW,
                decided_by=world.users["马文祥"], facts=facts_of(record), facts_sha256="0" * 64,
                admissible="yes", engine_agrees=True, answer=decide_record(record).to_dict(),
            )
        )  # fmt: skip
    client = as_user("才让卓玛")
    assert "把这件存成范例" in client.get(f"/cases/{case.id}/routing").get_data(as_text=True)
    page = client.get(f"{HERE}/new?case={case.id}").get_data(as_text=True)
    said = filled(page) | {"title": "六名工人讨薪", "because": "会商"}
    assert "dispute_type: migrant_wages" in said["text"][0]
    assert client.post(HERE, data=said).status_code == 303
    listed = client.get(HERE).get_data(as_text=True)
    assert "六名工人讨薪" in listed
    assert ">成立<" in listed
    assert as_user("韩玉梅").get(f"{HERE}/new?case={case.id}").status_code == 404


def test_what_was_typed_stays_and_only_drafters_change_it(desk, as_user):
    mediator, author = as_user("才让卓玛"), as_user("起草人")
    bad = {"title": "某某", "because": "某", "text": "facts: {a: 1}\nexpect: {lvel: county}"}
    answer = mediator.post(HERE, data=bad)
    assert answer.status_code == 422
    assert "是否想写 level" in answer.get_data(as_text=True)
    assert "某某" in answer.get_data(as_text=True)
    golden = write(desk, ARMED % "blue")
    assert "风险应为“蓝色”，得到“红色”" in mediator.get(HERE).get_data(as_text=True)
    assert "保存范例" not in mediator.get(f"{HERE}/{golden}").get_data(as_text=True)
    good = filled(author.get(f"{HERE}/{golden}").get_data(as_text=True))
    changed = author.post(f"{HERE}/{golden}", data=good | {"text": ARMED % "red"})
    assert changed.status_code == 303
    assert mediator.post(f"{HERE}/{golden}", data=good).status_code == 403
    assert author.get(f"{HERE}/{golden}/retirement").status_code == 200
    done = author.post(f"{HERE}/{golden}/retirement", data={"reason": "过时"})
    assert done.status_code == 303
    assert "过时" in author.get(HERE).get_data(as_text=True)
    assert as_user("外县人").get(f"{HERE}/{golden}").status_code == 404


def test_the_check_page_names_the_golden_case_in_words(desk, as_user):
    write(desk, ARMED % "blue")
    answer = as_user("起草人").post(f"/rulebooks/{desk.draft()}/check")
    assert answer.status_code == 422
    assert "风险应为“蓝色”，得到“红色”" in answer.get_data(as_text=True)
