"""Who sits at the table: parties, mediators, guests whom all parties agreed to (20 条)."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.orm import Session

from app.cases.consent import parties_of
from app.cases.model import Case
from app.cases.recusal import seats_of
from app.cases.specialists import specialists_of
from app.kernel.errors import Incomplete
from app.kernel.ids import new_id
from app.meetings.commands import Guest, HoldMeeting
from app.meetings.enums import Attending
from app.meetings.model import Attendance, Meeting
from app.meetings.reading import attendances_of
from app.people.bodies import Mediator


def demand_consent(guests: Iterable[Guest]) -> None:
    """Raise Incomplete for a guest whom the parties have not all agreed to."""
    alone = [guest.name for guest in guests if guest.agreed_on is None]
    if alone:
        message = (
            f"邀请{'、'.join(alone)}参加，要先征得各方当事人同意（人民调解法第20条）。"
            "请问过各方以后，勾选同意并写明日期。"
        )
        raise Incomplete(message, field="guests")


def expect(session: Session, case: Case, meeting: Meeting, guests: Iterable[Guest]) -> None:
    """Put down whom the meeting waits for: every party, every mediator, the guests, specialists."""
    rows = [_party(party.id, party.name) for party in parties_of(session, case)]
    rows += [_mediator(session, case, seat.mediator_id) for seat in seats_of(session, case)]
    rows += [
        Attendance(attending=Attending.SPECIALIST, name=person.name, agreed_on=seat.agreed_on)
        for seat, person in specialists_of(session, case)
    ]
    _add(session, meeting, [*rows, *map(_guest, guests)])


def welcome(session: Session, meeting: Meeting, guest: Guest) -> UUID:
    """Put one more guest on the list."""
    (row,) = _add(session, meeting, [_guest(guest)])
    return row.id


def seat_those_who_came(
    session: Session, case: Case, meeting: Meeting, command: HoldMeeting
) -> None:
    """Mark who came; whoever was not on the list is added, nobody is taken off it."""
    known = list(attendances_of(session, meeting))
    names = {party.id: party.name for party in parties_of(session, case)}
    fresh = _unlisted(session, case, known, command, names)
    for row in [*known, *_add(session, meeting, fresh)]:
        row.has_come = _came(row, command)


def _unlisted(
    session: Session,
    case: Case,
    known: list[Attendance],
    command: HoldMeeting,
    names: dict[UUID, str],
) -> list[Attendance]:
    parties = {row.party_id for row in known}
    mediators = {row.mediator_id for row in known}
    guests = {row.name for row in known if row.attending == Attending.GUEST}
    rows = [_party(party_id, name) for party_id, name in names.items() if party_id not in parties]
    rows += [_mediator(session, case, who) for who in command.mediator_ids if who not in mediators]
    rows += [_guest(guest) for guest in command.guests if guest.name not in guests]
    if command.interpreter:
        rows.append(Attendance(attending=Attending.INTERPRETER, name=command.interpreter))
    return rows


def _came(row: Attendance, command: HoldMeeting) -> bool | None:
    if row.attending == Attending.PARTY:
        return row.party_id in command.party_ids
    if row.attending == Attending.MEDIATOR:
        return row.mediator_id in command.mediator_ids
    if row.attending == Attending.GUEST:
        return row.name in {guest.name for guest in command.guests}
    return True if row.attending == Attending.INTERPRETER else None


def _party(party_id: UUID, name: str) -> Attendance:
    return Attendance(attending=Attending.PARTY, name=name, party_id=party_id)


def _mediator(session: Session, case: Case, mediator_id: UUID) -> Attendance:
    mediator = session.get(Mediator, (case.county_id, mediator_id))
    name = mediator.name if mediator is not None else "名册外人员"
    return Attendance(attending=Attending.MEDIATOR, name=name, mediator_id=mediator_id)


def _guest(guest: Guest) -> Attendance:
    return Attendance(
        attending=Attending.GUEST,
        name=guest.name,
        guest_kind=guest.kind,
        agreed_on=guest.agreed_on,
    )


def _add(session: Session, meeting: Meeting, rows: list[Attendance]) -> list[Attendance]:
    taken = len(attendances_of(session, meeting))
    for ordinal, row in enumerate(rows, taken + 1):
        row.county_id = meeting.county_id
        row.id = new_id()
        row.meeting_id = meeting.id
        row.ordinal = ordinal
    session.add_all(rows)
    session.flush()
    return rows
