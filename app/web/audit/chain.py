"""/audit/chain: whether anybody changed what was put on file; walked when asked, and kept."""

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from app.access.commands import ReportChainCheck
from app.access.permissions import Permission
from app.access.tags import Tag
from app.kernel.footprints import ChainHead, verify
from app.web import door
from app.web.audit.told import read_said
from app.web.guard import requires
from app.web.steps import press
from app.words import label_of_tag
from app.worklist.trail import WantedTrail, trail_of

page = Blueprint("audit_chain", __name__, url_prefix="/audit/chain")


@page.get("")
@requires(Permission.AUDIT_READ)
def show() -> str:
    """Show what the last walk found, and how much came after it."""
    session, county_id = door.reading(), door.actor().county_id
    head = session.get(ChainHead, county_id)
    checks = trail_of(session, county_id, WantedTrail(tags=(Tag.CHAIN_CHECKED,)), 1).lines
    found = (read_said(checks[0].particulars) if checks else None) or {}
    broken_at = found.get("broken_at") or 0
    near = trail_of(session, county_id, WantedTrail(before=broken_at + 1), 1).lines
    return render_template(
        "audit/chain.html",
        last=checks[0] if {"rows", "head", "broken_at"} <= found.keys() else None,
        found=found,
        broken=next((row for row in near if row.position == broken_at), None),
        length=head.position if head else 0,
        label_of_tag=label_of_tag,
    )


@page.post("/checks")
@requires(Permission.AUDIT_READ)
def check() -> Response:
    """Walk the chain, outside any writing, and keep what was found."""
    verdict = verify(door.reading(), door.actor().county_id, door.database().ring.chain_key)
    report = ReportChainCheck(
        **door.said(), rows=verdict.rows, head=verdict.head, broken_at=verdict.broken_at
    )
    return press(report, "/audit/chain", "核对完了，结果如下。")
