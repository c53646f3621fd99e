"""The next step of a case: one answer, shared by today's list and the case page.

Danger comes first (人民调解法 25 条), then what a supervisor asks to be told. After these, step by
step, the road: answer an offer, accept, ask
the parties, tell their rights, name a mediator, meet, write the agreement down, sign, watch its
fulfillment, visit again, close, archive.
"""

from collections.abc import Callable
from datetime import date

from app.access.actor import Actor
from app.access.permissions import Permission
from app.cases.practice import practice
from app.cases.stages import Stage
from app.meetings.enums import MeetingResult
from app.worklist.ordered import order_step
from app.worklist.step import Standing, Step

ACCEPT = Permission.CASE_ACCEPT
MEDIATE = Permission.CASE_MEDIATE
CLOSE = Permission.CASE_CLOSE
FOLLOW = Permission.CASE_FOLLOW_UP


def next_step(case: Standing, actor: Actor, today: date) -> Step | None:
    """Name the one next step of a case as it stands; None when nothing is left to do."""
    asks: tuple[Callable[[Standing, Actor, date], Step | None], ...] = (
        _danger, order_step, _closed, _offer, _intake, _refused, _gate, _agreement, _fulfillment,
        _after, _session,
    )  # fmt: skip
    if case.stage == Stage.CLOSED and case.is_archived:
        return order_step(case, actor, today)
    return next((step for ask in asks if (step := ask(case, actor, today))), None)


def _closed(case: Standing, _actor: Actor, today: date) -> Step | None:
    if case.stage != Stage.CLOSED:
        return None
    if case.revisit_by is not None:
        return _revisit(case, today)
    return Step("立卷归档", "closure", CLOSE, f"{case.closed_on} 结案，还没有归档")


def _danger(case: Standing, _actor: Actor, today: date) -> Step | None:
    if not case.is_unreported:
        return None
    why = "高风险还没有报告公安或有关部门（人民调解法第25条）"
    return Step("报告风险", "risk-reports", Permission.CASE_REGISTER, why, on=today)


def _offer(case: Standing, actor: Actor, _today: date) -> Step | None:
    if case.offered_to is None:
        return None
    hand_over = Permission.CASE_HAND_OVER
    if case.offered_to == actor.committee_id:
        return Step("答复转办", "handovers", hand_over, f"{case.offered_on} 转来，等您答复")
    why = f"{case.offered_on} 已提出转办，等对方答复"
    return Step("看转办", "handovers", hand_over, why, waits=True)


def _intake(case: Standing, _actor: Actor, _today: date) -> Step | None:
    if case.accepted_on is not None:
        return None
    said = {
        "yes": ("受理", "规则认为可以调解，还没有受理"),
        "no": ("不予受理并告知去处", "规则认为不属于调解范围，要告知理由和去处"),
        "ask": ("核实后决定受理", "规则缺少事实，要由人判断"),
    }
    text, why = said.get(case.admissible, ("核实后决定受理", "规则没有给出结果，要由人判断"))
    return Step(text, "acceptance", ACCEPT, why, on=case.received_on)


def _refused(case: Standing, _actor: Actor, _today: date) -> Step | None:
    if case.refused_on is None:
        return None
    why = f"当事人 {case.refused_on} 明确拒绝调解，要告知其他途径后结案"
    return Step("终止并告知", "closure", CLOSE, why)


def _gate(case: Standing, _actor: Actor, _today: date) -> Step | None:
    if case.chair is None:
        return Step("指定调解员", "mediators", Permission.CASE_ASSIGN, "还没有调解员承办")
    if case.is_doubted:
        return Step("处理回避", "recusals", MEDIATE, "有回避申请没有处理")
    if case.silent:
        return Step("征求意愿", "consents", MEDIATE, f"还有 {case.silent} 方没有问过是否愿意调解")
    if case.untold:
        return Step(
            "告知权利义务", "rights-notice", MEDIATE, f"还有 {case.untold} 方没有告知权利义务"
        )
    return None


def _agreement(case: Standing, _actor: Actor, _today: date) -> Step | None:
    if case.agreement_id is None or case.effective_on is not None:
        return None
    conclude = Permission.CASE_CONCLUDE
    if case.concluded_on is None:
        return Step("写完协议", "agreement", conclude, "协议已存稿，还没有达成")
    why = f"{case.concluded_on} 达成协议，还没有签齐生效"
    return Step("登记签字", "agreement/signatures", conclude, why)


def _fulfillment(case: Standing, _actor: Actor, today: date) -> Step | None:
    if case.effective_on is None or not case.owed:
        return None
    page = f"agreement/obligations/{case.owed_ordinal}/fulfillment"
    when = f"{case.owed_on} 到期" if case.owed_on else "没有写明期限"
    why = f"协议第 {case.owed_ordinal} 项义务 {when}，还有 {case.owed} 项没有履行"
    waits = case.owed_on is not None and case.owed_on > today
    return Step("记录履行", page, FOLLOW, why, waits=waits, on=case.owed_on)


def _after(case: Standing, _actor: Actor, today: date) -> Step | None:
    if case.effective_on is None:
        return None
    if case.revisit_by is not None:
        return _revisit(case, today)
    return Step("结案", "closure", CLOSE, "协议已全部履行，可以结案")


def _revisit(case: Standing, today: date) -> Step:
    why = f"{case.revisit_from} 至 {case.revisit_by} 要回访（《人民调解工作若干规定》第37条）"
    waits = case.revisit_from > today
    return Step("回访", "revisits", FOLLOW, why, waits=waits, on=case.revisit_by)


def _session(case: Standing, _actor: Actor, today: date) -> Step | None:
    if case.meeting_on is not None:
        page, on = f"meetings/{case.meeting_id}", case.meeting_on
        if on > today:
            return Step("看安排", page, MEDIATE, f"已约定 {on} 调解", waits=True, on=on)
        return Step("记录调解", page, MEDIATE, f"{on} 的调解还没有记录", on=on)
    if case.last_result == MeetingResult.SETTLED:
        why = "调解成功，要写成协议"
        return Step("写协议", "agreement", Permission.CASE_CONCLUDE, why)
    if case.last_result == MeetingResult.UNSETTLED:
        return _failed(case)
    return Step("安排调解", "meetings", MEDIATE, "已具备调解条件，还没有约时间")


def _failed(case: Standing) -> Step:
    """Say what local practice has next: try again, ask the parties about a higher desk, or end."""
    if not case.failed:
        return Step("安排调解", "meetings", MEDIATE, "转来以后还没有调解过，约个时间")
    limit = practice(f"escalation.{case.desk_level}.failed_sessions")
    if limit.value is None:
        return Step("结案并告知", "closure", CLOSE, "调解不成，可再约一次，或告知其他途径后结案")
    if case.failed < limit.value:
        why = f"调解不成 {case.failed} 次，可再约一次；不再调解的，告知其他途径后结案"
        return Step("再约一次调解", "meetings", MEDIATE, why)
    why = f"已有 {case.failed} 次调解不成，各方愿意的提级；不愿意的，告知其他途径后结案"
    return Step("征求意见后提级", "handovers", Permission.CASE_HAND_OVER, why)
