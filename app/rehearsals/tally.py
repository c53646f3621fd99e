"""The work of each desk and of each mediator, by the rules in force and by the draft."""

from collections import Counter
from typing import TypeAlias
from uuid import UUID

from app.rehearsals.hands import Hands
from app.rehearsals.snapshots import Past
from rules import Decision
from rules.replay import Beside

Place: TypeAlias = tuple[str, str]

ELSEWHERE = "elsewhere"


class Tally:
    """Each case counts once, as it was decided last; real cases that come along do not."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.desks: tuple[Counter[Place], Counter[Place]] = Counter(), Counter()
        self.mediators: tuple[Counter[UUID], Counter[UUID]] = Counter(), Counter()

    def count(self, past: Past, beside: Beside) -> None:
        """Count one case on both sides."""
        if not past.is_newest or past.case_id is None:
            return
        both = beside.before, beside.after
        for desks, decision in zip(self.desks, both, strict=True):
            desks[place_of(past, decision)] += 1
        for mediators, ids in zip(self.mediators, self._hands.of(past, *both), strict=True):
            mediators.update(ids)


def is_untaken(decision: Decision) -> bool:
    """Say whether nobody would take the case: no desk, and no organ to go to instead."""
    return decision.desk is None and not any(each.instead for each in decision.refer_to)


def place_of(past: Past, decision: Decision) -> Place:
    """Name the desk whose work the case is; villages and townships each have their own."""
    if decision.desk is None:
        return "", "" if is_untaken(decision) else ELSEWHERE
    desk = decision.desk
    if desk.industry:
        return "", f"industry {desk.industry}"
    return ("" if desk.level == "county" else past.township_code), desk.level
