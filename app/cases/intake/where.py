"""Whose people see a dispute: its township and village.

Statistical areas (an industrial park, a farm) have no government behind them: they are no township.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.enums import Side
from app.cases.intake.record import IntakeRecord
from app.places.model import Area

TOWNSHIP, VILLAGE = 9, 12


@dataclass(frozen=True)
class Whereabouts:
    """The township and village whose people see the case; None where it is nobody's."""

    county_id: str
    township_code: str | None = None
    village_code: str | None = None


def whereabouts(session: Session, county_id: str, record: IntakeRecord) -> Whereabouts:
    """Find the township and village: of the dispute, else of the respondent, the applicant."""
    real = _real_areas(session, county_id, record)
    for code in _candidates(record):
        township = code[:TOWNSHIP]
        if len(township) == TOWNSHIP and township in real:
            village = code if len(code) == VILLAGE and code in real else None
            return Whereabouts(county_id, township, village)
    return Whereabouts(county_id)


def _candidates(record: IntakeRecord) -> Iterator[str]:
    if record.area:
        yield record.area
    for side in (Side.RESPONDENT, Side.APPLICANT, Side.THIRD):
        for party in record.parties:
            if party.side is side and party.area:
                yield party.area


def _real_areas(session: Session, county_id: str, record: IntakeRecord) -> set[str]:
    codes = {code[:length] for code in _candidates(record) for length in (TOWNSHIP, VILLAGE)}
    query = select(Area.code).where(
        Area.county_id == county_id,
        Area.code.in_(codes),
        Area.parent_code.is_not(None),
        Area.is_statistical.is_(False),
    )
    return set(session.scalars(query))
