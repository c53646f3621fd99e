"""A rehearsal as its page shows it: totals, where cases move, the load of each desk, the cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.model import Case
from app.cases.visibility import visible_to
from app.rulebooks.rehearsal_records import (
    RehearsedCase,
    RehearsedChange,
    RehearsedLoad,
    RehearsedMediator,
    RulebookRehearsal,
)


@dataclass(frozen=True)
class Move:
    """How many cases one output changes in the same way."""

    output: str
    before: str
    after: str
    cases: int


def moves_of(session: Session, row: RulebookRehearsal, most: int) -> list[Move]:
    """Count the changes, the most frequent first."""
    what = (RehearsedChange.output, RehearsedChange.before, RehearsedChange.after)
    number = func.count()
    counted = (
        select(*what, number)
        .join(RehearsedCase, _of_case())
        .where(*_of(row))
        .group_by(*what)
        .order_by(number.desc(), *what)
        .limit(most)
    )
    return [Move(*found) for found in session.execute(counted)]


def loads_of(session: Session, row: RulebookRehearsal) -> Sequence[RehearsedLoad]:
    """List the load of each desk."""
    of_row = select(RehearsedLoad).where(
        RehearsedLoad.county_id == row.county_id, RehearsedLoad.rehearsal_id == row.id
    )
    ordered = of_row.order_by(RehearsedLoad.township_code, RehearsedLoad.desk)
    return session.scalars(ordered).all()


def mediators_of(session: Session, row: RulebookRehearsal) -> list[RehearsedMediator]:
    """List the load of each mediator, those whose load changes most first."""
    found = session.scalars(_mediators(row)).all()
    return sorted(found, key=lambda each: (-abs(each.more), -each.before))


def moved_to(session: Session, row: RulebookRehearsal) -> dict[UUID, int]:
    """Say by how many cases this rehearsal has changed each mediator's load so far."""
    found = session.scalars(_mediators(row))
    return {each.mediator_id: each.more for each in found}


def untaken_of(session: Session, row: RulebookRehearsal, most: int) -> Sequence[RehearsedCase]:
    """List the cases that nobody would take."""
    return session.scalars(_cases(row).where(RehearsedCase.is_untaken).limit(most)).all()


def faults_of(session: Session, row: RulebookRehearsal, most: int) -> Sequence[RehearsedCase]:
    """List the cases that could not be asked about."""
    return session.scalars(_cases(row).where(RehearsedCase.fault != "").limit(most)).all()


def changed_of(
    session: Session, row: RulebookRehearsal, page: int, size: int
) -> list[tuple[RehearsedCase, list[RehearsedChange]]]:
    """List one page of the cases that change, each with what changes."""
    has_change = select(RehearsedChange.output).where(_of_case()).exists()
    cases = session.scalars(
        _cases(row).where(has_change).offset((page - 1) * size).limit(size)
    ).all()
    changes = session.scalars(
        select(RehearsedChange).where(
            RehearsedChange.county_id == row.county_id,
            RehearsedChange.rehearsed_case_id.in_(case.id for case in cases),
        )
    ).all()
    return [(case, [one for one in changes if one.rehearsed_case_id == case.id]) for case in cases]


def seen_among(session: Session, actor: Actor, cases: Sequence[RehearsedCase]) -> set[UUID]:
    """Say which of these cases this person may see."""
    ids = [case.case_id for case in cases if case.case_id is not None]
    return set(session.scalars(select(Case.id).where(visible_to(actor), Case.id.in_(ids))))


def how_many_untaken(session: Session, row: RulebookRehearsal) -> int:
    """Count the cases that nobody would take."""
    counted = select(func.count()).select_from(RehearsedCase)
    return session.scalar(counted.where(*_of(row), RehearsedCase.is_untaken)) or 0


def _cases(row: RulebookRehearsal) -> Select[RehearsedCase]:
    return select(RehearsedCase).where(*_of(row)).order_by(RehearsedCase.id)


def _of(row: RulebookRehearsal) -> tuple[ColumnElement[bool], ...]:
    return RehearsedCase.county_id == row.county_id, RehearsedCase.rehearsal_id == row.id


def _of_case() -> ColumnElement[bool]:
    return and_(
        RehearsedCase.county_id == RehearsedChange.county_id,
        RehearsedCase.id == RehearsedChange.rehearsed_case_id,
    )


def _mediators(row: RulebookRehearsal) -> Select[RehearsedMediator]:
    return select(RehearsedMediator).where(
        RehearsedMediator.county_id == row.county_id, RehearsedMediator.rehearsal_id == row.id
    )
