"""Look at screenings: those of a period, what they found, and how many that makes."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from app.access.actor import Actor
from app.cases.model import Case
from app.cases.visibility import visible_to
from app.people.users import User
from app.places.model import Area
from app.screenings.enums import FoundOutcome
from app.screenings.model import FoundDispute, Screening

MOST = 300
CHOICES = 30
OF_SCREENING = and_(
    Screening.county_id == FoundDispute.county_id, Screening.id == FoundDispute.screening_id
)


@dataclass(frozen=True)
class Period:
    """Which days, and which place: a county's, township's or village's code, or nothing."""

    start: date
    end: date
    place: str = ""

    def conditions(self) -> list[ColumnElement[bool]]:
        """Say which screenings belong."""
        return [Screening.day.between(self.start, self.end), *self.here()]

    def here(self) -> list[ColumnElement[bool]]:
        """Say which screenings are of the place."""
        return [Screening.village_code.startswith(self.place, autoescape=True)] * bool(self.place)


@dataclass(frozen=True)
class Screened:
    """排查纠纷 (次, 件) and 预防纠纷 (件) of a period."""

    rounds: int
    found: int
    prevented: int

    def __str__(self) -> str:
        """Say it as a table's note says it."""
        return f"排查纠纷{self.rounds}次、{self.found}件，预防纠纷{self.prevented}件。"


def screened_in(session: Session, counted: ColumnElement[bool], period: Period) -> Screened:
    """Count a period: rounds and what they found by their day, what was calmed by its own."""
    villages = screened_by_village(session, counted, period).values()
    return Screened(
        sum(one.rounds for one in villages),
        sum(one.found for one in villages),
        sum(one.prevented for one in villages),
    )


def screened_by_village(
    session: Session, counted: ColumnElement[bool], period: Period
) -> dict[str, Screened]:
    """Count a period village by village; none for a village where there is nothing to count."""
    village = Screening.village_code
    of_round = select(village, func.count()).where(counted).group_by(village)
    of_found = of_round.select_from(FoundDispute).join(Screening, OF_SCREENING)
    asked = (
        of_round.where(*period.conditions()),
        of_found.where(*period.conditions()),
        of_found.where(*_calmed(period)),
    )
    rounds, found, calmed = (_by_village(session, one) for one in asked)
    return {
        code: Screened(rounds.get(code, 0), found.get(code, 0), calmed.get(code, 0))
        for code in {**rounds, **found, **calmed}
    }


def _by_village(session: Session, asked: Select[str, int]) -> dict[str, int]:
    return {village: number for village, number in session.execute(asked)}  # noqa: C416 (rows are not pairs to mypy)


def screenings_in(session: Session, seen: ColumnElement[bool], period: Period) -> list[Any]:
    """List (screening, village, who, how many disputes), the latest first."""
    found = (
        select(func.count())
        .where(OF_SCREENING)
        .correlate(Screening)
        .select_from(FoundDispute)
        .scalar_subquery()
    )
    rows = _named(select(Screening, Area.name, User.name, found)).where(seen, *period.conditions())
    ordered = rows.order_by(Screening.day.desc(), Screening.recorded_at.desc(), Screening.id)
    return list(session.execute(ordered.limit(MOST)))


def prevented_in(session: Session, seen: ColumnElement[bool], period: Period) -> list[Any]:
    """List (dispute, screening, village) calmed in a period, the latest first."""
    rows = (
        select(FoundDispute, Screening, Area.name)
        .join(Screening, OF_SCREENING)
        .join(Area, _of_village())
        .where(seen, Screening.struck_on.is_(None), *_calmed(period))
        .order_by(FoundDispute.settled_on.desc(), FoundDispute.id)
    )
    return list(session.execute(rows.limit(MOST)))


def found_of(session: Session, actor: Actor, screening: Screening) -> list[Any]:
    """List (dispute, case number) of a screening; the number only where the case is in sight."""
    seen = and_(
        Case.county_id == FoundDispute.county_id, Case.id == FoundDispute.case_id, visible_to(actor)
    )
    rows = (
        select(FoundDispute, Case.number)
        .outerjoin(Case, seen)
        .where(FoundDispute.county_id == screening.county_id)
        .where(FoundDispute.screening_id == screening.id)
    )
    return list(session.execute(rows.order_by(FoundDispute.recorded_at, FoundDispute.id)))


def cases_near(session: Session, actor: Actor, screening: Screening) -> list[tuple[UUID, str]]:
    """Offer the cases in sight of the screened village that came on its day or later."""
    rows = select(Case.id, Case.number, Case.title).where(
        visible_to(actor),
        Case.village_code == screening.village_code,
        Case.received_on >= screening.day,
    )
    found = session.execute(rows.order_by(Case.received_on.desc(), Case.id).limit(CHOICES))
    return [(row.id, f"{row.number} {row.title}") for row in found]


def _calmed(period: Period) -> list[ColumnElement[bool]]:
    calmed = FoundDispute.outcome == FoundOutcome.CALMED
    return [calmed, FoundDispute.settled_on.between(period.start, period.end), *period.here()]


def _named(rows: Select[Any]) -> Select[Any]:
    who = and_(User.county_id == Screening.county_id, User.id == Screening.recorded_by)
    return rows.select_from(Screening).join(Area, _of_village()).join(User, who)


def _of_village() -> ColumnElement[bool]:
    return and_(Area.county_id == Screening.county_id, Area.code == Screening.village_code)
