"""`intake import`: every line answered, bad lines alone, a record whole or not at all, once."""

import json
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from app.cases.intake import reception
from app.cases.intake.reception import Reception
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.records import Acceptance
from app.cli.agreement import compare, table
from app.cli.intake import group
from app.factory import create_app
from app.kernel.clock import frozen
from app.kernel.footprints import Footprint, verify
from config import Config
from tests.told import FAMILY, told
from tests.world import COUNTY

REAL = [
    json.loads(line)
    for line in Path("tests/data/cases.jsonl").read_text(encoding="utf-8").splitlines()
]
SCHEMA = json.loads(Path("contract/decision.schema.json").read_text(encoding="utf-8"))
DECISION = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
ELSEWHERE = {"county_area": "632522100201"}


@pytest.fixture
def cli(flask, database, tmp_path):
    return Line(flask, database, tmp_path)


class Line:
    """The command line of the small world's county."""

    def __init__(self, flask, database, folder):
        self.flask, self.database, self.file = flask, database, folder / "told.jsonl"

    def take(self, *lines, county=COUNTY, args=()):
        """Import lines (mappings, or bytes as they are); answer exit code and answers."""
        written = [
            line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()
            for line in lines
        ]
        return self.take_file(b"\n".join(written), county=county, args=args)

    def take_file(self, content, county=COUNTY, args=()):
        self.file.write_bytes(content)
        words = ["import", str(self.file), *(["--county", county] if county else []), *args]
        done = self.flask.test_cli_runner().invoke(group, words)
        self.said = done.stderr
        return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()]

    def count(self, *models):
        with self.database.read() as session:
            counts = [session.scalar(select(func.count()).select_from(model)) for model in models]
        return counts[0] if len(counts) == 1 else tuple(counts)

    def case(self, number):
        with self.database.read() as session:
            return session.scalars(select(Case).where(Case.number == number)).one()


def test_every_real_case_is_taken_or_declined_with_a_valid_decision(cli, capsys):
    code, answers = cli.take(*[case["intake"] for case in REAL])
    assert code == 0
    assert {answer["result"] for answer in answers} <= {"accepted", "declined"}
    for answer in answers:
        DECISION.validate(answer["decision"])
        assert answer["case"] == cli.case(answer["case"]).number
    assert cli.count(Case) == len(REAL)
    counts, _ = compare(REAL)
    with capsys.disabled():
        print("\n" + table(counts))  # noqa: T201 (shown in the test run's own output)


def test_results_follow_the_decision(cli):
    _, answers = cli.take(*[case["intake"] for case in REAL])
    for answer in answers:
        case, admissible = cli.case(answer["case"]), answer["decision"]["admissible"]
        expected = {"yes": "accepted", "no": "declined", "ask": "accepted"}[admissible]
        assert answer["result"] == expected
        if admissible == "ask":
            assert (case.stage, case.accepted_on) == ("intake", None)


def test_what_is_admissible_is_accepted_and_routed(cli):
    _, (answer,) = cli.take(told())
    case = cli.case(answer["case"])
    assert answer["result"] == "accepted"
    assert case.file_number == "（2026）共倒甲人调字第1号"
    assert (case.stage, str(case.accepted_on)) == (answer["decision"]["stage"], "2026-03-02")


def test_75号令24条_what_is_excluded_is_kept_with_reason_and_organ(cli):
    _, (answer,) = cli.take(told(signals={"accepted_elsewhere": "court"}))
    case = cli.case(answer["case"])
    assert (answer["result"], case.stage, case.outcome) == ("declined", "closed", "declined")
    with cli.database.read() as session:
        said = session.get(Acceptance, (COUNTY, case.id))
    assert said.refer_to == "court"
    assert said.reason


def test_the_same_sender_and_ref_twice_changes_nothing(cli):
    record = told(ref="A-1")
    _, (first,) = cli.take(record)
    before = cli.count(Case, Party, Footprint)
    code, (again,) = cli.take(record | {"summary": "改了说法"})
    assert (code, again["result"], again["case"]) == (0, "duplicate", first["case"])
    assert again["decision"] == first["decision"]
    assert cli.count(Case, Party, Footprint) == before
    _, (other,) = cli.take(record, args=["--sender", "另一系统"])
    assert other["result"] == "accepted"


def test_a_ref_twice_in_one_file_is_one_case(cli):
    _, answers = cli.take(told(ref="A-1"), told(ref="A-1"))
    assert [answer["result"] for answer in answers] == ["accepted", "duplicate"]


def test_blank_claims_are_left_out_and_a_nameless_representative_is_told(cli):
    nameless = FAMILY | {"representative": {"name": " ", "kind": "guardian"}}
    code, answers = cli.take(
        told(ref="1", claims=["", " "]), told(ref="2", parties=[nameless]), told(ref="3")
    )
    assert (code, [answer["result"] for answer in answers]) == (
        1, ["accepted", "invalid", "accepted"],
    )  # fmt: skip
    assert answers[1]["errors"][0]["path"] == "parties[0].representative.name"
    assert cli.count(Case) == 2


