"""What a record may say, and how everything wrong with it is told."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from app.cases.intake.problems import BadRecord
from app.cases.intake.reading import read
from app.cases.intake.record import IntakeRecord
from tests.told import ID_NUMBER, OTHER, RECORDS, id_number, told
from tests.world import TODAY

LINES = Path("tests/data/cases.jsonl").read_text(encoding="utf-8").splitlines()
REAL = [json.loads(line)["intake"] for line in LINES]


def problems(**changes):
    with pytest.raises(BadRecord) as caught:
        read(told(**changes), today=TODAY)
    return {problem.path: problem.message for problem in caught.value.problems}


def party(**changes):
    return [{"side": "applicant", "kind": "person", "name": "才旦"} | changes, OTHER]


@pytest.mark.parametrize("record", REAL, ids=lambda record: record["ref"])
def test_every_real_case_is_a_readable_record(record):
    assert read(record, today=date(2026, 3, 2)).to_record()["summary"] == record["summary"]


@given(RECORDS)
def test_writing_and_reading_a_record_gives_the_same_record(mapping):
    record = read(mapping, today=TODAY)
    written = json.loads(json.dumps(record.to_record()))
    assert read(written, today=TODAY) == record
    assert IntakeRecord.from_record(written) == record


@pytest.mark.parametrize(
    ("changes", "path", "said"),
    [
        ({"summary": ...}, "summary", "缺少“纠纷经过”"),
        ({"summary": " \n "}, "summary", "不能空着"),
        ({"sumary": "x"}, "sumary", "没有“sumary”这个字段"),
        ({"received_on": "2026-02-30"}, "received_on", "不是日历上的日期"),
        ({"received_on": "20260302"}, "received_on", "不是日历上的日期"),
        ({"received_on": "2026-03-03"}, "received_on", "晚于今天 2026-03-02"),
        ({"occurred_on": "2026-03-03"}, "occurred_on", "晚于登记日期"),
        ({"occurred_on": "0026-03-01"}, "occurred_on", "太早"),
        ({"channel": "fax"}, "channel", "应为下列之一"),
        ({"amount": "1e5"}, "amount", "最多两位小数"),
        ({"amount": 5}, "amount", "应填文字"),
        ({"area": "6325211"}, "area", "6 位（县）"),
        ({"area": "六三二五二一"}, "area", "6 位（县）"),
        ({"people_involved": 10**12}, "people_involved", "大得不合情理"),
        ({"claims": ["赔钱"] * 501}, "claims", "最多 500 项"),
        ({"place": "长" * 301}, "place", "最多 300 个字"),
        ({"parties": []}, "parties", "至少要有 1 项"),
        ({"parties": [OTHER] * 201}, "parties", "最多 200 项"),
        ({"parties": "才旦"}, "parties", "应填列表"),
        (
            {"parties": party(name="长" * 100_000)},
            "parties[0].name",
            "最多 100 个字，现在有 100000",
        ),
        ({"parties": party(name="才\x00旦")}, "parties[0].name", "U+0000"),
        ({"parties": party(name="才\u202e旦")}, "parties[0].name", "U+202E"),
        ({"parties": party(name="才\ud800旦")}, "parties[0].name", "残缺的编码"),
        ({"parties": party(name="才\ue000旦")}, "parties[0].name", "私用区"),
        ({"parties": party(name="才\U0001f600旦")}, "parties[0].name", "字形"),
        ({"parties": party(id_number="632521199003074516")}, "parties[0].id_number", "校验位不对"),
        ({"parties": party(id_number="632521900307451")}, "parties[0].id_number", "18 位"),
        ({"parties": party(id_number="63252119900307451³")}, "parties[0].id_number", "18 位"),
        (
            {"parties": party(id_number=id_number("63252119900230451"))},
            "parties[0].id_number",
            "不是日历上的日期",
        ),
        ({"parties": party(phone="12345")}, "parties[0].phone", "固定电话请带区号"),
        ({"parties": party(phone="1389741234x")}, "parties[0].phone", "请带区号"),
        ({"parties": party(born_on="2026-03-03")}, "parties[0].born_on", "晚于登记日期"),
        ({"parties": party(age=131)}, "parties[0].age", "不能大于 130"),
        ({"parties": party(flags=["x"])}, "parties[0].flags[0]", "应为下列之一"),
        (
            {"parties": party(representative={"name": "才\ue000", "kind": "guardian"})},
            "parties[0].representative.name",
            "私用区",
        ),
        (
            {"prior_attempts": [{"by": "village", "outcome": "failed", "on": "2027-01-01"}]},
            "prior_attempts[0].on",
            "晚于登记日期",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else None,
)
def test_what_is_wrong_is_told_with_its_place(changes, path, said):
    assert said in problems(**changes)[path]


@pytest.mark.parametrize("record", [None, [], "x", 5, {}, {"parties": {}}], ids=str)
def test_what_is_no_record_is_told_so(record):
    with pytest.raises(BadRecord) as caught:
        read(record, today=TODAY)
    assert caught.value.problems


def test_all_faults_are_told_at_once():
    found = problems(channel="fax", amount="-1", parties=party(name=""))
    assert found.keys() == {"channel", "amount", "parties[0].name"}


def test_nesting_without_end_is_refused():
    deep = []
    for _ in range(500):
        deep = [deep]
    assert "嵌套太深" in next(iter(problems(claims=deep).values()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("138 9741 2345", "13897412345"),
        ("+86 138-9741-2345", "13897412345"),
        ("１３８９７４１２３４５", "13897412345"),
        ("09748512345", "0974-8512345"),
        ("0974-8512345", "0974-8512345"),
        ("(010)62751234", "010-62751234"),
        ("+852 2123 4567", "+852 2123 4567"),
    ],
)
def test_a_phone_is_kept_in_one_spelling(typed, kept):
    record = read(told(parties=party(phone=typed)), today=TODAY)
    assert record.parties[0].phone == kept


def test_an_identity_number_is_kept_in_one_spelling_and_tells_birth_and_gender():
    number = id_number("63252120010228002")
    record = read(
        told(parties=party(id_number=f" {number[:6]} {number[6:].lower()} ")), today=TODAY
    )
    said = record.parties[0]
    assert (said.id_number, said.born_on, said.gender) == (number, date(2001, 2, 28), "female")


def test_what_the_record_says_of_birth_is_not_overwritten():
    record = read(told(parties=party(id_number=ID_NUMBER, born_on="1990-03-08")), today=TODAY)
    assert record.parties[0].born_on == date(1990, 3, 8)


def test_text_is_kept_in_composed_form_and_trimmed():
    record = read(told(place="  cafe\u0301  "), today=TODAY)
    assert record.place == "caf\u00e9"
