"""A whole rule read aloud in Chinese: when it speaks, what it answers."""

from collections.abc import Iterator

from app.web.cases.outputs import OUTPUTS, output_said
from app.web.cases.wording import fact_label
from app.web.rulebooks.aloud import when
from app.web.rulebooks.items import HEADS, item_said
from app.web.rulebooks.reader import Reader
from rules.conditions import ALWAYS
from rules.rulebook import Rule


def aloud(rule: Rule, reader: Reader) -> str:
    """Read a whole rule."""
    return f"{_opening(rule, reader)}，{'；'.join(answers_of(rule, reader))}。"


def _opening(rule: Rule, reader: Reader) -> str:
    if rule.when != ALWAYS:
        return when(rule.when, reader)
    return "其他规则都不适用时" if rule.is_ground and rule.sets else "每一件案件"


def answers_of(rule: Rule, reader: Reader) -> Iterator[str]:
    """Say each answer of a rule."""
    for output, value in rule.sets.items():
        yield f"{OUTPUTS.get(output, fact_label(output))}定为“{output_said(output, value)}”"
    for output, items in rule.adds.items():
        said = "、".join(item_said(output, item, reader) for item in items)
        yield f"{HEADS.get(output, '')}{said}"
