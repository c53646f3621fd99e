"""/overview/open-cases: the open cases behind a number of the supervisor's page."""

from flask import Blueprint, render_template, request

from app.access.permissions import Permission
from app.kernel.errors import NotFound
from app.people.names import committee_names, mediator_names
from app.places.reading import find_area
from app.registers.in_hand import Hands, cases_in_hand
from app.registers.view import view_of
from app.web import door
from app.web.guard import requires
from forms.ids import read_id

page = Blueprint("overview_cases", __name__, url_prefix="/overview")
NOBODY = "none"
UNKNOWN = "没有这个调委会、调解员或地方。请从总览重新点进来。"


@page.get("/open-cases")
@requires(Permission.CASE_SUPERVISE)
def show() -> str:
    """List them; what this person may not read is counted, never named."""
    place = {name: request.args.get(name, "")[:12] for name in ("township", "village")}
    view = view_of(door.actor(), door.clock().today(), **place)
    hands = _hands()
    found = cases_in_hand(door.reading(), view, hands)
    return render_template(
        "overview/open_cases.html",
        found=found,
        heading=_heading(place, hands),
        late_only=hands.is_overdue,
        today=view.today,
    )


def _hands() -> Hands:
    said = {name: request.args.get(name, "") for name in ("committee", "chair")}
    ids = {name: read_id(word) for name, word in said.items()}
    if any(word and word != NOBODY and ids[name] is None for name, word in said.items()):
        raise NotFound(UNKNOWN)
    return Hands(
        ids["committee"],
        ids["chair"],
        is_of_committee=bool(said["committee"]),
        is_of_chair=bool(said["chair"]),
        is_overdue=request.args.get("late") == "yes",
    )


def _heading(place: dict[str, str], hands: Hands) -> str:
    session, county_id = door.reading(), door.actor().county_id
    said = [find_area(session, county_id, code).name for code in place.values() if code]
    bodies = committee_names(session, county_id) if hands.committee else {}
    people = mediator_names(session, county_id, {hands.chair}) if hands.chair else {}
    for names, key, asked, nobody in (
        (bodies, hands.committee, hands.is_of_committee, "未定承办组织"),
        (people, hands.chair, hands.is_of_chair, "未指定调解员"),
    ):
        if key and key not in names:
            raise NotFound(UNKNOWN)
        said += [names[key] if key else nobody] if asked else []
    return "，".join([*said, "超期的案件" if hands.is_overdue else "在办案件"])
