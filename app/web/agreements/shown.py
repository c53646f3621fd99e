"""How an amount reads in capital numerals, for beside its field."""

from decimal import Decimal

from documents.money import in_words as written


def in_words(amount: object) -> str:
    """Write an amount as 大写; nothing while it is empty or no amount yet."""
    if not isinstance(amount, Decimal) or amount <= 0:
        return ""
    return f"大写：{written(amount)}"
