"""The operator's commands: proof of the trail, sealed copies, a doctor, a case by its number."""

import json
import shutil
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from app.agreements.restorations import put_backs
from app.cases.model import Case
from app.cases.numbered import meant_by
from app.cases.parties import Party
from app.cases.sealed import seal_id_number, seal_phone
from app.cli.remembered import NOTE
from app.kernel.clock import Clock
from app.kernel.crypto import KeyRing
from tests.cli.test_setup import opened, run


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    home = tmp_path_factory.mktemp("filled") / "home"
    run(home, "setup")
    code, _, told = run(home, "demo", "--cases", "6")
    assert code == 0, told
    return home


@pytest.fixture
def home(filled, tmp_path):
    shutil.copytree(filled, tmp_path / "home")
    return tmp_path / "home"


def tamper(home, *statements):
    database = opened(home)
    with database.write() as session:
        session.execute(text("DROP TRIGGER case_events_no_update"))
        session.execute(text("DROP TRIGGER case_events_no_delete"))
        for statement in statements:
            session.execute(text(statement))
    database.dispose()


def test_an_untouched_trail_is_whole(home):
    code, (said,), _ = run(home, "audit", "verify")
    assert code == 0
    assert set(said) == {"rows", "head", "broken_at"}
    assert said["broken_at"] is None
    assert said["rows"] > 500


def other_keys(home):
    KeyRing.new().save(home / "other.json")
    (home / "other.json").replace(home / "keys.json")


def no_data(home):
    (home / "sizhen.db").unlink()


@pytest.mark.parametrize(
    ("harm", "said"), [(other_keys, "密钥不是这个数据库的"), (no_data, "没有准备好")]
)
@pytest.mark.parametrize("words", ["audit verify", "tick", "cases show 1", "backup /tmp/no"])
def test_where_nothing_could_be_done_the_end_is_2_and_never_1(home, harm, said, words):
    harm(home)
    code, lines, told = run(home, *words.split())
    assert (code, lines) == (2, [])
    assert said in told
    assert "Traceback" not in told


def test_a_copy_that_cannot_be_written_is_said_in_words(home):
    code, lines, told = run(home, "backup", "/no/such/folder/b")
    assert (code, lines) == (2, [])
    assert told.startswith("/no/such/folder/b.part：没有这个文件或文件夹")


def test_a_changed_footprint_is_named(home):
    tamper(home, "UPDATE case_events SET particulars = '{}' WHERE position = 77")
    code, (said,), told = run(home, "audit", "verify")
    assert (code, said["broken_at"]) == (1, 77)
    assert "保留现场" in told


def test_a_cut_tail_is_found_against_the_last_backup(home, tmp_path):
    run(home, "backup", str(tmp_path / "b"))
    database = opened(home)
    with database.read() as session:
        row = session.execute(
            text("SELECT position, mac FROM case_events ORDER BY position DESC LIMIT 1 OFFSET 1")
        ).one()
    database.dispose()
    tamper(
        home,
        f"DELETE FROM case_events WHERE position > {row.position}",  # noqa: S608 (a forger's own)
        f"UPDATE chain_heads SET position = {row.position}, mac = x'{row.mac.hex()}'",  # noqa: S608 (a forger's own)
    )
    assert run(home, "audit", "verify")[0] == 0  # the chain itself cannot know
    code, (said,), _ = run(home, "doctor")
    found = {one["check"]: one for one in said}
    assert code == 1
    assert not found["备份"]["ok"]
    assert "末尾可能被截掉" in found["备份"]["message"]


def test_a_backup_comes_back_whole_elsewhere(home, tmp_path):
    (home / "signing").mkdir()
    (home / "signing" / "key.p12").write_bytes(b"x")
    copy = tmp_path / "copy.sizhen"
    code, (made,), told = run(home, "backup", str(copy))
    assert code == 0
    assert "没有密钥" in told
    assert made["chains"][0]["head"] == run(home, "audit", "verify")[1][0]["head"]
    assert made["counts"]["cases"] == 6
    there = tmp_path / "there"
    code, (said,), told = run(there, "restore", str(copy), "--keys", str(home / "keys.json"))
    assert code == 0, told
    assert said["chains"] == made["chains"]
    assert run(there, "cases", "show", "2026-1")[1] == run(home, "cases", "show", "2026-1")[1]
    assert (there / "signing" / "key.p12").read_bytes() == b"x"


