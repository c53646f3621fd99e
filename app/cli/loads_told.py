"""The loads of a rehearsal told to a person on the command line."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeVar

from sqlalchemy.orm import Session

from app.people.names import mediator_names
from app.places.reading import township_names
from app.rehearsals.saying import desk_said, mediator_said
from app.rehearsals.tally import Tally

Key = TypeVar("Key")


def lines_of(session: Session, county_id: str, tally: Tally) -> Iterator[str]:
    """Say each desk's load, then each mediator's, those that change first."""
    townships = township_names(session, county_id)
    names = mediator_names(session, county_id, {*tally.mediators[0], *tally.mediators[1]})
    yield from _table(
        "各处工作量", tally.desks, lambda place: desk_said(place[1], townships.get(place[0], ""))
    )
    yield from _table("各调解员的件数", tally.mediators, lambda each: mediator_said(each, names))


def _table(
    title: str, sides: tuple[Counter[Key], Counter[Key]], said: Callable[[Key], str]
) -> Iterator[str]:
    before, after = sides
    keys = sorted({*before, *after}, key=lambda each: (-abs(after[each] - before[each]), str(each)))
    moved = [each for each in keys if after[each] != before[each]]
    yield f"{title}（现行规则 → 草稿）："
    for each in moved:
        more = after[each] - before[each]
        yield f"  {said(each)}：{before[each]} → {after[each]}（{more:+d}）"
    yield f"  {'其余 ' if moved else ''}{len(keys) - len(moved)} 项不变。"
