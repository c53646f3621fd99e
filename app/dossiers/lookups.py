"""Public look-ups, counted in the database by address, so that nobody can try codes by the thousand."""

from datetime import datetime, timedelta

from sqlalchemy import select

from app.access.throttle import Limits, count_try
from app.dossiers.register import Entry, entry_of, find_by_code
from app.kernel.db import Database
from app.kernel.errors import NotNow
from app.places.model import County

LIMITS = Limits(address_tries=60, brake=timedelta(minutes=5))  # a quarter of an hour, an office


def look_up(
    database: Database, code: str | None, address: str | None, now: datetime
) -> Entry | None:
    """Count the try, then find what was issued under a code; NotNow after too many tries."""
    with database.write() as session:
        county_id = session.scalar(select(County.county_id).order_by(County.county_id).limit(1))
        key = (county_id or "", f"verify:{address or 'unknown'}"[:80])
        held = count_try(session, key, now, LIMITS) if county_id else None
    if held is not None:
        raise NotNow("查验的次数太多了，请过五分钟再试。")
    if code is None:
        return None
    with database.read() as session:
        paper = find_by_code(session, code)
        return entry_of(session, paper) if paper else None
