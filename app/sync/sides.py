"""Two columns for a person: what was written in the village, and what the centre has now."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agreements.model import Agreement, AgreementRevision
from app.cases.model import Case
from app.cases.stages import Stage
from app.kernel.db import ring_of
from app.kernel.errors import DomainError
from app.sync.arriving import envelope_of
from app.sync.choices import choices
from app.sync.correcting import said_of, shown
from app.sync.envelope import Envelope
from app.sync.making import kind_of
from app.sync.model import Arrival
from app.sync.payload import built
from app.sync.types import Correction
from app.sync.upcasting import lifted
from app.words import label

Line = tuple[str, str]
NAMES = {
    "on": "日期", "text": "经过", "kind": "种类", "starts": "开始", "ends": "结束", "place": "地点",
    "method": "方式", "result": "结果", "recorder": "记录人", "facts": "纠纷事实",
    "responsibilities": "各方责任", "clauses": "协议内容", "obligations": "履行事项",
    "debtor": "谁履行", "creditor": "向谁履行", "what": "做什么", "amount_fen": "金额（分）",
    "due_on": "期限", "reason": "原因", "outcome": "结果", "because": "理由", "form": "形式",
    "agrees": "同意", "number": "编号", "said": "怎么说", "way": "方式", "name": "姓名",
    "phone": "电话", "id_number": "身份证号", "address": "住址", "language": "语言",
    "summary": "什么事", "asked": "问了什么", "details": "详情", "proof": "凭据", "role": "身份",
    "signer": "签名人", "interpreter": "翻译", "remedies_told": "已告知救济途径",
    "guests": "邀请的人", "visitors": "回访人", "measures": "措施", "next_on": "下次日期",
}  # fmt: skip
SEALED = frozenset({"phone", "id_number"})
TYPES = {
    "meeting.hold": "调解记录", "inquiry.record": "调查记录", "revisit.record": "回访记录",
    "obligation.fulfill": "履行记录", "obligation.urge": "催促记录", "consent.record": "调解意愿",
    "rights.tell": "告知权利义务", "agreement.conclude": "达成协议", "agreement.oral": "口头协议",
    "agreement.sign": "登记签字", "agreement.seal": "加盖印章", "note.add": "下乡随记",
    "paper.print": "离线打印", "intake.register": "登记纠纷", "agreement.draft": "协议拟稿",
    "agreement.finalize": "协议定稿", "party.correct": "更正当事人", "case.close": "结案",
    "handover.offer": "转办",
}  # fmt: skip


def title_of(row: Arrival) -> str:
    """Name what a command is."""
    return TYPES.get(row.type, row.type)


def written(kind: str, envelope: Envelope) -> list[Line]:
    """Tell what was written in the village, numbers masked."""
    _, said = lifted(envelope.type, envelope.payload, envelope.protocol)
    if kind == "party.correct":
        changes = said.get("changes")
        found = changes if isinstance(changes, list) else []
        return [_change(one) for one in found if isinstance(one, dict)]
    return list(_lines(said))


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
        (NAMES.get(one.field, one.field), shown(one.field, now.get(one.field)) or "没有填")
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


def _change(one: Mapping[str, Any]) -> Line:
    field = str(one.get("field"))
    was, now = one.get("was") or "没有填", one.get("now") or "没有填"
    return NAMES.get(field, field), f"{was} → {_masked(field, now)}"


def _masked(field: str, value: Any) -> str:  # noqa: ANN401 (JSON)
    return shown(field, value) if field in SEALED else _word(value)


def _lines(said: Mapping[str, Any], before: str = "") -> Iterator[Line]:
    for name, value in said.items():
        if name.endswith(("_id", "_ids")) or name in {"about", "ref", "seen_revision"}:
            continue
        yield from _told(name, value, before + NAMES.get(name, name))


def _told(name: str, value: Any, title: str) -> Iterator[Line]:  # noqa: ANN401 (JSON)
    if isinstance(value, dict):
        yield from _lines(value)
    elif isinstance(value, list):
        for n, one in enumerate(value, 1):
            yield from _told(name, one, f"{title} {n} ")
    elif value not in (None, ""):
        yield title, _masked(name, value)


def _word(value: Any) -> str:  # noqa: ANN401 (JSON)
    if isinstance(value, bool):
        return "是" if value else "否"
    words = {word: said for pairs in choices().values() for word, said in pairs}
    return words.get(value, value) if isinstance(value, str) else json.dumps(value)
