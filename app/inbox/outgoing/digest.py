"""The digest: how many notices of which kind wait for a person, in one line without a name.

It is claimed in a transaction before it leaves and ended in another one after, so that a sender
that is killed never sends twice; what it broke off stays visible as claimed.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.inbox.enums import NoticeKind
from app.inbox.model import Notice
from app.inbox.outgoing.commands import ClaimDigest, EndDelivery
from app.inbox.outgoing.enums import DeliveryState
from app.inbox.outgoing.model import Delivery, MessageAddress
from app.inbox.outgoing.tags import Tag
from app.kernel.bus import Work
from app.kernel.errors import NotFound
from app.kernel.ids import new_id

TRIES = 3
WORDS = {
    NoticeKind.DANGER: "高风险",
    NoticeKind.OVERDUE: "超期",
    NoticeKind.EXPLAIN: "超期",
    NoticeKind.DUE_TODAY: "今天到期",
    NoticeKind.REMINDER: "快到期",
    NoticeKind.OFFERED: "转来待答复",
}


def claim_digest(command: ClaimDigest, work: Work) -> UUID | None:
    """Claim today's digest for a person; None where nothing is new, or it left already."""
    key = command.county_id, command.user_id
    address = work.session.get(MessageAddress, key, with_for_update=True)
    if address is None:
        return None
    row = _today(command, work)
    if row is not None and (row.state != DeliveryState.FAILED or row.tries >= TRIES):
        return None
    counts = _waiting(command, work)
    if not counts:
        return None
    if row is None:
        row = Delivery(county_id=command.county_id, id=new_id(), tries=0)
        row.user_id, row.on = command.user_id, command.on
        work.session.add(row)
    row.channel, row.state, row.tries = address.channel, DeliveryState.CLAIMED, row.tries + 1
    row.notices, row.text = sum(counts.values()), text_of(counts)
    row.problem, row.claimed_at, row.ended_at = None, work.now, None
    return row.id


def end_delivery(command: EndDelivery, work: Work) -> None:
    """Write down what became of a digest."""
    row = work.session.get(Delivery, (command.county_id, command.delivery_id))
    if row is None or row.state != DeliveryState.CLAIMED:
        raise NotFound("没有这次发送，或者结果已经登记。")
    row.state = DeliveryState.FAILED if command.problem else DeliveryState.SENT
    row.problem, row.ended_at = command.problem and command.problem[:100], work.now
    tag = Tag.FAILED if command.problem else Tag.SENT
    work.record(tag, delivery_id=row.id, channel=row.channel, notices=row.notices)


def text_of(counts: dict[str, int]) -> str:
    """Say how much waits, the most pressing first; no name, no number of a case."""
    said: dict[str, int] = {}
    for kind, word in WORDS.items():
        if kind in counts:
            said[word] = said.get(word, 0) + counts[kind]
    parts = "，".join(f"{word} {count}" for word, count in said.items())
    detail = f"，其中{parts}" if parts else ""
    return f"【四诊】您有 {sum(counts.values())} 条未读消息{detail}。请登录系统，在“消息”里查看。"


def _today(command: ClaimDigest, work: Work) -> Delivery | None:
    mine = select(Delivery).where(
        Delivery.county_id == command.county_id,
        Delivery.user_id == command.user_id,
        Delivery.on == command.on,
    )
    return work.session.scalar(mine)


def _waiting(command: ClaimDigest, work: Work) -> dict[str, int]:
    mine = (
        Notice.county_id == command.county_id,
        Notice.user_id == command.user_id,
        Notice.read_at.is_(None),
    )
    since = _last_sent(work.session, command)
    newest = work.session.scalar(select(func.max(Notice.said_at)).where(*mine))
    if newest is None or (since is not None and newest <= since):
        return {}
    rows = select(Notice.kind, func.count()).where(*mine).group_by(Notice.kind)
    return {row[0]: row[1] for row in work.session.execute(rows)}


def _last_sent(session: Session, command: ClaimDigest) -> datetime | None:
    sent = select(func.max(Delivery.claimed_at)).where(
        Delivery.county_id == command.county_id,
        Delivery.user_id == command.user_id,
        Delivery.state != DeliveryState.FAILED,
    )
    return session.scalar(sent)
