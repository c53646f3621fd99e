"""Records of other programs, taken one by one: whole or not at all, and each ref of a sender once.

What the rules find admissible is accepted at once by the committee it is routed to; what is excluded
is declined with reason and organ and stays in the books; what they leave open waits for a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.cases.commands import AcceptCase, DeclineCase
from app.cases.intake.commands import RegisterIntake
from app.cases.intake.problems import BadRecord, Problem
from app.cases.intake.reading import read
from app.cases.intake.record import IntakeRecord
from app.cases.intake.registering import find_told
from app.cases.model import Case
from app.cases.routing.deciding import decide_for
from app.cases.routing.proposals import last_decision, refusal_of, why_not
from app.kernel.bus import Bus

UNKEPT = "数据库不接受这条记录，没有保存，其余各条不受影响。请把这一条交给管理员查看。"


class Result(StrEnum):
    """What became of a record."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    DUPLICATE = "duplicate"
    INVALID = "invalid"


@dataclass(frozen=True)
class Taken:
    """The answer to one record, as the contract gives it."""

    ref: str | None
    result: Result
    case: str | None = None
    decision: dict[str, Any] | None = None
    errors: tuple[Problem, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Say it in the contract's words."""
        return {
            "ref": self.ref,
            "result": self.result.value,
            "case": self.case,
            "decision": self.decision,
            "errors": [problem.to_dict() for problem in self.errors],
        }


@dataclass(frozen=True)
class Reception:
    """Where one sender's records come in."""

    bus: Bus
    county_id: str
    actor_id: UUID
    sender: str

    def take(self, mapping: Any) -> Taken:  # noqa: ANN401 (whatever was sent)
        """Take one record into the books; a second one of the same ref answers with the first."""
        try:
            record = read(mapping, today=self.bus.clock.today())
        except BadRecord as error:
            return refused(mapping, *error.problems)
        try:
            return self._store(record)
        except IntegrityError:  # another connection took the same ref in this instant
            return self._once_more(record, mapping)

    def look(self, mapping: Any) -> Taken:  # noqa: ANN401 (whatever was sent)
        """Say what `take` would answer, and store nothing."""
        try:
            record = read(mapping, today=self.bus.clock.today())
        except BadRecord as error:
            return refused(mapping, *error.problems)
        with self.bus.database.read() as session:
            known = self._known(session, record.ref)
            if known is not None:
                return known
            said, on = record.to_record(), record.received_on
            decision = decide_for(session, self.county_id, said, on)
        answer = decision.to_dict() if decision else None
        return Taken(record.ref, _result(answer), None, answer)

    def _store(self, record: IntakeRecord) -> Taken:
        with self.bus.database.write() as session:
            known = self._known(session, record.ref)
            return known if known is not None else self._register(record, session)

    def _once_more(self, record: IntakeRecord, mapping: object) -> Taken:
        try:
            return self._store(record)
        except IntegrityError:
            return refused(mapping, Problem((), UNKEPT))

    def _known(self, session: Session, ref: str) -> Taken | None:
        case = find_told(session, self.county_id, self.sender, ref)
        if case is None:
            return None
        return Taken(ref, Result.DUPLICATE, case.number, _answer(session, case))

    def _register(self, record: IntakeRecord, session: Session) -> Taken:
        said: dict[str, Any] = {
            "county_id": self.county_id,
            "actor_id": self.actor_id,
            "on": record.received_on,
        }
        told = RegisterIntake(**said, record=record, sender=self.sender)
        case_id = self.bus.carry(told, session)
        case = session.get_one(Case, (self.county_id, case_id))
        answer = _answer(session, case)
        self._follow(case, answer, session, said)
        return Taken(record.ref, _result(answer), case.number, answer)

    def _follow(
        self, case: Case, answer: dict[str, Any] | None, session: Session, said: dict[str, Any]
    ) -> None:
        """Decline or accept as the rules say; neither where they leave it to a person."""
        refusal = refusal_of(answer) if answer else None
        if refusal is not None:
            said |= {"reason": refusal.reason, "refer_to": refusal.refer_to}
            self.bus.carry(DeclineCase(**said, case_id=case.id), session)
        elif case.committee_id and _is_clear(answer) and why_not(session, case) is None:
            said |= {"committee_id": case.committee_id}
            self.bus.carry(AcceptCase(**said, case_id=case.id), session)


def refused(mapping: Any, *problems: Problem) -> Taken:  # noqa: ANN401 (whatever was sent)
    """Answer a record that cannot be read; its ref is said again if it is one."""
    ref = mapping.get("ref") if isinstance(mapping, Mapping) else None
    is_ref = isinstance(ref, str) and ref.isprintable() and len(ref) <= 64  # noqa: PLR2004 (the contract)
    return Taken(ref if is_ref else None, Result.INVALID, errors=problems)


def _result(answer: dict[str, Any] | None) -> Result:
    return Result.DECLINED if answer and answer["admissible"] == "no" else Result.ACCEPTED


def _is_clear(answer: dict[str, Any] | None) -> bool:
    return answer is not None and answer["admissible"] == "yes"


def _answer(session: Session, case: Case) -> dict[str, Any] | None:
    decision = last_decision(session, case)
    return None if decision is None else decision.answer
