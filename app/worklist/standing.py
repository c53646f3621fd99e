"""Where a case stands, gathered in one statement for one case or for a whole desk."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    and_,
    exists,
    func,
    literal,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute

from app.access.actor import Actor
from app.aftercare.model import Revisit
from app.agreements.model import Agreement, Obligation
from app.agreements.overview import gave_up
from app.cases.closing_records import Archiving
from app.cases.handover_commands import HandoverState
from app.cases.handover_records import Handover
from app.cases.listing import handled_by
from app.cases.model import Case
from app.cases.parties import STANDS, Consent, Party
from app.cases.records import CaseMediator, RoutingDecision
from app.cases.recusal import Recusal
from app.cases.risk import awaits_report
from app.deadlines.model import Deadline, DeadlineState
from app.deadlines.terms import windows
from app.kernel.columns import written
from app.meetings.enums import MeetingResult, MeetingState
from app.meetings.model import Meeting
from app.people.bodies import Committee, Mediator
from app.places.model import Area
from app.supervision.order_commands import OrderState
from app.supervision.order_records import SupervisionOrder

Column = InstrumentedAttribute[Any]
CASE = (
    Case.id, Case.number, Case.file_number, Case.title, Case.stage, Case.risk, Case.version,
    Case.dispute_type, Case.channel, Case.received_on, Case.accepted_on, Case.refused_on,
    Case.closed_on, Case.outcome, Case.committee_id, Case.desk_level, Case.is_sealed,
    Case.registered_at,
)  # fmt: skip
SEATED = CaseMediator.until_on.is_(None)
RUNNING = Deadline.state == DeadlineState.OPEN
OFFICE_OWN = Deadline.code.not_in(
    [literal(code) for code in sorted(windows())]
)  # the parties' own windows make nobody late
OFFERED = Handover.state == written(HandoverState.OFFERED)
TAKEN = Handover.state == written(HandoverState.ACCEPTED)
ORDER = (
    SupervisionOrder.state.label("order_state"), SupervisionOrder.number.label("order_number"),
    SupervisionOrder.due_on.label("order_due_on"), SupervisionOrder.person.label("order_person"),
)  # fmt: skip
STANDING = SupervisionOrder.state.in_(  # at most one of a case
    [written(one) for one in (OrderState.ISSUED, OrderState.ANSWERED, OrderState.SENT_BACK)]
)
ANSWERED = and_(STANDING, SupervisionOrder.state == written(OrderState.ANSWERED))
OPEN_DUTY = and_(
    Obligation.fulfilled_on.is_(None), Agreement.effective_on.is_not(None), ~gave_up(Obligation)
)


def standings(actor: Actor) -> Select[Any]:
    """Select what the next step depends on, a row a case; add the conditions yourself."""
    return (
        select(*CASE, Area.name.label("township"), Committee.name.label("committee"))
        .add_columns(*ORDER, *_people(actor), *_way(), *_meetings(), *_agreement(), *_terms())
        .select_from(Case)
        .outerjoin(Area, and_(Area.county_id == Case.county_id, Area.code == Case.township_code))
        .outerjoin(
            Committee,
            and_(Committee.county_id == Case.county_id, Committee.id == Case.committee_id),
        )
        .outerjoin(SupervisionOrder, and_(*of_case(SupervisionOrder, STANDING)))
    )


def of_case(model: Any, *more: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:  # noqa: ANN401 (a model)
    """Say which rows beside a case are its own."""
    return (model.county_id == Case.county_id, model.case_id == Case.id, *more)


def _people(actor: Actor) -> list[ColumnElement[Any]]:
    chair = _last(Mediator.name, CaseMediator.is_chair, *of_case(CaseMediator, SEATED, _SEAT))
    mine = of_case(CaseMediator, SEATED, CaseMediator.mediator_id == actor.mediator_id)
    asked = exists().where(
        Consent.county_id == Party.county_id,
        Consent.case_id == Party.case_id,
        Consent.party_id == Party.id,
        STANDS,
    )
    doubts = exists().where(*of_case(Recusal, Recusal.outcome.is_(None)))
    return [
        chair.label("chair"),
        handled_by(actor).label("is_mine"),
        _last(CaseMediator.since_on, CaseMediator.since_on, *mine).label("mine_since"),
        _count(Party, *of_case(Party, ~asked)).label("silent"),
        _count(Party, *of_case(Party, Party.rights_told_on.is_(None))).label("untold"),
        doubts.label("is_doubted"),
    ]


def _way() -> list[ColumnElement[Any]]:
    decided = of_case(RoutingDecision)
    offered = of_case(Handover, OFFERED)
    return [
        _last(RoutingDecision.admissible, RoutingDecision.decided_at, *decided).label("admissible"),
        _last(Handover.to_committee_id, Handover.offered_at, *offered).label("offered_to"),
        _last(Handover.offered_on, Handover.offered_at, *offered).label("offered_on"),
        exists().where(*of_case(Archiving)).label("is_archived"),
        awaits_report().label("is_unreported"),
    ]


def _meetings() -> list[ColumnElement[Any]]:
    planned = of_case(Meeting, Meeting.state == MeetingState.PLANNED)
    held = of_case(Meeting, Meeting.state == MeetingState.HELD)
    taken = _last(Handover.answered_on, Handover.answered_at, *of_case(Handover, TAKEN))
    here = Meeting.on >= func.coalesce(taken, Meeting.on)  # since this committee has the case
    failed = (*held, Meeting.result == MeetingResult.UNSETTLED, here)
    return [
        _first(Meeting.on, Meeting.on, *planned).label("meeting_on"),
        _first(Meeting.id, Meeting.on, *planned).label("meeting_id"),
        _first(Meeting.kind, Meeting.on, *planned).label("meeting_kind"),
        _last(Meeting.result, Meeting.on, *held).label("last_result"),
        _count(Meeting, *failed).label("failed"),
    ]


def _agreement() -> list[ColumnElement[Any]]:
    mine = of_case(Agreement)
    owed = of_case(Agreement, *_OWED, OPEN_DUTY)
    return [
        _last(Agreement.id, Agreement.ordinal, *mine).label("agreement_id"),
        _last(Agreement.concluded_on, Agreement.ordinal, *mine).label("concluded_on"),
        _last(Agreement.effective_on, Agreement.ordinal, *mine).label("effective_on"),
        _count(Obligation, *owed).label("owed"),
        _first(Obligation.due_on, Obligation.due_on, *owed).label("owed_on"),
        _first(Obligation.ordinal, Obligation.due_on, *owed).label("owed_ordinal"),
    ]


def _terms() -> list[ColumnElement[Any]]:
    running = of_case(Deadline, RUNNING, OFFICE_OWN, Deadline.due_on.is_not(None))
    revisit = of_case(Revisit, Revisit.held_on.is_(None))
    return [
        _first(Deadline.due_on, Deadline.due_on, *running).label("due_on"),
        _first(Deadline.name, Deadline.due_on, *running).label("due_name"),
        _first(Deadline.basis, Deadline.due_on, *running).label("due_basis"),
        _first(Revisit.due_from, Revisit.due_from, *revisit).label("revisit_from"),
        _first(Revisit.due_by, Revisit.due_from, *revisit).label("revisit_by"),
    ]


_SEAT = and_(Mediator.county_id == CaseMediator.county_id, Mediator.id == CaseMediator.mediator_id)
_OWED = (
    Obligation.county_id == Agreement.county_id,
    # Wrapped, so that the way leads from the agreement to its duties and not through all duties.
    Obligation.agreement_id == func.coalesce(Agreement.id, Agreement.id),
    Obligation.revision == Agreement.revision,
)


def _first(what: Column, by: Column, *where: ColumnElement[bool]) -> ScalarSelect[Any]:
    return select(what).where(*where).order_by(by).limit(1).correlate(Case).scalar_subquery()


def _last(what: Column, by: Column, *where: ColumnElement[bool]) -> ScalarSelect[Any]:
    rows = select(what).where(*where).order_by(by.desc()).limit(1)
    return rows.correlate(Case).scalar_subquery()


def _count(what: Any, *where: ColumnElement[bool]) -> ScalarSelect[int]:  # noqa: ANN401 (a model)
    rows = select(func.count()).select_from(what).where(*where)
    return rows.correlate(Case).scalar_subquery()
