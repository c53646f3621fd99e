"""/rulebooks/<version>/rehearsal: what a draft would change in the cases decided so far."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, request

from app.kernel.text import whole_number
from app.people.names import mediator_names
from app.permissions import Permission
from app.places.reading import township_names
from app.rehearsals import reading
from app.rehearsals.saying import desk_said, mediator_said
from app.rulebooks.commands import RehearseRulebook
from app.rulebooks.files import sha256_of
from app.rulebooks.rehearsal_records import RulebookRehearsal, is_current, newest_of
from app.web import door
from app.web.cases.outputs import OUTPUTS
from app.web.guard import requires
from app.web.people.edit import Answered
from app.web.rulebooks.numbers_beside import numbers_beside
from app.web.rulebooks.opening import base_of, opened
from app.web.rulebooks.rehearsed import change_said, lines_said, said_of

page = Blueprint("rehearsal", __name__, url_prefix="/rulebooks/<uuid:version_id>")
SIZE = 20
MOST = 30  # of moves, of cases without a desk: more than a person reads


@page.get("/rehearsal")
@requires(Permission.RULE_READ)
def show(version_id: UUID) -> str:
    """Show the newest rehearsal; while it runs, how far it has come."""
    edition, session = opened(version_id), door.reading()
    row = newest_of(session, door.actor().county_id, version_id)
    is_now = is_current(session, row, sha256_of(edition.files), door.clock().today())
    return render_template(
        "rulebooks/rehearsal.html", edition=edition, base=base_of(edition), row=row, is_now=is_now,
        numbers=numbers_beside(edition) if edition.is_editable else (),
        **(_found(row) if row and row.finished_at else {}),
    )  # fmt: skip


@page.post("/rehearsal")
@requires(Permission.RULE_DRAFT)
def rehearse(version_id: UUID) -> Answered:
    """Ask about the next batch of cases."""
    door.execute(RehearseRulebook(**door.said(), version_id=version_id))
    return redirect(f"/rulebooks/{version_id}/rehearsal", 303)


def _found(row: RulebookRehearsal) -> dict[str, object]:
    session, actor = door.reading(), door.actor()
    typed = request.args.get("page", "1")
    number = whole_number(typed, len("99999")) or 1
    changed = reading.changed_of(session, row, number, SIZE)
    untaken = reading.untaken_of(session, row, MOST)
    mediators = reading.mediators_of(session, row)
    return {
        "mediators": mediators,
        "names": mediator_names(session, row.county_id, {each.mediator_id for each in mediators}),
        "mediator_said": mediator_said,
        "moves": reading.moves_of(session, row, MOST),
        "loads": reading.loads_of(session, row),
        "townships": township_names(session, row.county_id),
        "changed": changed,
        "untaken": untaken,
        "untaken_count": reading.how_many_untaken(session, row),
        "faults": reading.faults_of(session, row, MOST),
        "seen": reading.seen_among(session, actor, [*untaken, *(case for case, _ in changed)]),
        "number": number,
        "pages": -(-(row.done - row.unchanged) // SIZE),
        "desk_said": desk_said,
        "change_said": change_said,
        "said_of": said_of,
        "lines_said": lines_said,
        "outputs": OUTPUTS,
    }
