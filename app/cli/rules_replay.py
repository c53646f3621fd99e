"""`rules replay`: a draft of rules over the facts of all decisions that were made."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.cases.records import RoutingDecision
from app.deadlines.calendar import WorkingCalendar
from app.kernel.db import Database
from app.places.model import County
from app.rulebooks.versions import books_in_force
from rules import load
from rules.loader import shipped
from rules.replay import Snapshot, replay


def replay_draft(
    database: Database, draft: Path, since: date | None, today: date
) -> dict[str, Any]:
    """Compare a draft with the published rules; raise RuleError when it cannot be read."""
    books = load(draft)
    due_on = WorkingCalendar.announced().due_on
    with database.read() as session:
        county = session.scalar(select(County.county_id).order_by(County.county_id))
        published = books_in_force(session, county, today) if county else None
        found = replay(_snapshots(session, since), published or shipped(), books, due_on)
    return {"unchanged": found.unchanged, "changed": [each.to_dict() for each in found.changed]}


def _snapshots(session: Session, since: date | None) -> Iterator[Snapshot]:
    query = (
        select(Case.number, RoutingDecision.case_id, RoutingDecision.on, RoutingDecision.facts)
        .join(
            Case,
            (Case.county_id == RoutingDecision.county_id) & (Case.id == RoutingDecision.case_id),
        )
        .order_by(RoutingDecision.decided_at, RoutingDecision.id)
    )
    if since is not None:
        query = query.where(RoutingDecision.on >= since)
    for number, case_id, on, facts in session.execute(query.execution_options(yield_per=500)):
        yield Snapshot(str(number or case_id), on, facts)