def test_a_backup_is_unreadable_without_the_keys(home, tmp_path):
    copy = tmp_path / "copy"
    run(home, "backup", str(copy))
    body = copy.read_bytes()
    assert b"SQLite format" not in body
    assert "共和县".encode() not in body
    assert copy.stat().st_mode & 0o777 == 0o600
    assert run(tmp_path / "none", "restore", str(copy))[0] == 2
    run(tmp_path / "other", "setup")
    code, _, told = run(tmp_path / "other", "restore", str(copy))
    assert code == 2
    assert "另一份密钥" in told


@pytest.mark.parametrize("harm", ["cut", "changed", "swapped", "no backup"])
def test_a_harmed_backup_is_refused_and_the_old_data_stays(home, tmp_path, harm):
    copy = tmp_path / "copy"
    run(home, "backup", str(copy))
    body = bytearray(copy.read_bytes())
    if harm == "cut":
        body = body[: 32 + 4 + (1 << 20) + 16]
    elif harm == "changed":
        body[len(body) // 2] ^= 1
    elif harm == "swapped":
        piece = 4 + (1 << 20) + 16
        body = body[:32] + body[32 + piece :] + body[32 : 32 + piece]
    else:
        body = b"PK" + bytes(500)
    copy.write_bytes(body)
    before = run(home, "audit", "verify")
    code, _, told = run(home, "restore", "--over", str(copy))
    assert code == 2
    assert "备份" in told
    assert run(home, "audit", "verify") == before


def test_a_restore_over_data_must_be_said(home, tmp_path):
    copy = tmp_path / "copy"
    run(home, "backup", str(copy))
    run(home, "users", "make", "--login", "later", "--role", "auditor")
    code, _, told = run(home, "restore", str(copy))
    assert code == 2
    assert "--over" in told
    assert run(home, "restore", "--over", str(copy))[0] == 0
    assert "later" not in str(run(home, "users", "list")[1])
    assert (home / "sizhen.db.before-restore").exists()


@pytest.mark.parametrize("lost", ["nothing", "the data", "the note here", "the machine"])
def test_an_older_copy_is_told_of_the_restoration_after_it(home, tmp_path, lost):
    for name in ("first", "second"):
        run(home, "backup", str(tmp_path / name))
    run(home, "restore", "--over", str(tmp_path / "second"))
    keys, home = tmp_path / "keys", lose(home, tmp_path, lost)
    code, _, told = run(home, "restore", "--over", str(tmp_path / "first"), "--keys", str(keys))
    assert code == 0, told
    with opened(home).read() as session:
        assert len(put_backs(session)) == 2
    assert len(json.loads((home / NOTE).read_text(encoding="utf-8"))) == 2


def lose(home, tmp_path, what):
    """Lose part of what tells of the first restoration; answer where the installation is now."""
    shutil.copy2(home / "keys.json", tmp_path / "keys")
    if what == "the data":
        (home / "sizhen.db").write_bytes(b"a broken disk")
        (tmp_path / NOTE).unlink()
    elif what == "the note here":
        (home / NOTE).unlink()
        (tmp_path / NOTE).unlink()
    return tmp_path / "new machine" if what == "the machine" else home


def test_a_note_of_restorations_that_cannot_be_read_stops_the_next(home, tmp_path):
    run(home, "backup", str(tmp_path / "copy"))
    (tmp_path / NOTE).write_text("[[1]]", encoding="utf-8")
    before = run(home, "audit", "verify")
    code, _, told = run(home, "restore", "--over", str(tmp_path / "copy"))
    assert code == 2
    assert NOTE in told
    assert run(home, "audit", "verify") == before


def test_a_restore_waits_until_nobody_has_the_database_open(home, tmp_path):
    copy = tmp_path / "copy"
    run(home, "backup", str(copy))
    database = opened(home)
    with database.read() as session:
        session.execute(text("SELECT count(*) FROM cases")).one()
        code, _, told = run(home, "restore", "--over", str(copy))
    database.dispose()
    assert code == 2
    assert "停掉网站" in told
    assert run(home, "audit", "verify")[0] == 0


def test_the_doctor_sees_a_machine_before_set_up(tmp_path):
    code, (said,), _ = run(tmp_path / "none", "doctor")
    assert code == 1
    assert all(set(one) == {"check", "ok", "message"} for one in said)
    weak = {one["check"] for one in said if not one["ok"]}
    assert {"数据文件夹", "密钥", "数据库", "管理员"} <= weak
    assert not (tmp_path / "none").exists()


def test_the_doctor_sees_what_became_weak(home):
    (home / "keys.json").chmod(0o644)
    home.chmod(0o755)
    _, (said,), told = run(home, "doctor")
    weak = {one["check"]: one["message"] for one in said if not one["ok"]}
    assert "chmod 600" in weak["密钥"]
    assert "chmod 700" in weak["数据文件夹"]
    assert "还没有备份过" in weak["备份"]
    assert "留痕" not in weak
    assert "Traceback" not in told


def test_the_doctor_sees_a_clock_that_was_set_back(home):
    _, (said,), _ = run(home, "doctor")
    assert {one["check"]: one["ok"] for one in said}["时钟"]
    later = f"{Clock().now() + timedelta(hours=30):%Y-%m-%d %H:%M:%S.%f}"
    tamper(
        home,
        f"UPDATE case_events SET recorded_at = '{later}'",  # noqa: S608 (a clock of the test's own)
    )
    _, (said,), _ = run(home, "doctor")
    clock = {one["check"]: one for one in said}["时钟"]
    assert not clock["ok"]
    assert "早 30.0 小时" in clock["message"]


@pytest.mark.parametrize(
    ("left", "why"),
    [(b"not a database" * 500, "密钥不是这个数据库的"), (b"", "没有准备好")],
    ids=["坏了", "安装到一半"],
)
def test_the_doctor_survives_a_broken_database_and_says_what_it_is(home, left, why):
    (home / "sizhen.db").write_bytes(left)
    code, (said,), told = run(home, "doctor")
    assert code == 1
    assert why in {one["check"]: one["message"] for one in said}["本县"]
    assert "没能检查" not in told
    assert not {one["check"]: one["ok"] for one in said}["数据库"]
    assert "Traceback" not in told


def test_a_case_is_found_by_each_way_to_write_its_number(home):
    _, (case,), _ = run(home, "cases", "show", "2026-1")
    for written in (
        case["number"],
        "共调[2026]1号",
        "共调 2026 1",
        "２０２６-１",
        case["file_number"],
    ):
        code, lines, _ = run(home, "cases", "show", written or "2026-1")
        assert (code, lines) == (0, [case]), written
    assert {
        "parties",
        "stage",
        "desk",
        "deadlines",
        "meetings",
        "agreements",
        "papers",
        "timeline",
    } <= set(case)


@pytest.mark.parametrize("written", ["2026-999", "", "共调", "' OR 1=1 --", "9" * 500])
def test_a_number_that_is_none_finds_nothing(home, written):
    code, lines, told = run(home, "cases", "show", "--", written)
    assert (code, lines) == (2, [])
    assert "没有案号或卷号" in told


def test_a_written_number_is_understood_never_guessed():
    assert "共调〔2026〕12号" in meant_by("共调〔2026〕12号", "共")
    assert "贵调〔2026〕12号" in meant_by("2026-12", "贵")
    assert "（2026）共恰人调字第1号" in meant_by("(2026)共恰人调字第1号", "共")
    assert "共调〔2026〕12号" not in meant_by("2026-1", "共")


def test_numbers_are_masked_unless_asked_for_and_then_it_is_noted(home):
    database = opened(home)
    with database.write() as session:
        party = session.scalars(select(Party).where(Party.county_id == "632521")).first()
        party.address = "东香卡村三社"
        seal_id_number(party, "11010519491231002X", database.ring)
        seal_phone(party, "13897412345", database.ring)
        number = session.get_one(Case, ("632521", party.case_id)).number
    database.dispose()
    _, (masked,), _ = run(home, "cases", "show", number)
    for secret in ("11010519491231002X", "13897412345", "东香卡村三社"):
        assert secret not in str(masked)
    assert "138****2345" in str(masked)
    _, (whole,), _ = run(home, "cases", "show", number, "--unmask")
    for secret in ("11010519491231002X", "13897412345", "东香卡村三社"):
        assert secret in str(whole)
    noted = [one["tag"] for one in whole["timeline"] if "reveal" in one["tag"]]
    assert len(noted) == len(whole["parties"])


def test_after_a_tick_the_engine_knows_how_full_the_tables_are(home):
    assert run(home, "tick")[0] == 0
    database = opened(home)
    with database.read() as session:
        asked = text("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'case_events'")
        assert session.scalar(asked) > 0
    database.dispose()
