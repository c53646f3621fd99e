"""/audit: what was done in the county, when, by whom and on which case."""

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.web import door
from app.web.audit.asked import read_asked
from app.web.audit.told import told
from app.web.guard import requires
from app.words import TAGS
from app.worklist.trail import PAGE, TrailPage, trail_of

page = Blueprint("audit", __name__, url_prefix="/audit")


@page.get("")
@requires(Permission.AUDIT_READ)
def index() -> str:
    """Show one page of the county's footprints; nothing where a filter was not understood."""
    session, county_id, asked = door.reading(), door.actor().county_id, read_asked()
    found = TrailPage() if asked.faults else trail_of(session, county_id, asked.wanted)
    return render_template(
        "audit/list.html",
        asked=asked,
        found=found,
        lines=told(session, county_id, found.lines),
        deeds=dict.fromkeys(TAGS.values()),
        page_size=PAGE,
    )
