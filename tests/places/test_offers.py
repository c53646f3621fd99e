"""Places and types of dispute are found as people say them, and never guessed between two."""

from pathlib import Path

import pytest

from app.cases.enums import DisputeType
from app.places.divisions import read_divisions
from app.places.offers import Offers, offer_of
from app.words import choices

DIVISIONS = read_divisions(Path("data/areas-632521.csv").read_text(encoding="utf-8"))
NAMES = {each.code: each.name for each in DIVISIONS}


@pytest.fixture(scope="module")
def places():
    below = [each for each in DIVISIONS if each.level in {"township", "village"}]
    said = {each: NAMES[each.parent_code] if each.level == "village" else "" for each in below}
    return Offers(tuple(offer_of(f"{above}{each.name}", each.code) for each, above in said.items()))


@pytest.fixture(scope="module")
def types():
    return Offers(tuple(offer_of(said, value) for value, said in choices(DisputeType)))


@pytest.mark.parametrize("said", ["城北新区居委会", "城北新区社区", "恰卜恰镇城北新区社区"])
def test_a_neighborhood_is_found_under_the_name_people_use(places, said):
    assert places.code_of(said) == "632521100010"


@pytest.mark.parametrize("said", ["社区", "城社区", "没有这个社区", "纠纷", ""])
def test_what_fits_none_or_several_stays_as_typed(places, said):
    assert places.code_of(said) == said


TYPES = {
    "邻里纠纷": "neighbor",
    "邻里": "neighbor",
    "医疗纠纷": "medical",
    "合同纠纷": "contract",
    "其他纠纷": "other",
}


@pytest.mark.parametrize("said", TYPES)
def test_a_type_is_found_with_the_word_dispute_after_it(types, said):
    assert types.code_of(said) == TYPES[said]
