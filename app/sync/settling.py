"""处理不一致: a person decides what becomes of what the village wrote; nothing is overwritten.

Kept as an addition it stands in the author's name; submitted again it is asked on the case as it is
now, in the name of who asks. Either way the arrival stays as it came.
"""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.access.actor import Actor, actor_behind, actor_of
from app.access.permissions import Permission
from app.cases.intake.commands import CorrectParty
from app.cases.model import Case
from app.cases.visibility import is_in_hand
from app.kernel.bus import Bus, Work
from app.kernel.clock import day_of
from app.kernel.commands import Command
from app.kernel.db import ring_of
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.kernel.ids import new_id
from app.people.users import User
from app.sync.arriving import Sender, envelope_of
from app.sync.commands import AssignArrival, SettleArrival
from app.sync.contradicting import Contradicted
from app.sync.correcting import corrected, said_of
from app.sync.enums import NoteKind, SettlementOutcome
from app.sync.envelope import Envelope
from app.sync.making import kind_of, make
from app.sync.model import Arrival, FieldNote
from app.sync.payload import built
from app.sync.settling_records import Settlement
from app.sync.sides import written
from app.sync.tags import Tag
from app.sync.types import Correction
from app.sync.unsettled import find_arrival


def settle_arrival(command: SettleArrival, work: Work) -> None:
    """Settle one command, once."""
    row, known = _open(command.arrival_id, work)
    if command.outcome is SettlementOutcome.KEPT_AS_NOTE:
        known.note_id = _note(row, work)
    known.outcome, known.settled_at = command.outcome, work.now
    known.settled_by = command.actor_id
    work.session.flush()
    work.record(Tag.SETTLED, row.case_id, arrival_id=row.id, outcome=command.outcome)


def assign_arrival(command: AssignArrival, work: Work) -> None:
    """Put one command into somebody's hands."""
    row, known = _open(command.arrival_id, work)
    user = work.session.get(User, (command.county_id, command.user_id))
    if user is None or user.disabled_on is not None:
        raise Incomplete("没有这个人，或者账号已停用。请另选一人。", field="user_id")
    person = actor_of(work.session, command.county_id, user.id)
    if not person.may(Permission.CASE_MEDIATE):
        message = f"{user.name}的岗位不办案，请另选一人。"
        raise Incomplete(message, field="user_id")
    known.assigned_to, known.assigned_by, known.assigned_at = user.id, command.actor_id, work.now
    work.session.flush()
    work.record(Tag.ASSIGNED, row.case_id, arrival_id=row.id, user_id=user.id)


def submit_again(bus: Bus, actor: Actor, arrival_id: UUID) -> None:
    """Ask what the village asked on the case as it is now; effect and settlement in one transaction.

    Raises:
        DomainError: it cannot be done now either; nothing is changed.

    """
    with bus.database.write() as session:
        row = find_arrival(session, actor, arrival_id)
        today = day_of(bus.clock.now())
        sender = Sender(actor.county_id, actor.user_id, actor.user_id)
        envelope = envelope_of(row, bus.database.ring)
        settled = SettleArrival(
            county_id=actor.county_id, actor_id=actor.user_id, on=today, arrival_id=row.id,
            outcome=SettlementOutcome.SUBMITTED_AGAIN,
        )  # fmt: skip
        try:
            bus.carry(_made(session, sender, envelope, today), session)
        except Contradicted as error:
            raise NotNow(str(error)) from error
        bus.carry(settled, session)


def _made(session: Session, sender: Sender, envelope: Envelope, today: date) -> Command:
    """Make the command anew; a correction is now made against what the centre has."""
    if kind_of(envelope) == "party.correct" and envelope.case_id is not None:
        case = session.get_one(Case, (sender.county_id, envelope.case_id))
        said = built(Correction, envelope.payload)
        now = said_of(session, case, said["party_id"], ring_of(session))
        fresh = corrected(now, said["changes"])
        who: dict[str, Any] = {"county_id": sender.county_id, "actor_id": sender.user_id}
        return CorrectParty(**who, on=today, case_id=case.id, party_id=said["party_id"], said=fresh)
    return make(session, sender, envelope, today)[0]


def _open(arrival_id: UUID, work: Work) -> tuple[Arrival, Settlement]:
    actor = actor_behind(work)
    row = find_arrival(work.session, actor, arrival_id)
    known = work.session.get(Settlement, (row.county_id, row.id), with_for_update=True)
    if known is None:
        known = Settlement(county_id=row.county_id, arrival_id=row.id)
        work.session.add(known)
    if known.settled_at is not None:
        raise NotNow("这一条已经有人处理过了。请刷新页面看结果。")
    case = work.session.get(Case, (row.county_id, row.case_id)) if row.case_id else None
    is_theirs = actor.user_id in {row.actor_id, known.assigned_to}
    if case is not None and not is_theirs and not is_in_hand(work.session, actor, case):
        raise NotAllowed("这个案件不在您手上，不能替村里处理。请联系案件的承办人。")
    return row, known


def _note(row: Arrival, work: Work) -> UUID:
    if row.case_id is None:
        raise NotNow("这一条还没有案件，不能作为补充记录。请登记案件，或交给别人处理。")
    envelope = envelope_of(row, work.ring)
    lines = [f"{name}：{value}" for name, value in written(kind_of(envelope), envelope)]
    note = FieldNote(county_id=row.county_id, id=new_id(), case_id=row.case_id)
    note.on, note.kind, note.about = day_of(envelope.occurred_at), NoteKind.OTHER, row.id
    note.text = "\n".join(["下乡时写的，与中心不一致，作为补充记录保留：", *lines])
    note.noted_by, note.noted_at = row.actor_id, work.now
    work.session.add(note)
    work.session.flush()
    return note.id
