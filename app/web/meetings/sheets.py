"""Records as pages to print and sign, until they are issued as papers."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.kernel.errors import NotFound
from app.meetings.reading import find_meeting, inquiries_of
from app.web import door
from app.web.guard import requires
from app.web.meetings.sight import gathered, seen
from app.web.steps import found

page = Blueprint("meeting_sheets", __name__, url_prefix="/cases/<uuid:case_id>")


@page.get("/meetings/<uuid:meeting_id>/sheet")
@requires(Permission.CASE_READ)
def record(case_id: UUID, meeting_id: UUID) -> str:
    """Show 人民调解记录, or 联合调解记录 where a neighboring committee took part."""
    case = found(case_id)
    meeting = find_meeting(door.reading(), case, meeting_id)
    return render_template("meetings/sheet.html", case=case, **seen(case, meeting))


@page.get("/meetings/<uuid:meeting_id>/consultation/sheet")
@requires(Permission.CASE_READ)
def minutes(case_id: UUID, meeting_id: UUID) -> str:
    """Show 会诊纪要 with the sign-in list."""
    case = found(case_id)
    meeting = find_meeting(door.reading(), case, meeting_id)
    return render_template("meetings/minutes_sheet.html", **gathered(case, meeting))


@page.get("/inquiries/<uuid:inquiry_id>/sheet")
@requires(Permission.CASE_READ)
def inquiry(case_id: UUID, inquiry_id: UUID) -> str:
    """Show 人民调解调查记录."""
    case = found(case_id)
    rows = [row for row in inquiries_of(door.reading(), case) if row.id == inquiry_id]
    if not rows:
        raise NotFound("这个案件没有这份调查记录。请从案件页重新打开。")
    return render_template("meetings/inquiry_sheet.html", case=case, inquiry=rows[0])
