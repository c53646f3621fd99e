"""Whether a record has the contract's shape; every fault named in Chinese, with its place.

The schema file is part of the product: it is the one list of fields, words and limits.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from app.cases.intake.problems import Problem
from app.cases.intake.words import say

SCHEMA = Path(__file__).parents[3] / "contract" / "intake.schema.json"
MOST = 50  # faults told of one record; nobody reads more
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
KINDS = {"string": "文字", "integer": "整数", "boolean": "true 或 false", "array": "列表"}
SHORT = 60

formats = FormatChecker(formats=[])


@formats.checks("date", raises=ValueError)
def is_day(value: object) -> bool:
    """Say whether a text is a day of the calendar, written 2026-03-02."""
    if not isinstance(value, str):
        return True
    return bool(DAY.fullmatch(value)) and bool(date.fromisoformat(value))


def faults(mapping: Any) -> list[Problem]:  # noqa: ANN401 (whatever a stranger sent)
    """List what is not as the contract says, at most 50 faults."""
    found = islice(validator().iter_errors(mapping), MOST)
    return list(dict.fromkeys(problem for error in found for problem in _say(error)))


@cache
def validator() -> Draft202012Validator:
    """Load the schema once."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=formats)


def _say(error: ValidationError) -> Iterator[Problem]:
    place, said, rule = tuple(error.absolute_path), _any(error.instance), error.validator_value
    if error.validator == "required":
        for name in _any(rule):
            if name not in said:
                yield Problem((*place, name), f"缺少“{say((*place, name))}”，请补填。")
    elif error.validator == "additionalProperties":
        for name in sorted(said.keys() - _any(error.schema)["properties"].keys())[:MOST]:
            shown = _shown(name)
            yield Problem((*place, shown), f"没有“{shown}”这个字段，请核对字段名。")
    else:
        yield Problem(place, f"“{say(place)}”{_why(error)}。")


def _why(error: ValidationError) -> str:
    value, rule, said = _any(error.validator_value), str(error.validator), _any(error.instance)
    if rule == "enum":
        words = "、".join(str(one) for one in value if one is not None)
        return f"是 {_shown(said)}，应为下列之一：{words}"
    if rule == "type":
        kinds = value if isinstance(value, list) else [value]
        return "应填" + "或".join(KINDS.get(kind, "对象") for kind in kinds if kind != "null")
    if rule in {"maxLength", "maxItems"}:
        unit = "个字" if rule == "maxLength" else "项"
        return f"最多 {value} {unit}，现在有 {len(said)} {unit}，请删减"
    if rule == "pattern":
        return f"是 {_shown(said)}，{PATTERNS['amount' in error.absolute_path]}"
    return SENTENCES.get(rule, "不符合要求").format(value=value, shown=_shown(said))


SENTENCES = {
    "minLength": "不能空着",
    "minItems": "至少要有 {value} 项",
    "minimum": "不能小于 {value}",
    "maximum": "不能大于 {value}",
    "format": "是 {shown}，不是日历上的日期，请写成 2026-03-02 的样子",
}
PATTERNS = {
    True: "金额只写数字，单位元，最多两位小数，如 20000 或 20000.50",
    False: "不在区划里：请从列表里选乡镇、村或外县，或填 6 位（县）、9 位、12 位代码；更细的写在住址里",
}


def _any(value: object) -> Any:  # noqa: ANN401 (the library types what it has not set yet)
    return value


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=True) if not isinstance(value, str) else value
    kept = "".join(c if c.isprintable() else "�" for c in text)
    return kept if len(kept) <= SHORT else kept[:SHORT] + "…"
