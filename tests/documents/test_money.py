"""大写金额: what a bank and a court read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.money import in_figures, in_words

WRITTEN = {
    "0": "零元整",
    "0.01": "壹分",
    "0.10": "壹角整",
    "0.56": "伍角陆分",
    "1": "壹元整",
    "10": "壹拾元整",
    "11.05": "壹拾壹元零伍分",
    "100": "壹佰元整",
    "101": "壹佰零壹元整",
    "110": "壹佰壹拾元整",
    "1001": "壹仟零壹元整",
    "1010.5": "壹仟零壹拾元伍角整",
    "1409.50": "壹仟肆佰零玖元伍角整",
    "6007.14": "陆仟零柒元壹角肆分",
    "1680.32": "壹仟陆佰捌拾元叁角贰分",
    "16409.02": "壹万陆仟肆佰零玖元零贰分",
    "325.04": "叁佰贰拾伍元零肆分",
    "107000.53": "壹拾万柒仟元伍角叁分",
    "10000": "壹万元整",
    "10001": "壹万零壹元整",
    "10010": "壹万零壹拾元整",
    "100000": "壹拾万元整",
    "1000000": "壹佰万元整",
    "10500000": "壹仟零伍拾万元整",
    "100000000": "壹亿元整",
    "100000001": "壹亿零壹元整",
    "100010000": "壹亿零壹万元整",
    "1000000000000": "壹万亿元整",
    "9999999999999999.99": "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
}
VALUE = {character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")}
PLACE = {"拾": 10, "佰": 100, "仟": 1000}


@pytest.mark.parametrize(("figures", "words"), WRITTEN.items())
def test_amounts_in_words(figures, words):
    assert in_words(Decimal(figures)) == words


def read_integer(words):
    """Read capital numerals back, by the grammar alone."""
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if unit in words:
            high, _, low = words.rpartition(unit)
            return read_integer(high) * size + read_integer(low)
    total = digit = 0
    for character in words:
        if character in VALUE:
            digit = VALUE[character]
        else:
            total, digit = total + digit * PLACE[character], 0
    return total + digit


def read(words):
    whole, has_yuan, rest = words.rpartition("元")
    yuan = read_integer(whole) if has_yuan else 0
    rest, fen = rest.removesuffix("整"), 0
    if "角" in rest:
        fen, rest = VALUE[rest[0]] * 10, rest[2:]
    if "分" in rest:
        fen += VALUE[rest.removeprefix("零")[0]]
    return Decimal(yuan * 100 + fen) / 100


@given(st.integers(0, 10**18 - 1))
def test_words_read_back_as_the_amount(fen):
    amount = Decimal(fen) / 100
    words = in_words(amount)
    assert read(words) == amount
    assert "零零" not in words
    assert words.endswith("整") == (fen % 10 == 0)


@pytest.mark.parametrize("amount", ["-1", "0.001", "10000000000000000"])
def test_what_is_no_amount_is_refused(amount):
    with pytest.raises(ValueError, match="金额"):
        in_words(Decimal(amount))


def test_figures_have_separators_and_fen_only_when_there_are_some():
    assert in_figures(Decimal(1020)) == "1,020"
    assert in_figures(Decimal("1286.5")) == "1,286.50"
    assert in_figures(Decimal("1234567.00")) == "1,234,567"
