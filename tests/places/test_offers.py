"""Places and types of dispute are found as people say them, and never guessed between two."""

from pathlib import Path

import pytest

from app.cases.enums import DisputeType
from app.places.divisions import read_divisions
from app.places.offers import Offers, areas_of, counties, offer_of
from app.words import choices
from tests.world import COUNTY

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


def test_a_neighbor_across_the_line_is_found_by_the_name_of_its_county(database, world):
    with database.read() as session:
        places = areas_of(session, COUNTY)
    assert places.code_of("海晏县") == places.code_of("海晏") == "632223"
    assert places.name_of("632823") == "天峻县"
    assert len({offer.code for offer in places.listed}) == len(places.listed)


def test_ones_own_places_come_first(places):
    both = Offers(places.own, counties("63"))
    assert both.code_of("城东") == places.code_of("城东") != "城东"


def test_the_counties_agree_with_the_divisions_that_were_given():
    known = {offer.code: offer.name for offer in counties("63")}
    given = {each.code: each.name for each in DIVISIONS if each.level == "county"}
    assert given.items() <= known.items()
    assert len(known) == len(set(known.values())) == 44
    assert counties("54") == ()
