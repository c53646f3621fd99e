"""A condition's constant between the form's texts and the rule's plain data, by kind of fact."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.kernel.text import whole_number
from app.web.cases.wording import DAY, FEN
from rules.vocabulary import Fact, Kind

MOST = 2**53
DIGITS = 15
LISTED = ("in", "has_any")
PRESENCE = {"known": True, "unknown": False}
TRUTH = {"yes": True, "no": False}


def word_and_value(
    fact: Fact | None, word: str, texts: Sequence[str], param: str
) -> tuple[str, Any]:
    """Read what was chosen; what cannot be read is handed on, for the loader to refuse."""
    if word in PRESENCE:
        return "known", PRESENCE[word]
    if word in TRUTH:
        return "is", TRUTH[word]
    if param:
        return word, f"${param}"
    if fact is None or fact.kind is not Kind.INT:
        return word, list(texts) if word in LISTED else (texts[0] if texts else "")
    numbers = [number_of(fact, text) for text in texts]
    return word, numbers if word in LISTED else (numbers[0] if numbers else "")


def whole(text: str) -> int | str:
    """Read a whole number; what is none, or longer than any, stays as typed."""
    number = whole_number(text, DIGITS)
    return text if number is None else number


def number_of(fact: Fact, text: str) -> int | str:
    """Read a number: yuan become fen, a date its ordinal; anything else stays as typed."""
    plain = text.strip().replace(",", "").removesuffix("元")
    try:
        if fact.unit == DAY:
            return date.fromisoformat(plain).toordinal()
        number = Decimal(plain) * (100 if fact.unit == FEN else 1)
        is_plain = abs(number) < MOST and number == number.to_integral_value()
        return int(number) if is_plain else text
    except (ArithmeticError, ValueError):
        return text


def chosen(fact: Fact | None, word: str, value: Any) -> tuple[str, list[str], str]:  # noqa: ANN401 (plain data)
    """Give the form's word, texts and threshold for a comparison as written."""
    if word == "known":
        return ("known" if value else "unknown"), [], ""
    if isinstance(value, bool):
        return ("yes" if value else "no"), [], ""
    if isinstance(value, str) and value.startswith("$"):
        return word, [], value[1:]
    values = value if isinstance(value, list) else [value]
    return word, [_text(fact, one) for one in values], ""


def _text(fact: Fact | None, value: Any) -> str:  # noqa: ANN401 (plain data)
    if fact is not None and type(value) is int and fact.unit == DAY and 0 < value <= fact.most:
        return date.fromordinal(value).isoformat()
    if fact is not None and type(value) is int and fact.unit == FEN:
        return f"{Decimal(value) / 100:f}"
    return str(value)
