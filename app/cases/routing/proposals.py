"""What the last decision proposes for the next step: accept or not, where to go, which clinic."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.enums import Admissible, Organ
from app.cases.model import Case
from app.cases.records import RoutingDecision
from app.cases.stages import CLINICS, Stage

LONGEST = 1000


@dataclass(frozen=True)
class Refusal:
    """Why a dispute is not for people's mediation, and the organ it is for."""

    reason: str
    refer_to: Organ


def last_decision(session: Session, case: Case) -> RoutingDecision | None:
    """Find what the rules said last."""
    query = select(RoutingDecision).where(
        RoutingDecision.county_id == case.county_id, RoutingDecision.case_id == case.id
    )
    newest = query.order_by(RoutingDecision.decided_at.desc(), RoutingDecision.id.desc())
    return session.scalar(newest.limit(1))


def first_stage(session: Session, case: Case) -> Stage:
    """Say which clinic the rules propose first; 坐班门诊 where they propose none."""
    decision = last_decision(session, case)
    told = decision.answer.get("stage") if decision else None
    return Stage(told) if told in CLINICS else Stage.OFFICE_HOURS


def refusal_of(answer: dict[str, Any]) -> Refusal | None:
    """Say why and where to, if the answer (decision.schema.json) is that it cannot be mediated."""
    if answer["admissible"] != Admissible.NO:
        return None
    instead = [one for one in answer["refer_to"] if one["instead"]]
    said = "；".join(f"{one['because'].rstrip('。')}（{one['reference']}）" for one in instead)
    organ = Organ(instead[0]["organ"]) if instead else Organ.OTHER
    return Refusal((said or _spoken(answer))[:LONGEST], organ)


def why_not(session: Session, case: Case) -> str | None:
    """Say why the case cannot be accepted as it is, with the organ to go to; None if it can."""
    if case.refused_on is not None:
        return (
            f"当事人已在 {case.refused_on} 明确表示不愿调解（人民调解法第17条），不能受理。"
            "请告知仲裁、行政、司法途径，办理结案。"
        )
    decision = last_decision(session, case)
    refusal = refusal_of(decision.answer) if decision else None
    if refusal is None:
        return None
    return f"这件事不属于人民调解范围：{refusal.reason}。请办理“不予受理”，告知去向。"


def _spoken(answer: dict[str, Any]) -> str:
    return "；".join(reason["because"].rstrip("。") for reason in answer["reasons"])
