"""Rehearse a draft, a batch of cases at a time: each batch is one transaction that can be seen."""

from datetime import date
from uuid import UUID

from app.deadlines.holidays import calendar_of
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow
from app.kernel.ids import new_id
from app.rehearsals.asking import keep
from app.rehearsals.hands import Hands
from app.rehearsals.reading import moved_to
from app.rehearsals.snapshots import how_many, next_pasts, real_pasts
from app.rehearsals.tally import Tally
from app.rulebooks.commands import RehearseRulebook
from app.rulebooks.editions import EDITABLE
from app.rulebooks.files import books_of, files_of, sha256_of
from app.rulebooks.model import RulebookVersion
from app.rulebooks.rehearsal_records import RulebookRehearsal, is_current, newest_of
from app.rulebooks.tags import Tag
from app.rulebooks.versions import books_in_force, in_force, version_of
from rules import Books, RuleError
from rules.loader import shipped
from rules.replay import Rehearsal

BATCH = 250  # about half a second: other writers wait no longer


def rehearse_rulebook(command: RehearseRulebook, work: Work) -> UUID:
    """Ask about the next batch; a draft that was changed meanwhile is begun anew."""
    version = version_of(work.session, command.county_id, command.version_id)
    if version.state not in EDITABLE:
        raise NotNow("这个版本已复核或已发布，不用再预演。要改规则，请起草一个新版本。")
    files = files_of(work.session, command.county_id, version.id)
    try:
        draft = books_of(files)
    except RuleError as error:
        raise Incomplete(str(error)) from error
    row = _begun(version, sha256_of(files), command.on, work)
    _go_on(row, draft, command.on, work)
    if row.finished_at is not None:
        changed = row.done - row.unchanged
        work.record(Tag.REHEARSED, number=version.number, cases=row.done, changed=changed)
    return row.id


def _begun(version: RulebookVersion, sha256: str, on: date, work: Work) -> RulebookRehearsal:
    """Take up the one that is running, or begin."""
    found = newest_of(work.session, version.county_id, version.id)
    if found and found.finished_at is None and is_current(work.session, found, sha256, on):
        return found
    against = in_force(work.session, version.county_id, on)
    row = RulebookRehearsal(
        county_id=version.county_id,
        id=new_id(),
        version_id=version.id,
        sha256=sha256,
        against_id=against.id if against else None,
        total=len(real_pasts()) + how_many(work.session, version.county_id),
        done=0,
        unchanged=0,
        rehearsed_by=work.command.actor_id,
        rehearsed_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    return row


def _go_on(row: RulebookRehearsal, draft: Books, on: date, work: Work) -> None:
    published = books_in_force(work.session, row.county_id, on) or shipped()
    asked = Rehearsal(published, draft, calendar_of(work.session, row.county_id).due_on)
    pasts = next_pasts(work.session, row.county_id, row.last_id, BATCH)
    hands = Hands(work.session, row.county_id, on, moved_to(work.session, row))
    hands.look_up(pasts)
    asked_about = [*pasts, *(() if row.done else real_pasts())]
    keep(work.session, row, asked, asked_about, Tally(hands))
    if pasts:
        row.last_id = pasts[-1].decision_id
    if len(pasts) < BATCH:
        row.finished_at, row.total = work.now, row.done
