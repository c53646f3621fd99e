"""When people may be reminded: on the county's working days, in office hours; never at midnight."""

from datetime import datetime, time

from sqlalchemy.orm import Session

from app.deadlines.holidays import calendar_of
from app.kernel.clock import CHINA

OPENS, CLOSES = time(8, 30), time(18)


def is_office_hour(session: Session, county_id: str, now: datetime) -> bool:
    """Say whether the county's offices are open at an instant."""
    there = now.astimezone(CHINA)
    if not calendar_of(session, county_id).is_working(there.date()):
        return False
    return OPENS <= there.time() < CLOSES
