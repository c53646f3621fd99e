"""How a subject's words are written down: the labels in the order of the values."""

from collections.abc import Mapping
from enum import StrEnum

Labels = dict[type[StrEnum], dict[StrEnum, str]]


def spoken(words: Mapping[type[StrEnum], str]) -> Labels:
    """Pair each enum's values with its labels, in order.

    Raises:
        ValueError: a value has no label, or a label no value.

    """
    return {kind: dict(zip(kind, labels.split(), strict=True)) for kind, labels in words.items()}
