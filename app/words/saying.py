"""How a subject's words are written down: each value with its label, in the order of the enum."""

from collections.abc import Mapping
from enum import StrEnum

Labels = dict[type[StrEnum], dict[StrEnum, str]]


def spoken(words: Mapping[type[StrEnum], str]) -> Labels:
    """Read each enum's labels: `applicant=申请人 respondent=被申请人`.

    Raises:
        ValueError: a value has no label, a label no value, or they stand in another order.

    """
    return {kind: _labels(kind, said) for kind, said in words.items()}


def _labels(kind: type[StrEnum], said: str) -> dict[StrEnum, str]:
    pairs = [pair.partition("=") for pair in said.split()]
    if [value for value, _, _ in pairs] != [word.value for word in kind]:
        message = f"{kind.__name__}: the words stand for other values, or in another order"
        raise ValueError(message)
    return {kind(value): label for value, _, label in pairs}
