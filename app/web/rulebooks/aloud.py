"""A condition read aloud in Chinese: what must be true of a case for a rule to speak."""

from collections.abc import Iterator

from app.web.cases.wording import worded
from app.web.rulebooks.reader import Reader
from rules.conditions import AllOf, AnyOf, Condition, Leaf, Not, Op
from rules.rulebook import Book
from rules.vocabulary import Kind

NUMBERS = {
    Op.EQ: "是{}", Op.NEQ: "不是{}", Op.LT: "少于{}", Op.LTE: "不超过{}", Op.GT: "多于{}",
    Op.GTE: "不少于{}",
}  # fmt: skip
PRESENCE = {Op.MISSING: "还不清楚", Op.PRESENT: "已经清楚"}
DENIALS = (("是“", "不是“"), ("里有“", "里没有“"), ("有“", "没有“"))


def when(condition: Condition, reader: Reader) -> str:
    """Say a whole condition."""
    return f"当{said(condition, reader)}时"


def opens(book: Book, reader: Reader) -> str:
    """Say when a book is asked at all; nothing where it always is."""
    return "" if book.only_when == AllOf(()) else when(book.only_when, reader)


def said(condition: Condition, reader: Reader) -> str:
    """Say one condition, without the frame."""
    match condition:
        case AllOf(of):
            return "，并且".join(said(part, reader) for part in of)
        case AnyOf(of):
            return _any(of, reader)
        case Not(AnyOf(of)):
            return "，也".join(_denied(part, reader) for part in of)
        case Not(of):
            return _denied(of, reader)
        case Leaf():
            return _leaf(condition, reader)


def _any(of: tuple[Condition, ...], reader: Reader) -> str:
    tags = list(_tags(of))
    if len(tags) == len(of) and len({leaf.fact for leaf in tags}) == 1:
        named = "”或“".join(worded(leaf.fact, leaf.value) for leaf in tags)
        return f"{reader.label(tags[0].fact)}里有“{named}”"
    return f"（{'，或者'.join(said(part, reader) for part in of)}）"


def _tags(of: tuple[Condition, ...]) -> Iterator[Leaf]:
    return (part for part in of if isinstance(part, Leaf) and part.op is Op.HAS)


def _denied(condition: Condition, reader: Reader) -> str:
    """Deny plainly: true also where the fact is unknown."""
    words = said(condition, reader)
    for verb, opposite in DENIALS:
        if isinstance(condition, Leaf) and verb in words:
            return words.replace(verb, opposite, 1)
    return f"不是（{words}）的情形"


def _leaf(leaf: Leaf, reader: Reader) -> str:
    label, fact = reader.label(leaf.fact), reader.vocabulary.facts[leaf.fact]
    if leaf.op in PRESENCE:
        return f"{label}{PRESENCE[leaf.op]}"
    if fact.kind is Kind.BOOL:
        return f"有“{label}”情形" if leaf.value else f"已清楚没有“{label}”情形"
    if fact.kind is Kind.INT and leaf.op is not Op.IN:
        return f"{label}{NUMBERS[leaf.op].format(reader.number(leaf.fact, leaf.value))}"
    named = "”或“".join(worded(leaf.fact, value) for value in leaf.choices)
    verb = {Op.HAS: "里有", Op.NEQ: "已清楚且不是"}.get(leaf.op, "是")
    return f"{label}{verb}“{named}”"
