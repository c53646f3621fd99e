"""Look at what left: the newest deliveries, with who they were for."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.inbox.outgoing.model import Delivery
from app.people.users import User

LATEST = 200


def deliveries(session: Session, county_id: str) -> list[tuple[Delivery, str]]:
    """List the newest deliveries of a county."""
    wanted = (
        select(Delivery, User.name)
        .join(User, (User.county_id == Delivery.county_id) & (User.id == Delivery.user_id))
        .where(Delivery.county_id == county_id)
        .order_by(Delivery.claimed_at.desc(), Delivery.id)
        .limit(LATEST)
    )
    return [(row, name) for row, name in session.execute(wanted)]
