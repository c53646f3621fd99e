"""Who stands against whom, as people say it."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.cases.enums import Side
from app.cases.parties import Party

NAMES = 2  # of a side, before 等
NAMED = (
    select(Party.case_id, Party.side, Party.name)
    .where(
        Party.county_id == bindparam("county_id"),
        Party.case_id.in_(bindparam("case_ids", expanding=True)),
    )
    .order_by(Party.case_id, Party.ordinal)
)


def parties_of(session: Session, county_id: str, case_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Say who stands against whom, a case: 扎西 诉 完么才让."""
    asked = {"county_id": county_id, "case_ids": list(case_ids)}
    rows = session.connection().execute(NAMED, asked)
    sides: dict[UUID, dict[str, list[str]]] = {}
    for case_id, side, name in rows:
        sides.setdefault(case_id, {}).setdefault(side, []).append(name)
    return {case_id: _against(found) for case_id, found in sides.items()}


def _against(sides: dict[str, list[str]]) -> str:
    ours, theirs = sides.get(Side.APPLICANT, []), sides.get(Side.RESPONDENT, [])
    return " 诉 ".join(_some(names) for names in (ours, theirs) if names) or _some(
        sides.get(Side.THIRD, [])
    )


def _some(names: list[str]) -> str:
    more = f"等 {len(names)} 方" if len(names) > NAMES else ""
    return "、".join(names[:NAMES]) + more
