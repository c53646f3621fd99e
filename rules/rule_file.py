"""One rule as it is written: who says it, by which law, when it speaks and what it answers."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from rules.conditions import Condition, Param, leaves
from rules.fields import FieldReader
from rules.grammar import checked, parse
from rules.outputs import COLLECTED, COUNTINGS, GRADES, HANDS, ORGANS, PAPERS, RUNGS, SINGLES
from rules.rulebook import Item, Rule
from rules.vocabulary import RuleError, Scalar, Vocabulary

NEEDED = {
    "id", "title", "because", "reference", "certainty", "author", "in_force", "when", "then",
}  # fmt: skip
CERTAINTIES = ("F", "OK-H", "OK-M", "OK-L", "INF")
MAX_RANK = 100
MAX_TITLE, MAX_BECAUSE, MAX_AUTHOR = 60, 300, 60
MAX_DAYS, MAX_POINTS, MAX_YUAN = 3660, 1000, 1_000_000
MAX_COMPARISONS = 200
DEFAULT_RANK = 50


def read_rule(data: Mapping[str, Any], vocabulary: Vocabulary, where: str) -> Rule:
    """Read one rule from plain data, whichever door it came through; raise RuleError."""
    fields = FieldReader(data, where, NEEDED, {"rank"})
    begins, ends = _dates(fields)
    then = FieldReader(data["then"], f"{where} then", (), {*SINGLES, *COLLECTED})
    if not then.data:
        raise RuleError(then.where, "没有结论", f"可写：{'、'.join([*SINGLES, *COLLECTED])}")
    return Rule(
        id=fields.text("id"),
        title=fields.text("title", MAX_TITLE),
        because=fields.text("because", MAX_BECAUSE),
        reference=fields.text("reference"),
        certainty=fields.choice("certainty", CERTAINTIES),
        author=fields.text("author", MAX_AUTHOR),
        begins=begins,
        ends=ends,
        rank=_rank(fields),
        when=_when(data["when"], vocabulary, f"{where} when"),
        sets=_sets(then),
        adds={key: _items(key, then) for key in then.data if key in COLLECTED},
    )


def _dates(fields: FieldReader) -> tuple[date, date | None]:
    span = FieldReader(fields.data["in_force"], f"{fields.where} in_force", {"from"}, {"until"})
    begins = span.day("from")
    ends = span.day("until") if span.data.get("until") is not None else None
    if ends is not None and ends <= begins:
        raise RuleError(span.where, "until 不晚于 from，这条规则永不生效", "请改日期")
    return begins, ends


def _when(data: object, vocabulary: Vocabulary, where: str) -> Condition:
    condition = parse(data, vocabulary, where)
    count = sum(1 for _ in leaves(condition))
    if count > MAX_COMPARISONS:
        what = f"条件里有 {count} 个比较，超过 {MAX_COMPARISONS} 个"
        raise RuleError(where, what, "请拆成几条规则，或把同一事实的几个值写成列表")
    return condition


def _rank(fields: FieldReader) -> int:
    rank = fields.number("rank") if "rank" in fields.data else DEFAULT_RANK
    if not 0 <= rank <= MAX_RANK:
        raise fields.wrong("rank", f"{rank} 超出 0 到 {MAX_RANK}", "大的优先")
    return rank


def _sets(then: FieldReader) -> dict[str, Scalar]:
    return {
        key: checked(SINGLES[key], value, f"{then.where}.{key}")
        for key, value in then.data.items()
        if key in SINGLES
    }


def _items(key: str, then: FieldReader) -> tuple[Item, ...]:
    keys = COLLECTED[key]
    if keys is None:
        return tuple({"text": text} for text in then.texts(key))
    where = f"{then.where}.{key}"
    return tuple(
        _CHECKS[key](FieldReader(item, f"{where}[{i}]", *keys))
        for i, item in enumerate(then.listed(key))
    )


def _referral(item: FieldReader) -> Item:
    return {"organ": item.choice("organ", ORGANS), "instead": _flag(item, "instead")}


def _duty(item: FieldReader) -> Item:
    within = item.data.get("within")
    return {"duty": item.text("duty"), "within": item.text("within") if within else None}


def _paper(item: FieldReader) -> Item:
    required = _flag(item, "required") if "required" in item.data else True
    return {"paper": item.choice("paper", PAPERS), "required": required}


def _merit(item: FieldReader) -> Item:
    return {
        "merit": item.text("merit"),
        "points": _number(item, "points", range(-MAX_POINTS, MAX_POINTS + 1)),
    }


def _rung(item: FieldReader) -> Item:
    return {
        "rung": item.choice("rung", RUNGS),
        "day": _number(item, "day", range(-MAX_DAYS, MAX_DAYS + 1)),
        "whose": item.choice("whose", HANDS),
    }


def _rate(item: FieldReader) -> Item:
    rate = _number(item, "yuan", range(MAX_YUAN + 1))
    return {"grade": item.choice("grade", GRADES), "yuan": rate}


def _number(item: FieldReader, key: str, among: range) -> int | Param:
    value = item.data[key]
    is_name = isinstance(value, str) and value.startswith("$")
    return Param(str(value)[1:]) if is_name else item.number(key, among)


def _deadline(item: FieldReader) -> Item:
    return {
        "name": item.text("name"),
        "days": _number(item, "days", range(MAX_DAYS + 1)),
        "counting": item.choice("counting", COUNTINGS),
        "counted_from": item.data.get("counted_from"),
    }


def _flag(item: FieldReader, key: str) -> bool:
    value = item.data.get(key, False)
    if not isinstance(value, bool):
        near = get_close_matches(str(value), ("true", "false"), n=1) or ["true"]
        raise item.wrong(key, f"{value!r} 不是 true 或 false", f"请写 {near[0]}")
    return value


_CHECKS = {
    "refer_to": _referral,
    "duties": _duty,
    "papers": _paper,
    "deadlines": _deadline,
    "merits": _merit,
    "rungs": _rung,
    "subsidy_rates": _rate,
}
