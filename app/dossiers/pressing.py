"""Issue a paper as every door does it: print outside the write transaction, then keep it in one."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from app.access.actor import actor_of
from app.cases.visibility import find_case
from app.dossiers.commands import IssuePaper
from app.dossiers.issuing import newest
from app.dossiers.press import Wish, compose_paper, data_sha256, press
from app.kernel.bus import Bus
from app.kernel.commands import Answer
from app.kernel.receipts import recall


def issue_once(bus: Bus, command: IssuePaper, keys: Path, *, key: UUID | None = None) -> Answer:
    """Answer the paper in force while it still says the same; else issue it (anew)."""
    with bus.database.read() as session:
        actor = actor_of(session, command.county_id, command.actor_id)
        case = find_case(session, actor, command.case_id)
        before = newest(session, case, command.code, command.subject_id)
        wish = Wish(command.code, command.subject_id, command.on, command.actor_id)
        if before and before.data_sha256 == data_sha256(compose_paper(session, case, wish)):
            return before.id
    return issue(bus, command, keys, key=key)


def issue(bus: Bus, command: IssuePaper, keys: Path, *, key: UUID | None = None) -> Answer:
    """Print, freeze, seal and keep a paper; answer its id. The same key again prints nothing.

    `keys` is the folder of the committees' signing keys. Raises Incomplete where a word is missing
    or a character cannot be printed, NotNow where the paper's time has not come.
    """
    with bus.database.read() as session:
        if key is not None and (receipt := recall(session, command, key)):
            return receipt.answer
        actor = actor_of(session, command.county_id, command.actor_id)
        actor.demand(command.needs)
        case = find_case(session, actor, command.case_id)
        wish = Wish(command.code, command.subject_id, command.on, command.actor_id)
        pressed = press(session, case, wish, keys=keys, now=bus.clock.now())
    return bus.execute(replace(command, pressed=pressed), key=key)
