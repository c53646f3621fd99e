"""What the record's form already knows: from the plan, or from the case."""

from sqlalchemy.orm import Session

from app.cases.consent import parties_of
from app.cases.model import Case
from app.cases.recusal import seats_of
from app.meetings.enums import Attending
from app.meetings.model import Attendance, Meeting
from app.meetings.reading import attendances_of
from app.web.steps import Said, hour_now


def planned_of(session: Session, meeting: Meeting) -> Said:
    """Say what the plan says, everybody expected to come."""
    people = attendances_of(session, meeting)
    guests = [row for row in people if row.attending == Attending.GUEST]
    return {
        "kind": meeting.kind,
        "on": meeting.on,
        "starts": meeting.starts,
        "place": meeting.place,
        "method": meeting.method,
        "asks_public": meeting.asks_public,
        "objection": meeting.objection,
        "party_ids": [row.party_id for row in people if row.party_id],
        "mediator_ids": [row.mediator_id for row in people if row.mediator_id],
        "guests": [*map(_row, guests), {}, {}],
    }


def known_of(session: Session, case: Case) -> Said:
    """Say what the case says."""
    return {
        "kind": case.stage,
        "place": case.place,
        "starts": hour_now(),
        "party_ids": [party.id for party in parties_of(session, case)],
        "mediator_ids": [seat.mediator_id for seat in seats_of(session, case)],
    }


def _row(guest: Attendance) -> Said:
    return {
        "name": guest.name,
        "kind": guest.guest_kind,
        "agreed_on": guest.agreed_on,
        "has_come": True,
    }
