"""Two columns for a person: what was written in the village, and what the centre has now."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agreements.model import Agreement, AgreementRevision
from app.cases.model import Case
from app.cases.stages import Stage
from app.kernel.db import ring_of
from app.kernel.errors import DomainError
from app.sync.arriving import envelope_of
from app.sync.correcting import said_of, shown
from app.sync.envelope import Envelope
from app.sync.making import kind_of
from app.sync.model import Arrival
from app.sync.naming import name_of
from app.sync.payload import built
from app.sync.speaking import Line, told
from app.sync.types import Correction
from app.sync.upcasting import lifted
from app.words import label

TYPES = {
    "meeting.hold": "调解记录", "inquiry.record": "调查记录", "revisit.record": "回访记录",
    "obligation.fulfill": "履行记录", "obligation.urge": "催促记录", "consent.record": "调解意愿",
    "rights.tell": "告知权利义务", "agreement.conclude": "达成协议", "agreement.oral": "口头协议",
    "agreement.sign": "登记签字", "agreement.seal": "加盖印章", "note.add": "下乡随记",
    "paper.print": "离线打印", "record.withdraw": "撤回", "intake.register": "登记纠纷", "agreement.draft": "协议拟稿",
    "agreement.finalize": "协议定稿", "party.correct": "更正当事人", "case.close": "结案",
    "handover.offer": "转办",
}  # fmt: skip


def title_of(row: Arrival) -> str:
    """Name what a command is."""
    return TYPES.get(row.type, row.type)


def written(kind: str, envelope: Envelope) -> list[Line]:
    """Tell what was written in the village, numbers masked."""
    _, said = lifted(envelope.type, envelope.payload, envelope.protocol)
    return told(kind, said)


def both_sides(session: Session, row: Arrival, case: Case | None) -> tuple[list[Line], list[Line]]:
    """Give the two columns: the village's and the centre's."""
    envelope = envelope_of(row, ring_of(session))
    try:
        kind = kind_of(envelope)
    except DomainError:
        kind = envelope.type
    centre = _centre(session, case, kind, envelope) if case else [("案件", "中心没有这个案件")]
    return written(kind, envelope), centre


def _centre(session: Session, case: Case, kind: str, envelope: Envelope) -> list[Line]:
    where = label(Stage(case.stage)) + ("" if case.is_open else "（已结案）")
    stands = [("案件", case.title), ("所处阶段", where)]
    if kind == "party.correct":
        return stands + _party(session, case, envelope)
    if kind.startswith("agreement."):
        return stands + _agreements(session, case)
    return [*stands, ("案情", case.summary or "")]


def _party(session: Session, case: Case, envelope: Envelope) -> list[Line]:
    try:
        said = built(Correction, envelope.payload)
        now = said_of(session, case, said["party_id"], ring_of(session))
    except DomainError:
        return []
    return [
        (name_of(one.field), shown(one.field, now.get(one.field)) or "没有填")
        for one in said["changes"]
    ]


def _agreements(session: Session, case: Case) -> list[Line]:
    latest = (
        select(Agreement.number, AgreementRevision.revision, AgreementRevision.facts)
        .join(
            AgreementRevision,
            (AgreementRevision.county_id == Agreement.county_id)
            & (AgreementRevision.agreement_id == Agreement.id)
            & (AgreementRevision.revision == Agreement.revision),
        )
        .where(Agreement.county_id == case.county_id, Agreement.case_id == case.id)
        .order_by(Agreement.ordinal)
    )
    rows = session.execute(latest).all()
    return [(f"{number} 第 {n} 稿", facts) for number, n, facts in rows] or [("协议", "还没有")]
