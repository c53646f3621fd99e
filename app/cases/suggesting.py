"""Who suits a case as mediator: the facts of every serving mediator, put to the rules together.

A suggestion only: the committee assigns, or the parties choose (人民调解法 19 条).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cases.assigning import candidates_for
from app.cases.consent import parties_of
from app.cases.model import Case
from app.cases.records import CaseMediator
from app.cases.recusal import recusals_of, seats_of
from app.cases.stages import Stage
from app.people.bodies import (
    Committee,
    CommitteeMember,
    Mediator,
    MediatorLanguage,
    MediatorSpecialty,
)
from rules import Value
from rules.mediators import Candidate, Suggestion, suggest

CHINESE = "zh"
RAISED = "raised"


class Sought(Protocol):
    """What a case asks of its mediator: the committee that has it, where, and what about."""

    @property
    def committee_id(self) -> UUID | None:
        """Name the committee."""

    @property
    def township_code(self) -> str | None:
        """Name the township, if it is in one."""

    @property
    def village_code(self) -> str | None:
        """Name the village, if it is in one."""

    @property
    def dispute_type(self) -> str:
        """Say what the dispute is about."""


@dataclass(frozen=True)
class Pool:
    """What is known of all mediators of a county, gathered in a few queries."""

    languages: defaultdict[UUID, set[str]]
    specialties: defaultdict[UUID, set[str]]
    committees: defaultdict[UUID, set[UUID]]
    areas: defaultdict[UUID, set[str]]
    loads: Counter[UUID]


def suggestions_for(session: Session, case: Case, on: date) -> list[Suggestion]:
    """Order the serving mediators for a case, the best first; `key` is the mediator's id."""
    pool = pool_of(session, case.county_id)
    needed = {p.language for p in parties_of(session, case) if p.language} - {CHINESE}
    recusals = {r.mediator_id: r.outcome or RAISED for r in recusals_of(session, case)}
    seated = {seat.mediator_id for seat in seats_of(session, case)}
    found = []
    for mediator in chain(*candidates_for(session, case)):
        facts = facts_about(mediator, case, pool, needed)
        facts["is_seated"] = mediator.id in seated
        if mediator.id in recusals:
            facts["recusal"] = recusals[mediator.id]
        found.append(Candidate(str(mediator.id), mediator.name, facts))
    return suggest(found, on=on)


def facts_about(mediator: Mediator, case: Sought, pool: Pool, needed: set[str]) -> dict[str, Value]:
    """Say what the rules may know of one mediator for one case; `needed`: languages to speak."""
    areas = pool.areas[mediator.id]
    spoken = pool.languages[mediator.id]
    return {
        "is_serving": mediator.until_on is None,
        "is_full_time": mediator.is_full_time,
        "in_committee": case.committee_id in pool.committees[mediator.id],
        "same_township": bool(case.township_code)
        and any(area.startswith(case.township_code or "") for area in areas),
        "same_village": bool(case.village_code) and case.village_code in areas,
        "knows_type": case.dispute_type in pool.specialties[mediator.id],
        "open_cases": pool.loads[mediator.id],
        "needs_language": bool(needed),
        "speaks_language": bool(needed) and needed <= spoken,
    }


def pool_of(session: Session, county: str) -> Pool:
    """Gather what is known of a county's mediators."""
    members = session.execute(
        select(CommitteeMember.mediator_id, CommitteeMember.committee_id, Committee.area_code)
        .join(
            Committee,
            (Committee.county_id == CommitteeMember.county_id)
            & (Committee.id == CommitteeMember.committee_id),
        )
        .where(CommitteeMember.county_id == county, CommitteeMember.until_on.is_(None))
    ).all()
    words = select(MediatorLanguage.mediator_id, MediatorLanguage.language)
    types = select(MediatorSpecialty.mediator_id, MediatorSpecialty.dispute_type)
    return Pool(
        languages=_sets(session.execute(words.where(MediatorLanguage.county_id == county))),
        specialties=_sets(session.execute(types.where(MediatorSpecialty.county_id == county))),
        committees=_sets((row[0], row[1]) for row in members),
        areas=_sets((row[0], row[2]) for row in members),
        loads=_loads(session, county),
    )


def _loads(session: Session, county: str) -> Counter[UUID]:
    """Count the open cases each mediator sits in."""
    query = (
        select(CaseMediator.mediator_id, func.count())
        .join(Case, (Case.county_id == CaseMediator.county_id) & (Case.id == CaseMediator.case_id))
        .where(
            CaseMediator.county_id == county,
            CaseMediator.until_on.is_(None),
            Case.stage != Stage.CLOSED,
        )
        .group_by(CaseMediator.mediator_id)
    )
    loads: Counter[UUID] = Counter()
    for mediator_id, count in session.execute(query):
        loads[mediator_id] = count
    return loads


def _sets(pairs: Iterable[Sequence[Any]]) -> defaultdict[UUID, set[Any]]:
    found: defaultdict[UUID, set[Any]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return found