def test_what_the_database_does_not_take_is_one_bad_line(cli, monkeypatch):
    known = reception.find_told

    def refuse(session, county_id, sender, ref):
        if ref == "2":
            raise IntegrityError("INSERT", {}, ValueError("NOT NULL"))
        return known(session, county_id, sender, ref)

    monkeypatch.setattr(reception, "find_told", refuse)
    code, answers = cli.take(*[told(ref=ref) for ref in "123"])
    assert (code, [answer["result"] for answer in answers]) == (
        1, ["accepted", "invalid", "accepted"],
    )  # fmt: skip
    assert "其余各条不受影响" in answers[1]["errors"][0]["message"]


def test_a_dash_is_standard_input(cli):
    line = json.dumps(told(), ensure_ascii=False).encode()
    words = ["import", "-", "--county", COUNTY]
    done = cli.flask.test_cli_runner().invoke(group, words, input=line)
    assert (done.exit_code, json.loads(done.stdout)["result"]) == (0, "accepted")


BAD = {
    "坏 JSON": b'{"ref": "1", "chan',
    "不是 UTF-8": '{"ref": "才旦"}'.encode("gb18030"),
    "半个字": json.dumps(told(), ensure_ascii=False).encode()[:-40] + b"\xe5\x86",
    "NUL 字节": b"\x00\x00\x00",
    "NUL 字符": json.dumps(told(summary="a\x00b")).encode(),
    "残缺代理": json.dumps(told(ref="\ud800")).encode(),
    "双向控制": json.dumps(told(place="a\u202eb")).encode(),
    "数组": b"[1, 2]",
    "数": b"5",
    "无穷": json.dumps(told()).replace('"walk_in"', "NaN").encode(),
    "重复字段": b'{"ref": "1", "ref": "2"}',
    "深嵌套": b"[" * 100_000,
    "大整数": b'{"people_involved": ' + b"9" * 5000 + b"}",
    "长姓名": json.dumps(told(parties=[FAMILY | {"name": "长" * 100_000}])).encode(),
    "证号": json.dumps(told(parties=[FAMILY | {"id_number": "632521199003074516"}])).encode(),
    "日期": json.dumps(told(received_on="2026-02-30")).encode(),
    "未来": json.dumps(told(received_on="2026-03-03")).encode(),
    "缺字": json.dumps(told(parties=[FAMILY | {"name": "才\ue000"}])).encode(),
    "多余字段": json.dumps(told(county_id="632522", stage="closed")).encode(),
    "太多人": json.dumps(told(parties=[FAMILY] * 201)).encode(),
    "超长行": b'{"ref": "' + b"x" * 4_100_000 + b'"}',
}  # fmt: skip


@pytest.mark.parametrize("line", BAD.values(), ids=BAD.keys())
def test_one_bad_line_never_stops_the_others(cli, line):
    code, answers = cli.take(told(), line, told())
    assert code == 1
    assert [answer["result"] for answer in answers] == ["accepted", "invalid", "accepted"]
    assert (answers[1]["case"], answers[1]["decision"]) == (None, None)
    assert all(error["message"].endswith("。") for error in answers[1]["errors"])
    assert answers[1]["errors"]
    assert cli.count(Case) == 2


def test_an_invalid_record_may_be_corrected_under_its_ref(cli):
    _, (first,) = cli.take(told(ref="A-1", received_on="2026-02-30"))
    _, (second,) = cli.take(told(ref="A-1"))
    assert (first["ref"], first["result"], second["result"]) == ("A-1", "invalid", "accepted")


def test_another_countys_area_is_fine(cli):
    party = FAMILY | {"area": "632522100201"}
    code, (answer,) = cli.take(told(area="632522100201", parties=[party]))
    assert (code, cli.case(answer["case"]).township_code) == (0, None)


def test_a_dry_run_answers_the_same_and_stores_nothing(cli):
    records = [told(ref="A-1"), told(ref="A-1"), told(signals={"accepted_elsewhere": "court"})]
    code, answers = cli.take(*records, b"{", args=["--dry-run"])
    assert [a["result"] for a in answers] == ["accepted", "duplicate", "declined", "invalid"]
    assert (code, {answer["case"] for answer in answers}) == (1, {None})
    assert cli.count(Case, Party, Footprint) == (0, 0, 0)
    _, real = cli.take(records[0])
    assert real[0]["decision"] == answers[0]["decision"]


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n", b"\n\n \n"], ids=repr)
def test_byte_order_mark_line_ends_and_blank_lines_do_not_matter(cli, ending):
    line = json.dumps(told()).encode()
    code, answers = cli.take_file(b"\xef\xbb\xbf" + line + b"\r\n\r\n" + b"" + ending)
    assert (code, len(answers)) == (0, 1)


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf"], ids=repr)
def test_a_file_without_a_record_says_so(cli, content):
    assert cli.take_file(content) == (0, [])
    assert cli.said == "文件里没有一条记录，什么也没有导入。请核对是不是这个文件。\n"


