"""How far apart the sides of a dispute live, told by the codes of their homes."""

from collections.abc import Mapping, Sequence
from typing import Any

SIDES = ("applicant", "respondent")
SCOPES = ("same_village", "cross_village", "cross_township", "cross_county", "cross_province")
# Length of the code of a province, county, township, village, and what a difference there means.
DIVISIONS = (
    (2, "cross_province"),
    (6, "cross_county"),
    (9, "cross_township"),
    (12, "cross_village"),
)


def scope_of(parties: Sequence[Mapping[str, Any]]) -> str | None:
    """Say how far apart the two sides' homes are; None when some home is not known well enough."""
    sides = [[p.get("area") for p in parties if p["side"] == side] for side in SIDES]
    if not all(sides):
        homes = [p.get("area") for p in parties]
        sides = [homes, homes]
    distances = [_distance(a, b) for a in sides[0] for b in sides[1]]
    if SCOPES[-1] in distances:
        return SCOPES[-1]
    if not distances or None in distances:
        return None
    return max((d for d in distances if d is not None), key=SCOPES.index)


def _distance(one: str | None, other: str | None) -> str | None:
    for length, apart in DIVISIONS:
        if not one or not other or min(len(one), len(other)) < length:
            return None
        if one[:length] != other[:length]:
            return apart
    return "same_village"
