"""Ask both books about past cases and keep what differs, with the reasons of either side."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy.orm import Session

from app.kernel.ids import new_id
from app.rehearsals.reading import mediators_of
from app.rehearsals.snapshots import Past
from app.rehearsals.tally import Tally, is_untaken
from app.rulebooks.rehearsal_records import (
    RehearsedCase,
    RehearsedChange,
    RehearsedLoad,
    RehearsedMediator,
    RulebookRehearsal,
)
from rules import FactError
from rules.replay import Beside, Changed, Rehearsal


def keep(
    session: Session,
    row: RulebookRehearsal,
    asked: Rehearsal,
    pasts: Iterable[Past],
    tally: Tally,
) -> None:
    """Ask about each; count it, and keep the case where something is to be seen."""
    for past in pasts:
        row.done += 1
        try:
            beside = asked.ask(past.snapshot)
        except FactError as error:
            _keep_case(session, row, past, fault=str(error))
            continue
        row.unchanged += not beside.changed
        if beside.changed or is_untaken(beside.after):
            _keep_beside(session, row, past, beside)
        tally.count(past, beside)
    _add_desks(session, row, tally)
    _add_mediators(session, row, tally)


def _keep_beside(session: Session, row: RulebookRehearsal, past: Past, beside: Beside) -> None:
    kept = _keep_case(session, row, past, is_untaken=is_untaken(beside.after))
    if beside.changed:
        kept.silent = "\n".join(beside.changed[0].silent)
        kept.spoke = "\n".join(beside.changed[0].spoke)
    session.flush()
    session.add_all(_change(kept, one) for one in beside.changed)


def _keep_case(
    session: Session,
    row: RulebookRehearsal,
    past: Past,
    **more: Any,  # noqa: ANN401 (columns)
) -> RehearsedCase:
    kept = RehearsedCase(
        county_id=row.county_id,
        id=new_id(),
        rehearsal_id=row.id,
        case_id=past.case_id,
        ref=past.snapshot.case,
        on=past.snapshot.on,
        **({"is_untaken": False} | more),
    )
    session.add(kept)
    return kept


def _change(kept: RehearsedCase, one: Changed) -> RehearsedChange:
    was, now = list(codes_of(one.before)), list(codes_of(one.after))
    if one.output == "deadlines":
        was, now = _undated(was, now), _undated(now, was)
    return RehearsedChange(
        county_id=kept.county_id,
        rehearsed_case_id=kept.id,
        output=one.output,
        before="\n".join(code for code in was if code not in now),
        after="\n".join(code for code in now if code not in was),
    )


def _undated(terms: list[str], others: list[str]) -> list[str]:
    """Leave the day out where the other side has no such term: cases of all days count together."""
    names = {other.split(" ")[0] for other in others}
    return [term if term.split(" ")[0] in names else term.split(" ")[0] for term in terms]


def codes_of(value: Any) -> Iterator[str]:  # noqa: ANN401 (any output)
    """Say an output in its code words, a line each; what is true stands by its name."""
    if isinstance(value, list):
        for item in value:
            yield from codes_of(item)
    elif isinstance(value, Mapping):
        parts = (key if part is True else part for key, part in value.items())
        yield " ".join(str(part) for part in parts if part not in (None, False))
    elif value is not None:
        yield str(value)


def _add_desks(session: Session, row: RulebookRehearsal, tally: Tally) -> None:
    before, after = tally.desks
    for place in {*before, *after}:
        key = (row.county_id, row.id, *place)
        load = session.get(RehearsedLoad, key)
        if load is None:
            names = ("county_id", "rehearsal_id", "township_code", "desk")
            load = RehearsedLoad(**dict(zip(names, key, strict=True)), before=0, after=0)
            session.add(load)
        load.before += before[place]
        load.after += after[place]


def _add_mediators(session: Session, row: RulebookRehearsal, tally: Tally) -> None:
    before, after = tally.mediators
    known = {each.mediator_id: each for each in mediators_of(session, row)}
    for mediator_id in {*before, *after}:
        load = known.get(mediator_id)
        if load is None:
            load = RehearsedMediator(
                county_id=row.county_id, rehearsal_id=row.id, mediator_id=mediator_id,
                before=0, after=0,
            )  # fmt: skip
            session.add(load)
        load.before += before[mediator_id]
        load.after += after[mediator_id]
