"""The trail of a case told as JSON: what, when, who."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.kernel.footprints import Footprint
from app.people.users import User
from app.words import label_of_tag


def tell_footprints(session: Session, case: Case) -> list[dict[str, Any]]:
    """Say every footprint of a case, oldest first."""
    mine = (Footprint.county_id == case.county_id, Footprint.case_id == case.id)
    found = session.scalars(select(Footprint).where(*mine).order_by(Footprint.position)).all()
    names = _names(session, case.county_id)
    return [
        {
            "position": one.position,
            "on": one.on,
            "recorded_at": one.recorded_at.isoformat(),
            "tag": one.tag,
            "what": label_of_tag(one.tag),
            "by": names.get(one.actor_id),
            "particulars": one.details,
        }
        for one in found
    ]


def _names(session: Session, county_id: str) -> dict[Any, str]:
    rows = session.execute(select(User.id, User.name).where(User.county_id == county_id))
    return {row.id: row.name for row in rows}
