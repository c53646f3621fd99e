"""A whole rule read aloud in Chinese: when it speaks, what it answers."""

from collections.abc import Iterator

from app.web.cases.outputs import OUTPUTS, output_said
from app.web.cases.wording import fact_label
from app.web.rulebooks.aloud import when
from app.web.rulebooks.items import HEADS, item_said
from app.web.rulebooks.reader import Reader
from rules.rulebook import Rule


def aloud(rule: Rule, reader: Reader) -> str:
    """Read a whole rule."""
    return f"{when(rule.when, reader)}，{'；'.join(answers_of(rule, reader))}。"


def answers_of(rule: Rule, reader: Reader) -> Iterator[str]:
    """Say each answer of a rule."""
    for output, value in rule.sets.items():
        yield f"{OUTPUTS.get(output, fact_label(output))}定为“{output_said(output, value)}”"
    for output, items in rule.adds.items():
        said = "、".join(item_said(output, item, reader) for item in items)
        yield f"{HEADS.get(output, '')}{said}"
