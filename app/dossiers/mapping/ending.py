"""Papers of the end and of what comes after it."""

from collections.abc import Callable

from sqlalchemy import select

from app.aftercare.enums import FulfillmentHeard, RevisitManner, Satisfaction
from app.aftercare.model import Revisit
from app.aftercare.model import RevisitRecord as RevisitRow
from app.agreements.identity import insists_on_ink
from app.agreements.model import Agreement
from app.agreements.reading import agreements_of
from app.cases.closing import WITHOUT_AGREEMENT, closure_of
from app.cases.enums import Channel, Outcome
from app.cases.parties import Party
from app.cases.records import Closure
from app.dossiers.mapping.desk import Desk, clause
from app.kernel.errors import NotFound, NotNow
from app.meetings.enums import MeetingState
from app.meetings.reading import meetings_of
from app.words import label
from documents.papers import ClosingReport, PartyBlock, RevisitRecord, TerminationNotice
from documents.words import count_cn


def termination_notice(desk: Desk) -> TerminationNotice:
    """Write that mediation ended, why, and what stays open (人民调解法 26 条).

    It may be printed before the case is closed: closing asks whether the parties were told.
    """
    closure = closure_of(desk.session, desk.case)
    if closure is not None and closure.outcome not in WITHOUT_AGREEMENT:
        raise NotNow("这个案件不是调解不成或终止，不出具终止调解告知书。")
    if desk.case.accepted_on is None:
        raise NotNow("案件没有受理，没有可以终止的调解。不予受理的请出具不予受理告知书。")
    refused = desk.case.refused_on is not None
    reason = (closure.reason if closure else None) or (
        "一方当事人明确表示不愿继续调解" if refused else "当事人未能达成协议"
    )
    return TerminationNotice(
        committee=desk.committee_name,
        number=desk.number,
        addressees=desk.names,
        subject=desk.matter,
        accepted_on=desk.case.accepted_on,
        reason=clause(reason),
        ended_on=closure.on if closure else desk.on,
        mediators=desk.mediators,
    )


def revisit_record(desk: Desk) -> RevisitRecord:
    """Write a revisit's record; several parties on one sheet."""
    key = desk.case.county_id, desk.subject_id
    visit = desk.session.get(Revisit, key)
    if visit is None or visit.case_id != desk.case.id:
        raise NotFound("这个案件没有这次回访，请从回访页重新打开。")
    rows = _rows(desk, visit)
    if not rows:
        raise NotNow("这次回访还没有登记内容，请先登记，再出具回访记录。")
    agreement = desk.session.get_one(Agreement, (key[0], visit.agreement_id))
    first = rows[0][0]
    return RevisitRecord(
        committee=desk.committee_name,
        number=agreement.number,
        party="、".join(name for _, name in rows),
        agreement_number=agreement.number,
        subject=desk.case.title,
        visited_on=first.on,
        manner=label(RevisitManner(first.manner)),
        fulfillment=_joined(rows, _heard),
        satisfaction=_joined(rows, _satisfied),
        visitors=tuple(first.visitors.split("、")),
        later_dispute=_joined(rows, lambda row: row.later_dispute or ""),
        hidden_risks=_joined(rows, lambda row: row.hidden_trouble or ""),
        measures=_joined(rows, lambda row: row.measures or ""),
        ink_only=insists_on_ink(desk.session, desk.case, desk.on),
    )


def _rows(desk: Desk, visit: Revisit) -> list[tuple[RevisitRow, str]]:
    told = (
        select(RevisitRow, Party.name)
        .join(Party, (Party.county_id == RevisitRow.county_id) & (Party.id == RevisitRow.party_id))
        .where(RevisitRow.county_id == visit.county_id, RevisitRow.revisit_id == visit.id)
        .order_by(Party.ordinal)
    )
    return [(row, name) for row, name in desk.session.execute(told)]


def _joined(rows: list[tuple[RevisitRow, str]], say: Callable[[RevisitRow], str]) -> str:
    said = [(name, say(row)) for row, name in rows]
    if len(said) == 1:
        return said[0][1]
    each = "；".join(f"{name}：{clause(words)}" for name, words in said if words)
    return f"{each}。" if each else ""


def _heard(row: RevisitRow) -> str:
    heard = label(FulfillmentHeard(row.fulfillment_heard))
    return f"{heard}。{row.fulfillment_said}" if row.fulfillment_said else f"{heard}。"


def _satisfied(row: RevisitRow) -> str:
    if row.satisfaction is None:
        return "未询问"
    return f"{label(Satisfaction(row.satisfaction))}（由{row.satisfaction_asked_by}询问）"


def closing_report(desk: Desk) -> ClosingReport:
    """Write how the case went and ended (PAPERS ⑮)."""
    closure = closure_of(desk.session, desk.case)
    if closure is None or desk.case.accepted_on is None:
        raise NotNow("案件还没有结案，不能出具结案报告表。请先办理结案。")
    return ClosingReport(
        committee=desk.committee_name,
        number=desk.number,
        handlers=desk.mediators,
        parties=tuple(map(_reached, desk.blocks)),
        source=_source(desk),
        accepted_on=desk.case.accepted_on,
        closed_on=closure.on,
        reported_on=desk.on,
        facts=desk.case.summary,
        outcome=_went(desk) + _ended(desk, closure),
    )


def _reached(party: PartyBlock) -> str:
    """Write a party with address and telephone on one line (PAPERS ⑮)."""
    return "　".join(word for word in (party.name, party.address, party.contact) if word)


def _source(desk: Desk) -> str:
    """Say where the case came from, and who sent it."""
    source = label(Channel(desk.case.channel))
    return f"{source}（{desk.case.referral_body}）" if desk.case.referral_body else source


def _went(desk: Desk) -> str:
    """Tell on which days the parties were mediated."""
    held = [
        row.on for row in meetings_of(desk.session, desk.case) if row.state == MeetingState.HELD
    ]
    if not held:
        return ""
    days = "、".join(f"{day:%Y年%-m月%-d日}" for day in dict.fromkeys(sorted(held)))
    return f"先后调解{count_cn(len(held))}次（{days}）。" if len(held) > 1 else f"于{days}调解。"


def _ended(desk: Desk, closure: Closure) -> str:
    agreements = agreements_of(desk.session, desk.case)
    numbers = "、".join(one.number for one in agreements if one.effective_on)
    outcome = label(Outcome(closure.outcome)) + (f"，协议编号：{numbers}。" if numbers else "。")
    return outcome + (closure.reason or "")
