"""What past decisions were made from: the county's own, and the real cases that come along."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.cases.facts import facts_of
from app.cases.model import Case
from app.cases.records import RoutingDecision
from rules.replay import Snapshot

REAL_CASES = Path(__file__).parents[2] / "tests/data/cases.jsonl"


@dataclass(frozen=True)
class Past:
    """One past decision; `is_newest` of its case, so that the load counts a case once."""

    snapshot: Snapshot
    decision_id: UUID | None = None
    case_id: UUID | None = None
    township_code: str = ""
    village_code: str = ""
    is_newest: bool = True


def how_many(session: Session, county_id: str, since: date | None = None) -> int:
    """Count the county's snapshots."""
    counted = select(func.count()).select_from(RoutingDecision).where(*_of(county_id, since))
    return session.scalar(counted) or 0


def next_pasts(
    session: Session, county_id: str, after: UUID | None, most: int, since: date | None = None
) -> list[Past]:
    """Read the next snapshots, in the order of their ids."""
    of_case = and_(Case.county_id == RoutingDecision.county_id, Case.id == RoutingDecision.case_id)
    what = RoutingDecision.id, RoutingDecision.case_id, RoutingDecision.on, RoutingDecision.facts
    wanted = (
        select(*what, Case.number, Case.township_code, Case.village_code, _has_newer())
        .join(Case, of_case)
        .where(*_of(county_id, since))
        .order_by(RoutingDecision.id)
        .limit(most)
    )
    if after is not None:
        wanted = wanted.where(RoutingDecision.id > after)
    return [
        Past(Snapshot(str(number or case_id), on, facts), decision_id, case_id,
             township or "", village or "", not has_newer)
        for decision_id, case_id, on, facts, number, township, village, has_newer
        in session.execute(wanted)
    ]  # fmt: skip


def _of(county_id: str, since: date | None) -> list[ColumnElement[bool]]:
    of_county = RoutingDecision.county_id == county_id
    return [of_county] if since is None else [of_county, RoutingDecision.on >= since]


def _has_newer() -> ColumnElement[bool]:
    newer = aliased(RoutingDecision)
    later = or_(
        newer.decided_at > RoutingDecision.decided_at,
        and_(newer.decided_at == RoutingDecision.decided_at, newer.id > RoutingDecision.id),
    )
    return exists().where(
        newer.county_id == RoutingDecision.county_id,
        newer.case_id == RoutingDecision.case_id,
        later,
    )


@cache
def real_pasts() -> Sequence[Past]:
    """Read the real cases that come with the program; none where they were left out."""
    if not REAL_CASES.exists():
        return ()
    lines = REAL_CASES.read_text(encoding="utf-8").splitlines()
    return tuple(_real(json.loads(line)["intake"]) for line in lines if line.strip())


def _real(record: dict[str, str]) -> Past:
    on = date.fromisoformat(record["received_on"])
    return Past(Snapshot(record["ref"], on, facts_of(record)))
