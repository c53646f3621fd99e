"""What the pages of one session show: its people, its text, what was not in order."""

from collections.abc import Sequence

from app.cases.model import Case
from app.cases.referral import partners_of
from app.cases.specialists import specialists_of
from app.meetings.consultation_reading import bodies_of, minutes_of
from app.meetings.enums import Attending
from app.meetings.model import Attendance, Meeting
from app.meetings.reading import attendances_of, flaws_of, languages_of, records_of
from app.people.bodies import Committee
from app.people.names import mediator_names, names_of
from app.web import door
from app.web.steps import Said


def seen(case: Case, meeting: Meeting) -> Said:
    """Gather what a template needs of a session."""
    session = door.reading()
    people = attendances_of(session, meeting)
    records = records_of(session, meeting)
    chair = mediator_names(session, case.county_id, {meeting.chair_id})
    writers = {row.recorded_by for row in records}
    return {
        "meeting": meeting,
        "people": people,
        "named": {kind: _names(people, kind) for kind in Attending},
        "records": records,
        "flaws": flaws_of(session, meeting),
        "languages": languages_of(session, meeting),
        "chair": "".join(chair.values()),
        "names": names_of(session, case.county_id, writers),
        "committee": session.get(Committee, (case.county_id, case.committee_id)),
        "partners": partners_of(session, case),
    }


def gathered(case: Case, meeting: Meeting) -> Said:
    """Gather what a template needs of a joint consultation."""
    session = door.reading()
    asked = {"bodies": bodies_of(session, meeting), "minutes": minutes_of(session, meeting)}
    experts = {"specialists": specialists_of(session, case), "case": case}
    return seen(case, meeting) | asked | experts | {"today": door.clock().today()}


def _names(people: Sequence[Attendance], kind: Attending) -> str:
    came = [row.name for row in people if row.attending == kind and row.has_come is not False]
    return "、".join(came)
