"""Words of the interface: each value of an enum has its own label, and none can slip to another."""

import pytest

from app.cases.enums import Gender
from app.words.saying import spoken


def test_each_label_stands_beside_its_value():
    assert spoken({Gender: "male=男 female=女"}) == {
        Gender: {Gender.MALE: "男", Gender.FEMALE: "女"}
    }


@pytest.mark.parametrize(
    "said", ["male=男", "female=女 male=男", "male=男 female=女 other=他", "男 女"]
)
def test_a_missing_an_unknown_and_a_misplaced_value_are_refused(said):
    with pytest.raises(ValueError, match="Gender"):
        spoken({Gender: said})
