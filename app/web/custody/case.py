"""/cases/<id>/custody: take a case along, give it back, take it back; who had it, on which laptop."""

from uuid import UUID

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.agreements.leases import left_out
from app.cases.model import Case
from app.sync.carrying import history_of, waiting_of
from app.sync.commands import BringBack, TakeAlong
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, press, shape, speaking, take
from forms.custody import TakeBackForm

page = Blueprint("case_custody", __name__, url_prefix="/cases/<uuid:case_id>/custody")
page.before_request(door.demand_desk)


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show who has the case, and the next step of either side."""
    case = found(case_id)
    return _shown(case, shape(TakeBackForm, case))


@page.post("")
@requires(Permission.CASE_MEDIATE)
def take_along(case_id: UUID) -> Response:
    """Take it along."""
    found(case_id)
    words = "已带走。请在下乡用的电脑上打开“下乡工作台”，联网收一次，再出发。"
    return press(TakeAlong(**speaking(case_id)), f"/cases/{case_id}/custody", words)


@page.post("/return")
@requires(Permission.CASE_MEDIATE)
def bring_back(case_id: UUID) -> Response:
    """Give it back."""
    found(case_id)
    words = "已归还。没有用掉的协议编号已经收回。"
    return press(BringBack(**speaking(case_id)), f"/cases/{case_id}/custody", words)


@page.post("/withdrawal")
@requires(Permission.CASE_SUPERVISE)
def take_back(case_id: UUID) -> Answered:
    """Take it back, with a reason."""
    case = found(case_id)
    form, who = shape(TakeBackForm, case), speaking(case_id)
    there = f"/cases/{case_id}/custody"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form), there)


def _shown(case: Case, form: TakeBackForm) -> str:
    session = door.reading()
    history, waiting = history_of(session, case), waiting_of(session, case)
    held = next((one for one in history if one.row.ended_at is None), None)
    told = {"history": history, "held": held, "unsettled": waiting, "form": form}
    skipped = left_out(session, case) if case.file_number else []
    return render_template("custody/case.html", case=case, skipped=skipped, **told)
