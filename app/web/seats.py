"""Mediators to choose from, those who are near the case first."""

from collections.abc import Iterable

from app.cases.assigning import candidates_for
from app.cases.model import Case
from app.people.bodies import Mediator
from app.web import door
from forms.picks import Pairs, PickField, TicksField

OTHERS = "其他调委会的调解员"


def offer_mediators(case: Case, *fields: PickField | TicksField) -> None:
    """Offer the serving mediators; those of other committees apart, under a heading."""
    near, far = (_named(some) for some in candidates_for(door.reading(), case))
    for field in fields:
        field.offer(near, far, OTHERS)


def _named(people: Iterable[Mediator]) -> Pairs:
    return [(one.id, one.name) for one in people]