def test_how_many_were_taken_is_said_to_the_person(cli):
    excluded = told(ref="B", signals={"accepted_elsewhere": "court"})
    records = [told(ref="A"), b"", excluded, told(ref="A")]
    cli.take(*records, args=["--dry-run"])
    counted = "共 3 条：已登记 1 条，不予受理 1 条，重复来件 1 条。"
    assert cli.said == f"{counted}这是试导入，什么也没有保存。\n"
    cli.take(*records)
    assert cli.said == f"{counted}\n"


def test_a_file_cut_in_the_middle_is_taken_as_far_as_it_goes_and_then_whole(cli):
    whole = b"\n".join(json.dumps(told(ref=ref)).encode() for ref in "ABC")
    code, answers = cli.take_file(whole[:-200])
    assert (code, [a["result"] for a in answers]) == (1, ["accepted", "accepted", "invalid"])
    assert cli.said.startswith(
        "共 3 条：已登记 2 条，不合格 1 条。不合格的没有保存，在文件的第 3 行，"
    )
    assert "已经收下的不会重复登记" in cli.said
    code, answers = cli.take_file(whole)
    assert (code, [a["result"] for a in answers]) == (0, ["duplicate", "duplicate", "accepted"])
    assert cli.count(Case) == 3


WRONG_FILES = {
    "国标编码": "\n".join([json.dumps(told(), ensure_ascii=False)] * 12).encode("gb18030"),
    "宽编码": json.dumps(told(), ensure_ascii=False).encode("utf-16"),
    "程序": bytes(range(256)) * 40,
    "压缩包": b"PK\x03\x04" + zlib.compress(b"x" * 9000),
    "空字节": bytes(100_000),
}  # fmt: skip


@pytest.mark.parametrize("content", WRONG_FILES.values(), ids=WRONG_FILES.keys())
def test_a_file_that_is_something_else_stores_nothing_and_says_why_line_by_line(cli, content):
    code, answers = cli.take_file(content)
    assert code == 1
    assert {answer["result"] for answer in answers} == {"invalid"}
    assert all(answer["errors"][0]["message"].endswith("。") for answer in answers)
    assert f"不合格 {len(answers)} 条" in cli.said
    assert ("行等，" in cli.said) == (len(answers) > 10)
    assert cli.count(Case, Party, Footprint) == (0, 0, 0)


def test_a_stop_in_the_middle_leaves_whole_records_and_may_be_repeated(cli, monkeypatch):
    taken = Reception.take

    def stopped(reception, mapping):
        if mapping["ref"] == "B":
            raise KeyboardInterrupt
        return taken(reception, mapping)

    monkeypatch.setattr(Reception, "take", stopped)
    code, answers = cli.take(told(ref="A"), told(ref="B"))
    assert (code, [answer["ref"] for answer in answers]) == (1, ["A"])
    monkeypatch.undo()
    _, answers = cli.take(told(ref="A"), told(ref="B"))
    assert [answer["result"] for answer in answers] == ["duplicate", "accepted"]
    assert cli.count(Case) == 2


def test_a_missing_file_is_not_done(cli, flask, tmp_path):
    done = flask.test_cli_runner().invoke(group, ["import", str(tmp_path / "none.jsonl")])
    assert (done.exit_code, done.stdout) == (2, "")


def test_where_there_are_two_counties_one_must_be_named(cli):
    code, answers = cli.take(told(), county=None)
    assert (code, answers) == (2, [])
    assert "--county" in cli.said


def test_the_desk_is_no_sender(cli):
    code, _ = cli.take(told(), args=["--sender", "desk"])
    assert code == 2


def test_an_import_leaves_a_whole_chain(cli):
    cli.take(*[case["intake"] for case in REAL[:10]])
    with cli.database.read() as session:
        verdict = verify(session, COUNTY, cli.database.ring.chain_key)
    assert verdict.rows > 20
    assert verdict.broken_at is None


def test_a_new_installation_takes_records_right_after_setup(tmp_path):
    home = Config(home=tmp_path / "home")
    clock = frozen(datetime(2026, 3, 2, 2, 0, tzinfo=UTC))
    assert create_app(home, clock=clock).test_cli_runner().invoke(args=["setup"]).exit_code == 0
    installed = create_app(home, clock=clock)
    line = Line(installed, installed.extensions["sizhen.database"], tmp_path)
    code, (answer, _) = line.take(told(), REAL[0]["intake"], county=None)
    assert (code, answer["result"], answer["case"]) == (0, "accepted", "共调〔2026〕1号")
    case = line.case(answer["case"])
    assert case.committee_id is not None
    assert case.file_number == "（2026）共人调字第1号"
    assert case.stage in {"office_hours", "village_visit", "joint_consultation"}
    line.database.dispose()


def test_published_cases_are_read_as_they_are_shipped(cli):
    code, answers = cli.take(*REAL[:3])
    assert code == 0
    assert [answer["ref"] for answer in answers] == [case["intake"]["ref"] for case in REAL[:3]]


def test_each_missing_field_is_named_once(cli):
    _, (answer,) = cli.take({"ref": "a"})
    paths = [error["path"] for error in answer["errors"]]
    assert sorted(paths) == sorted(set(paths))
    assert "parties" in paths
