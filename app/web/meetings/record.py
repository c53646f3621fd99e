"""/cases/<id>/meetings/<id>/record and /cases/<id>/meeting-records: 人民调解记录."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.consent import parties_of
from app.cases.model import Case
from app.meetings.model import Meeting
from app.meetings.phrases import PHRASES, POINTS
from app.meetings.reading import find_meeting
from app.web import door
from app.web.guard import requires
from app.web.meetings.prefill import known_of, planned_of
from app.web.seats import offer_mediators
from app.web.steps import Answered, found, shape, speaking, take
from forms.record import RecordForm

page = Blueprint("meeting_record", __name__, url_prefix="/cases/<uuid:case_id>")


@page.get("/meetings/<uuid:meeting_id>/record")
@requires(Permission.CASE_READ)
def edit(case_id: UUID, meeting_id: UUID) -> str:
    """Show the record's form, with what the plan already says."""
    case = found(case_id)
    meeting = find_meeting(door.reading(), case, meeting_id)
    return _shown(case, _form(case, meeting), meeting)


@page.post("/meetings/<uuid:meeting_id>/record")
@requires(Permission.CASE_MEDIATE)
def create(case_id: UUID, meeting_id: UUID) -> Answered:
    """Keep what happened at a planned session, or a supplement."""
    case = found(case_id)
    meeting = find_meeting(door.reading(), case, meeting_id)
    return _take(case, _form(case, meeting), meeting_id, meeting)


@page.get("/meeting-records")
@requires(Permission.CASE_READ)
def begin(case_id: UUID) -> str:
    """Show an empty record's form, for a session that nobody planned."""
    case = found(case_id)
    return _shown(case, _form(case, None), None)


@page.post("/meeting-records")
@requires(Permission.CASE_MEDIATE)
def report(case_id: UUID) -> Answered:
    """Keep what happened at a session that nobody planned."""
    case = found(case_id)
    form = _form(case, None)
    return _take(case, form, form.command_key, None)


def _take(case: Case, form: RecordForm, meeting_id: UUID, meeting: Meeting | None) -> Answered:
    who = speaking(case.id, meeting_id=meeting_id)
    there = f"/cases/{case.id}/meetings/{meeting_id}"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form, meeting), there)


def _form(case: Case, meeting: Meeting | None) -> RecordForm:
    session = door.reading()
    given = planned_of(session, meeting) if meeting else known_of(session, case)
    form = shape(RecordForm, case, **given | {"recorder": door.actor().name})
    form.party_ids.offer((party.id, party.name) for party in parties_of(session, case))
    offer_mediators(case, form.mediator_ids)
    return form


def _shown(case: Case, form: RecordForm, meeting: Meeting | None) -> str:
    helps = {"points": POINTS, "phrases": PHRASES}
    return render_template("meetings/record.html", case=case, form=form, meeting=meeting, **helps)
