"""From a kept envelope to the command that the online forms would have made."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.agreements.commands import DraftAgreement
from app.cases.intake.commands import CorrectParty, RegisterIntake
from app.cases.intake.reading import read
from app.cases.model import Case
from app.kernel.clock import day_of
from app.kernel.commands import Command
from app.kernel.db import ring_of
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.sync.arriving import Sender, result_of
from app.sync.commands import WithdrawUnsent
from app.sync.contradicting import Contradicted
from app.sync.correcting import contradictions, corrected, said_of
from app.sync.enums import ArrivalStatus
from app.sync.envelope import Envelope
from app.sync.model import Arrival
from app.sync.naming import name_of
from app.sync.payload import built
from app.sync.refs import demand_own_ref
from app.sync.types import TYPES, Correction, filled_in, is_report, references
from app.sync.upcasting import lifted


def kind_of(envelope: Envelope) -> str:
    """Say what an envelope is, in today's words; Incomplete where nobody knows it."""
    kind, _ = lifted(envelope.type, envelope.payload, envelope.protocol)
    if kind not in TYPES:
        message = f"中心不认识“{kind}”这种记录，请更新下乡工作台后重新提交。"
        raise Incomplete(message, field="type")
    return kind


def make(session: Session, sender: Sender, envelope: Envelope, today: date) -> tuple[Command, bool]:
    """Make the command; True where its day is the laptop's clock and nobody's word."""
    kind, said = lifted(envelope.type, envelope.payload, envelope.protocol)
    said = filled_in(said, _answers(session, sender, envelope, said))
    on, is_guessed = _day(said, envelope, today, reports=is_report(kind))
    who: dict[str, Any] = {"county_id": sender.county_id, "actor_id": sender.user_id, "on": on}
    cls: Any = TYPES[kind]
    if cls is RegisterIntake:
        record = read(said.get("record"), today=day_of(envelope.occurred_at))
        demand_own_ref(session, sender, envelope, record)
        return RegisterIntake(**who, record=record), is_guessed
    if cls is WithdrawUnsent:
        return WithdrawUnsent(**who, **built(cls, said)), is_guessed
    case = _case(session, sender, envelope)
    if cls is CorrectParty:
        return _correction(session, case, said, who), is_guessed
    if cls is DraftAgreement:
        said.pop("seen_revision", None)  # the chain of versions says it better
    return cls(**who, case_id=case.id, **built(cls, said)), is_guessed


def _case(session: Session, sender: Sender, envelope: Envelope) -> Case:
    case = session.get(Case, (sender.county_id, envelope.case_id)) if envelope.case_id else None
    if case is None:
        raise NotFound("中心没有这个案件。这条记录已留在中心，请联系县中心核对。")
    return case


def _day(
    said: dict[str, Any], envelope: Envelope, today: date, *, reports: bool
) -> tuple[date, bool]:
    if "on" in said:
        text = said.pop("on")
        try:
            return date.fromisoformat(text), False
        except (TypeError, ValueError) as error:
            raise Incomplete("“日期”不是日历上的一天，请改正后重新提交。", field="on") from error
    return (day_of(envelope.occurred_at), True) if reports else (today, False)


def _answers(
    session: Session, sender: Sender, envelope: Envelope, said: Mapping[str, Any]
) -> dict[str, str]:
    found = {}
    for asked in references(said):
        row = session.get(Arrival, (sender.county_id, UUID(asked))) if _is_id(asked) else None
        if row is None or row.status != ArrivalStatus.APPLIED or row.device_id != envelope.device:
            message = "这条记录要用的前一条还没有办成，请先在中心处理前一条。"
            raise Contradicted("predecessor", message)
        found[asked] = str(result_of(row, ring_of(session)).get("answer"))
    return found


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _correction(
    session: Session, case: Case, said: Mapping[str, Any], who: dict[str, Any]
) -> CorrectParty:
    changes = built(Correction, said)
    now = said_of(session, case, changes["party_id"], ring_of(session))
    moved = contradictions(now, changes["changes"])
    if moved:
        names = "、".join(name_of(field) for field in moved)
        yours = {one.field: one.now or "" for one in changes["changes"]}
        message = f"当事人的{names}在中心已经改过，和您带走时不一样，请核对以哪个为准。"
        raise Contradicted("party_changed", message, yours, moved)
    fresh = corrected(now, changes["changes"])
    return CorrectParty(**who, case_id=case.id, party_id=changes["party_id"], said=fresh)


def demand_unmoved(envelope: Envelope, case: Case | None, *, is_clean: bool) -> None:
    """Raise Contradicted where a request was made from what is no longer so."""
    if case is None or is_clean or envelope.type == "party.correct":
        return
    message = "您带走以后，中心那边的案件有了变化，请核对后决定这一步还办不办。"
    yours = {"version": envelope.base_version}
    raise Contradicted("stale", message, yours, {"version": case.version, "stage": case.stage})


def demand_predecessor(session: Session, sender: Sender, envelope: Envelope) -> None:
    """Raise NotNow while the step before this one was not settled."""
    if envelope.prev is None:
        return
    row = session.get(Arrival, (sender.county_id, envelope.prev))
    if row is None or row.status == ArrivalStatus.RECEIVED:
        raise NotNow("前一步还没有送到中心，先送前一步。")
    if row.status != ArrivalStatus.APPLIED:
        message = "这一步之前的一步没有办成，请先在中心处理前一步。"
        raise Contradicted("predecessor", message)
