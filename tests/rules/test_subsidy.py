"""以案定补 as a rulebook: due or not with its reason, a grade, an amount that begins on a day."""

import shutil
from datetime import date

import pytest

from rules.loader import load
from rules.subsidy import BOOKS, books, earned, rates_on
from rules.vocabulary import FactError

DAY = date(2026, 3, 20)
GOOD = {
    "result": "settled", "is_repeated": False, "is_fulfilled": True, "is_filed": True,
    "is_handled": True, "is_difficult": False, "dispute_type": "contract",
}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "grade", "yuan"),
    [
        ({}, "usual", 100),
        ({"dispute_type": "family"}, "simple", 50),
        ({"dispute_type": "neighbor"}, "simple", 50),
        ({"dispute_type": "neighbor", "is_difficult": True}, "hard", 200),
    ],
)
def test_人民调解法16条_等级和标准(said, grade, yuan):
    told = earned(GOOD | said, DAY)
    assert (told.is_due, told.grade, told.yuan) == (True, grade, yuan)
    assert "第十六条" in told.reference


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"result": "unsettled", "is_fulfilled": False}, "调解不成"),
        ({"result": "pending"}, "有待继续调解"),
        ({"result": "withdrawn", "is_filed": False}, "撤回"),
        ({"is_repeated": True}, "同一纠纷已经算过一次"),
        ({"is_fulfilled": False, "is_filed": False}, "协议还没有履行完毕"),
        ({"is_filed": False}, "卷宗还没有归档"),
        ({"is_handled": False}, "没有指定调解员"),
    ],
)
def test_不发的写明为什么_一件只写最要紧的一个(said, why):
    told = earned(GOOD | said, DAY)
    assert (told.is_due, told.yuan, told.because) == (False, 0, why)


def test_新标准从它的日子起_旧案件照旧(tmp_path):
    folder = shutil.copytree(BOOKS, tmp_path / "books")
    file = folder / "parameters.yaml"
    was = "values: [{from: 2011-01-01, is: 100}]"
    text = file.read_text(encoding="utf-8")
    assert text.count(was) == 1
    now = "values: [{from: 2011-01-01, is: 100}, {from: 2026-01-01, is: 120}]"
    file.write_text(text.replace(was, now), encoding="utf-8")
    mine = load(folder)
    assert [earned(GOOD, date(year, 6, 1), mine).yuan for year in (2025, 2026)] == [100, 120]
    assert [rate.yuan for rate in rates_on(DAY, mine)] == [50, 120, 200]
    assert [rate.title for rate in rates_on(DAY)] == ["简单", "一般", "重大疑难"]


def test_还没有规定的日子什么也不发():
    told = earned(GOOD, date(2010, 12, 31))
    assert (told.is_due, told.yuan) == (False, 0)
    assert "还没有施行" in told.because
    assert rates_on(date(2010, 12, 31)) == []


def test_规则不认识的事实_说清楚():
    with pytest.raises(FactError):
        earned(GOOD | {"fee": 1}, DAY)


def test_每条写明为什么和依据_数额都有起算的日子():
    for book in books().books:
        for rule in book.rules:
            assert rule.because, rule.id
            assert rule.reference, rule.id
    assert set(books().parameters) == {"simple_yuan", "usual_yuan", "hard_yuan"}
