"""/cases/<uuid>: the case in one view, its tabs, its next step."""

from uuid import UUID

from flask import Blueprint, render_template, request

from app.access.permissions import Permission
from app.web import door
from app.web.cases.beside import beside
from app.web.cases.derivation import why_here
from app.web.cases.happened import happened
from app.web.guard import requires
from app.worklist.case_file import CaseFile, meetings_of, open_file, timeline
from app.worklist.next_step import next_step

page = Blueprint("case", __name__, url_prefix="/cases/<uuid:case_id>")
TABS = (
    ("", "经过"),
    ("parties", "当事人"),
    ("meetings", "会议"),
    ("log", "操作日志"),
)
ACTS = (
    ("meetings", "安排调解", Permission.CASE_MEDIATE),
    ("handovers", "移交", Permission.CASE_HAND_OVER),
    ("risk-reports", "风险报告", Permission.CASE_MEDIATE),
    ("closure", "结案", Permission.CASE_CLOSE),
)


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show the case: what happened, what runs out, why it is here, who they are."""
    asked = request.args.get("tab", "")
    tab = asked if asked in dict(TABS) else ""
    session, actor = door.reading(), door.actor()
    file = open_file(session, actor, case_id)
    return render_template(
        "cases/show.html",
        file=file,
        case=file.case,
        tab=tab,
        tabs=TABS,
        beside=beside(),
        step=next_step(file.case, actor, door.clock().today()),
        acts=acts_of(file),
        corrects=actor.may(Permission.CASE_REGISTER),
        why=why_here(file.decision),
        events=events_of(tab, case_id),
        meetings=meetings_of(session, actor.county_id, case_id) if tab == "meetings" else [],
        today=door.clock().today(),
    )


def events_of(tab: str, case_id: UUID) -> list[object]:
    """Read what happened: the latest on the first tab, all of it in the log."""
    if tab not in {"", "log"}:
        return []
    limit = {} if tab == "" else {"limit": None}
    rows = timeline(door.reading(), door.actor().county_id, case_id, **limit)
    return [happened(row) for row in rows]


def acts_of(file: CaseFile) -> list[tuple[str, str]]:
    """List what else can be done now, beside the next step."""
    actor = door.actor()
    open_acts = ACTS if file.case.stage != "closed" else ()
    return [(page, text) for page, text, needs in open_acts if actor.may(needs)]
