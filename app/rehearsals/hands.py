"""In whose hands a past case is, and in whose it would be if its desk were another.

A case that keeps its desk keeps its mediators. One that moves leaves them, and goes to whom the rules
would suggest first at the new desk; in truth a person assigns. A case without a mediator stays so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.enums import DeskCommittee, DeskLevel
from app.cases.records import CaseMediator
from app.cases.recusal import Recusal
from app.cases.routing.committees import Desk, seat_of
from app.cases.suggesting import CHINESE, RAISED, facts_about, pool_of
from app.people.bodies import Mediator
from app.rehearsals.snapshots import Past
from rules import Decision, Facts, Value, decision
from rules.mediators import Candidate, Suggestion, suggest

NOT_YET = UUID(int=0)  # nobody has been assigned


@dataclass(frozen=True)
class Elsewhere:
    """A case as it would lie at another desk."""

    county_id: str
    committee_id: UUID | None
    township_code: str | None
    village_code: str | None
    dispute_type: str


class Hands:
    """The mediators of a county, with what this rehearsal has given them so far (`moved`)."""

    def __init__(
        self, session: Session, county_id: str, on: date, moved: Mapping[UUID, int]
    ) -> None:
        self._session, self._county, self._on = session, county_id, on
        self._pool = pool_of(session, county_id)
        self._pool.loads.update(moved)
        serving = select(Mediator).where(
            Mediator.county_id == county_id, Mediator.until_on.is_(None)
        )
        self._serving = session.scalars(serving.order_by(Mediator.name, Mediator.id)).all()
        self._seated: defaultdict[UUID, list[UUID]] = defaultdict(list)
        self._recused: dict[tuple[UUID, UUID], str] = {}
        self._said: dict[tuple[Value, ...], Suggestion] = {}
        self._committees: dict[tuple[decision.Desk, str, str], UUID | None] = {}

    def look_up(self, pasts: Iterable[Past]) -> None:
        """Read who sits in these cases, and who may not."""
        ids = [past.case_id for past in pasts if past.case_id is not None]
        seats = select(CaseMediator.case_id, CaseMediator.mediator_id).where(
            CaseMediator.county_id == self._county,
            CaseMediator.case_id.in_(ids),
            CaseMediator.until_on.is_(None),
        )
        for case_id, mediator_id in self._session.execute(seats):
            self._seated[case_id].append(mediator_id)
        doubts = select(Recusal.case_id, Recusal.mediator_id, Recusal.outcome).where(
            Recusal.county_id == self._county, Recusal.case_id.in_(ids)
        )
        for case_id, mediator_id, outcome in self._session.execute(doubts):
            self._recused[case_id, mediator_id] = outcome or RAISED

    def of(self, past: Past, before: Decision, after: Decision) -> tuple[list[UUID], list[UUID]]:
        """Name whose work the case is now, and whose it would be."""
        seated = self._seated.pop(past.case_id, []) if past.case_id else []
        now = seated or ([NOT_YET] if before.desk else [])
        if after.desk is None:
            return now, []
        if not seated:
            return now, [NOT_YET]
        if after.desk == before.desk:
            return now, now
        best = self._best(past, after.desk, after.facts)
        for mediator_id in seated:
            self._pool.loads[mediator_id] -= 1
        self._pool.loads[best] += 1
        return now, [best]

    def _best(self, past: Past, desk: decision.Desk, known: Facts) -> UUID:
        told = known.get("languages")
        needed = set(told if isinstance(told, list) else ()) - {CHINESE}
        case = self._elsewhere(past, desk, str(known.get("dispute_type", "")))
        found = [(each.id, self._ask(past, each, case, needed)) for each in self._serving]
        may = [each for each in found if each[1].may_mediate == "yes"]
        best = min(may, key=lambda each: (-each[1].points, each[1].open_cases), default=None)
        return NOT_YET if best is None else best[0]

    def _ask(self, past: Past, mediator: Mediator, case: Elsewhere, needed: set[str]) -> Suggestion:
        """Ask the rules about each set of facts once: mediators of one kind are many."""
        facts = facts_about(mediator, case, self._pool, needed)
        if past.case_id and (past.case_id, mediator.id) in self._recused:
            facts["recusal"] = self._recused[past.case_id, mediator.id]
        key = (*facts.values(), facts.get("recusal", ""))
        if key not in self._said:
            (self._said[key],) = suggest([Candidate("", "", facts)], on=self._on)
        return self._said[key]

    def _elsewhere(self, past: Past, desk: decision.Desk, dispute_type: str) -> Elsewhere:
        place = past.township_code, past.village_code
        case = Elsewhere(self._county, None, *place, dispute_type)
        if (desk, *place) not in self._committees:
            there = Desk(DeskLevel(desk.level), DeskCommittee(desk.committee), desk.industry)
            found = seat_of(self._session, case, there).committee
            self._committees[desk, *place] = found.id if found else None
        return replace(case, committee_id=self._committees[desk, *place])
