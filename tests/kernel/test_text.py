import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Incomplete
from app.kernel.text import clean


@pytest.mark.parametrize(
    "bad",
    ["a\x00b", "甲\u202e乙", "\ue863", "\ud800", "a\x1bb", "\ufffe", "\u2066x", "a\x7f"],
    ids=ascii,
)
def test_characters_that_cannot_be_kept_are_named(bad):
    with pytest.raises(Incomplete, match=r"“姓名”.*U\+[0-9A-F]{4}"):
        clean(bad, label="姓名", limit=100)


@pytest.mark.parametrize("good", ["𬭎", "བོད་ཡིག", "張三", "①㎡", "a\nb\tc", "仁青·卓玛", "क्‍ष"])
def test_real_writing_is_kept(good):
    assert clean(good, label="姓名", limit=100) == unicodedata.normalize("NFC", good)


def test_a_name_of_a_hundred_thousand_characters_is_refused_with_both_numbers():
    with pytest.raises(Incomplete, match="100000 个字，最多 100 个字"):
        clean("扎" * 100_000, label="姓名", limit=100)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    try:
        once = clean(text, label="x", limit=10_000)
    except Incomplete:
        return
    assert clean(once, label="x", limit=10_000) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")
