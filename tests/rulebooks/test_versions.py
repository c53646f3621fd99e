"""A rulebook is drafted, checked, approved by another person, published; never edited in force."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
import yaml
from sqlalchemy.exc import IntegrityError

from app.access.roles import Role
from app.cases.routing.deciding import decide_for
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id
from app.people.users import User
from app.rulebooks.commands import (
    ApproveRulebook,
    CheckRulebook,
    DraftRulebook,
    PublishRulebook,
    RetireRulebook,
)
from app.rulebooks.files import files_of, shipped_files
from app.rulebooks.versions import in_force
from rules.loader import shipped
from tests.rule_desk import RULE, TEXT
from tests.world import COUNTY, TODAY


def test_a_draft_begins_with_the_books_in_force(desk):
    version = desk.draft()
    with desk.database.read() as session:
        assert files_of(session, COUNTY, version) == shipped_files()


def test_the_whole_way_puts_it_in_force_from_its_day(desk):
    version = desk.approved()
    desk.publish(version, TODAY + timedelta(days=10))
    assert desk.books_on(TODAY + timedelta(days=9)) is None
    books = desk.books_on(TODAY + timedelta(days=10))
    assert books.hashes["risk"] != shipped().hashes["risk"]
    assert books.hashes["routing"] == shipped().hashes["routing"]


def test_nobody_approves_their_own_words(desk, world):
    version = desk.draft()
    desk.edit(version)
    desk.say(CheckRulebook, "起草人", version_id=version)
    with desk.database.write() as session:
        session.get_one(User, (COUNTY, desk.people["起草人"])).role = Role.COUNTY_SUPERVISOR
    with pytest.raises(NotAllowed, match="自己起草"):
        desk.say(ApproveRulebook, "起草人", version_id=version)


@pytest.mark.parametrize(
    ("what", "by"),
    [(DraftRulebook, "负责人"), (ApproveRulebook, "起草人"), (PublishRulebook, "负责人")],
)
def test_drafting_approving_and_publishing_are_different_permissions(desk, what, by):
    said = {"title": "x", "reason": "y"} if what is DraftRulebook else {"version_id": new_id()}
    if what is PublishRulebook:
        said["valid_from"] = TODAY
    with pytest.raises(NotAllowed):
        desk.say(what, by, **said)


def test_a_published_version_is_never_edited(desk):
    version = desk.approved()
    desk.publish(version)
    with pytest.raises(NotNow, match="起草一个新版本"):
        desk.edit(version, text=None)


def test_editing_a_checked_version_makes_it_a_draft_again(desk):
    version = desk.draft()
    desk.say(CheckRulebook, "起草人", version_id=version)
    desk.edit(version, by="另一起草人")
    assert desk.state(version) == "draft"
    with pytest.raises(NotNow, match="刷新"):
        desk.say(ApproveRulebook, "负责人", version_id=version)


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (RULE, TEXT.replace("weapons", "weapon"), "weapon"),
        (RULE, TEXT.replace("2026-01-01", "2026-13-01"), "没有 2026-13-01 这一天"),
        (RULE, "id: [", "YAML"),
        ("../../etc/passwd", TEXT, "不是规则文件名"),
        ("20-risk/990-Test.yaml", TEXT, "不是规则文件名"),
        ("20-risk/book.yaml", None, "book.yaml"),
    ],
)
def test_a_bad_file_is_refused_with_its_place_and_stores_nothing(desk, path, text, said):
    version = desk.draft()
    with pytest.raises(Incomplete, match=said):
        desk.edit(version, path, text)
    with desk.database.read() as session:
        assert files_of(session, COUNTY, version) == shipped_files()


def test_a_rule_that_can_never_speak_does_not_pass_the_gate(desk):
    version = desk.draft()
    dead = yaml.safe_load(TEXT) | {"when": {"all": [{"weapons": True}, {"not": {"weapons": True}}]}}
    desk.edit(version, text=yaml.safe_dump(dead, allow_unicode=True))
    with pytest.raises(Incomplete, match="永不成立"):
        desk.say(CheckRulebook, "起草人", version_id=version)
    assert desk.state(version) == "draft"


def test_two_versions_never_begin_on_one_day(desk):
    first, second = desk.approved(), desk.approved()
    desk.publish(first, TODAY + timedelta(days=3))
    with pytest.raises(NotNow, match="已有另一个版本生效"):
        desk.publish(second, TODAY + timedelta(days=3))
    assert desk.state(second) == "approved"


def test_of_two_who_publish_at_once_one_is_told(desk):
    versions = [desk.approved(), desk.approved()]
    day = TODAY + timedelta(days=3)
    start, said = Barrier(2), []

    def publish(version):
        start.wait()
        try:
            desk.publish(version, day)
        except (NotNow, IntegrityError) as error:
            said.append(error)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(publish, versions))
    assert sorted(map(desk.state, versions)) == ["approved", "published"]
    (refusal,) = said
    assert isinstance(refusal, NotNow)
    assert "已有另一个版本生效" in str(refusal)


def test_rules_never_begin_in_the_past(desk):
    version = desk.approved()
    with pytest.raises(Incomplete, match="不能早于今天"):
        desk.publish(version, TODAY - timedelta(days=1))
    with pytest.raises(Incomplete, match="请核对年份"):
        desk.publish(version, date(9999, 12, 31))


def test_a_version_is_taken_back_before_its_day_only(desk):
    version = desk.approved()
    desk.publish(version, TODAY + timedelta(days=3))
    desk.say(RetireRulebook, "管理员", version_id=version)
    assert desk.books_on(TODAY + timedelta(days=4)) is None
    again = desk.approved()
    desk.publish(again, TODAY)
    with pytest.raises(NotNow, match="已生效"):
        desk.say(RetireRulebook, "管理员", version_id=again)


def test_every_step_leaves_its_footprint(desk):
    version = desk.approved()
    desk.publish(version)
    with desk.database.read() as session:
        tags = [row.tag for row in session.query(Footprint).order_by(Footprint.position)]
        assert in_force(session, COUNTY, TODAY).id == version
    assert tags == [
        "rulebook:drafted", "rulebook:edited", "rulebook:checked", "rulebook:rehearsed",
        "rulebook:approved", "rulebook:published",
    ]  # fmt: skip


def test_a_new_case_is_decided_by_the_county_s_rules_of_its_day(desk):
    version = desk.approved()
    desk.publish(version)
    record = {"ref": "a"} | told()
    with desk.database.read() as session:
        decision = decide_for(session, COUNTY, record, TODAY)
        before = decide_for(session, COUNTY, record, TODAY - timedelta(days=1))
    assert "test" in [reason.rule for reason in decision.reasons]
    assert "test" not in [reason.rule for reason in before.reasons]
    assert decision.books["risk"] != before.books["risk"]


def told():
    """Tell the smallest dispute the contract allows."""
    parties = [{"side": "applicant", "kind": "person", "name": "才旦"}]
    return {
        "channel": "walk_in", "received_on": TODAY.isoformat(), "dispute_type": "neighbor",
        "summary": "排水", "parties": parties, "signals": {"weapons": True},
    }  # fmt: skip
