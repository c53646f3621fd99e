"""The timeline speaks Chinese: every code that a step puts on file has its word there."""

import json
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from app.web.cases.happened import happened
from app.web.cases.particulars import WORDS
from app.words import label

SAID = [(key, word) for key, kinds in WORDS.items() for kind in kinds for word in kind]


@pytest.mark.parametrize(("key", "word"), SAID, ids=str)
def test_a_code_is_told_by_its_own_word(key, word):
    row = SimpleNamespace(
        tag="case:closed", actor=None, on=date(2026, 3, 2),
        recorded_at=datetime(2026, 3, 2, tzinfo=UTC), particulars=json.dumps({key: word}),
    )  # fmt: skip
    assert happened(row).detail == label(word)
