"""/cases/<id>/inquiries: 人民调解调查记录."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.model import Case
from app.meetings.reading import inquiries_of
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, hour_now, shape, speaking, take
from forms.inquiry import InquiryForm

page = Blueprint("inquiries", __name__, url_prefix="/cases/<uuid:case_id>/inquiries")


@page.get("")
@requires(Permission.CASE_READ)
def index(case_id: UUID) -> str:
    """Show the inquiries and the form."""
    case = found(case_id)
    return _shown(case, _form(case))


@page.post("")
@requires(Permission.CASE_MEDIATE)
def create(case_id: UUID) -> Answered:
    """Keep what somebody said."""
    case = found(case_id)
    form = _form(case)
    who = speaking(case_id)
    there = f"/cases/{case_id}/inquiries"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form), there)


def _form(case: Case) -> InquiryForm:
    name = door.actor().name
    return shape(InquiryForm, case, inquirers=name, recorder=name, starts=hour_now())


def _shown(case: Case, form: InquiryForm) -> str:
    rows = inquiries_of(door.reading(), case)
    return render_template("meetings/inquiries.html", case=case, form=form, inquiries=rows)
