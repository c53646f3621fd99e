"""The intake form as it is first shown, taken up from a draft, or changed in shape by a button."""

from urllib.parse import parse_qsl
from uuid import UUID

from flask import request
from werkzeug.datastructures import MultiDict

from app.access.roles import Role
from app.cases.enums import Channel
from app.cases.intake.drafts import find_draft
from app.kernel.errors import NotFound
from app.web import door
from app.web.intake.linked import earlier, known_of
from app.web.intake.lists import areas
from forms.ids import read_id
from forms.intake import IntakeForm

ADD = {"add-party": "parties", "add-attempt": "prior_attempts"}


def opened() -> IntakeForm:
    """Open the form: a draft where the address names one, else a fresh one for today."""
    draft_id = read_id(request.args.get("draft", ""))
    if draft_id is not None:
        return from_draft(draft_id)
    actor, before = door.actor(), earlier(read_id(request.args.get("linked", "")))
    form = IntakeForm(formdata=None, data=known_of(before) if before else None)
    form.received_on.data = door.clock().today()
    form.channel.data = Channel.GRID_REPORT if actor.role is Role.GRID_WORKER else Channel.WALK_IN
    if before is None:
        form.area.data = areas().name_of(actor.village_code or actor.township_code)
    form.linked_case_id.data = str(before.id) if before else ""
    return form


def from_draft(draft_id: UUID) -> IntakeForm:
    """Open a draft exactly as it was typed; only one's own."""
    actor, session = door.actor(), door.reading()
    draft = find_draft(session, actor.county_id, actor.user_id, draft_id)
    if draft is None:
        raise NotFound("没有找到这份草稿，可能已经登记或删除。请重新登记。")
    typed = parse_qsl(draft.typed(door.database().ring), keep_blank_values=True)
    form = IntakeForm(formdata=MultiDict(typed))
    form.key.data = str(draft_id)
    return form


def reshape(form: IntakeForm, pressed: str) -> None:
    """Add a row, or take one out: "add-party", "drop-party-3"; anything else changes nothing."""
    if pressed in ADD:
        rows = form[ADD[pressed]]
        if len(rows) < rows.most:
            rows.append_entry({"side": "respondent", "kind": "person"})
        return
    verb, _, rest = pressed.partition("-party-")
    if verb == "drop" and rest.isdigit() and len(form.parties) > 1:
        form.parties.entries = [entry for entry in form.parties.entries if entry.short_name != rest]


def is_short() -> bool:
    """Say whether the page of five fields is wanted: a phone, a grid worker."""
    asked = request.values.get("short")
    return asked == "1" if asked else door.actor().role is Role.GRID_WORKER
