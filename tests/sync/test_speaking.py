"""Two sides in words: no raw name, no fen, no ISO date, no word of the machine on the page."""

import re
from dataclasses import is_dataclass
from typing import get_args, get_origin

import pytest

from app.sync.naming import NAMES
from app.sync.payload import hints_of
from app.sync.speaking import HIDDEN, told
from app.sync.types import TYPES

HAN = re.compile(r"[\u4e00-\u9fff]")


def fields_of(cls):
    for name, hint in hints_of(cls).items():
        inner = get_args(hint)[0] if get_origin(hint) is tuple else hint
        yield name
        if isinstance(inner, type) and is_dataclass(inner):
            yield from fields_of(inner)


@pytest.mark.parametrize("kind", TYPES)
def test_每一项都有中文名(kind):
    hidden = re.compile(r"(_ids?|sha256)$")
    named = {name for name in fields_of(TYPES[kind]) if not hidden.search(name)} - HIDDEN
    named.discard("not_same")
    assert {name for name in named if not HAN.search(NAMES.get(name, ""))} == set()


def test_金额写元_日期写年月日_选项写中文():
    said = {
        "wording": {
            "facts": "事实", "has_court_copy": True,
            "obligations": [{"debtor": "扎西", "what": "付款", "amount_fen": 102050, "due_on": "2026-05-20"}],
        },
        "kind": "final", "agreement_id": "…",
    }  # fmt: skip
    assert told("agreement.draft", said) == [
        ("纠纷事实", "事实"), ("谁履行", "扎西"), ("做什么", "付款"), ("金额", "1,020.50 元"),
        ("期限", "2026年5月20日"), ("另给法院一份", "是"), ("种类", "解决全部争议"),
    ]  # fmt: skip


def test_几项一样的_每一行都写明是第几项():
    two = [{"debtor": "扎西", "what": "付款"}, {"debtor": "完玛", "what": "修围栏"}]
    said = {"wording": {"obligations": two}, "agreement_id": "…"}
    assert told("agreement.draft", said) == [
        ("履行事项 1 · 谁履行", "扎西"), ("履行事项 1 · 做什么", "付款"),
        ("履行事项 2 · 谁履行", "完玛"), ("履行事项 2 · 做什么", "修围栏"),
    ]  # fmt: skip


def test_发生的日期排在前面_写年月日():
    said = {"kind": "telephone", "text": "通了电话", "on": "2026-03-02"}
    assert told("note.add", said) == [
        ("日期", "2026年3月2日"), ("种类", "电话"), ("经过", "通了电话"),
    ]  # fmt: skip


def test_读不懂的值照原样_不认识的种类也不出错():
    assert told("meeting.hold", {"on": "昨天", "result": "nonsense"}) == [
        ("日期", "昨天"), ("结果", "nonsense"),
    ]  # fmt: skip
    assert told("no.such", {"on": "2026-05-20"}) == [("日期", "2026-05-20")]


def test_更正里的号码遮住_语言写中文():
    changes = [
        {"field": "phone", "was": "…2345", "now": "13909740001"},
        {"field": "language", "was": "", "now": "bo"},
    ]
    assert told("party.correct", {"party_id": "…", "changes": changes}) == [
        ("电话", "…2345 → …0001"), ("语言", "没有填 → 藏语"),
    ]  # fmt: skip
