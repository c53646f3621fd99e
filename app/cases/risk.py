"""风险与民转刑: raise it at once, report it, and only then lower it or close (人民调解法 25 条)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, literal, select
from sqlalchemy.orm import Session

from app.cases.consent_gate import Hurdle
from app.cases.enums import Risk
from app.cases.model import Case
from app.cases.practice import practice
from app.cases.risk_commands import ChangeRisk, ReportRisk
from app.cases.risk_records import RiskChange, RiskReport
from app.cases.tags import Tag
from app.cases.verbs import renew, take_case, take_open_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow
from app.kernel.ids import new_id

HIGH = frozenset({Risk.ORANGE, Risk.RED})
GRADES = list(Risk)


@dataclass(frozen=True)
class RiskAlarm:
    """A high risk that nobody has reported yet; `due_at` is None where the county set no hour."""

    since: datetime
    due_at: datetime | None

    def is_over(self, now: datetime) -> bool:
        """Say whether the hour has passed."""
        return self.due_at is not None and now >= self.due_at


def change_risk(command: ChangeRisk, work: Work) -> UUID:
    """Change the color; a high risk is lowered only after it was reported."""
    case = take_open_case(work)
    here = Risk(case.risk)
    if command.risk is here:
        raise NotNow("风险等级没有变化。要补充情况，请在“风险报告”里写续报。")
    is_lower = GRADES.index(command.risk) < GRADES.index(here)
    if is_lower and here in HIGH and not reported(work.session, case):
        raise NotNow(
            "高风险尚未报告公安或有关部门（人民调解法第25条），不能调低。请先登记风险报告。"
        )
    row = RiskChange(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        came_from=here,
        went_to=command.risk,
        reason=command.reason,
        on=command.on,
        changed_by=command.actor_id,
        changed_at=work.now,
    )
    work.session.add(row)
    case.risk = command.risk
    renew(case)
    work.record(Tag.RISK_CHANGED, case.id, came_from=here, went_to=command.risk)
    return row.id


def report_risk(command: ReportRisk, work: Work) -> UUID:
    """Keep who told whom, when and how; one row for each organ that was told."""
    case = take_case(work)
    if not command.organs:
        raise Incomplete(
            "请写明向哪个机关报告（公安机关或其他有关部门，人民调解法第25条）。", field="organs"
        )
    rows = [_report(command, organ, work) for organ in command.organs]
    work.session.add_all(rows)
    renew(case)
    organs = [str(organ) for organ in command.organs]
    late = not case.is_open
    work.record(Tag.RISK_REPORTED, case.id, kind=command.kind, organs=organs, late=late)
    return rows[0].id


def reported(session: Session, case: Case) -> bool:
    """Say whether the present danger was reported on or after the day it was seen."""
    rise = last_rise(session, case)
    query = select(RiskReport.id).where(
        RiskReport.county_id == case.county_id, RiskReport.case_id == case.id
    )
    if rise is not None:
        query = query.where(RiskReport.on >= rise.on)
    return session.scalar(query.limit(1)) is not None


def awaits_report() -> ColumnElement[bool]:
    """Say, inside a statement about cases, which of them have a danger nobody has reported."""
    high = [literal(grade) for grade in sorted(HIGH)]
    rise = (
        select(RiskChange.on)
        .where(RiskChange.county_id == Case.county_id, RiskChange.case_id == Case.id)
        .where(RiskChange.went_to.in_(high), RiskChange.came_from.not_in(high))
        .order_by(RiskChange.changed_at.desc(), RiskChange.id.desc())
        .limit(1)
        .correlate(Case)
        .scalar_subquery()
    )
    told = exists().where(
        RiskReport.county_id == Case.county_id,
        RiskReport.case_id == Case.id,
        RiskReport.on >= func.coalesce(rise, RiskReport.on),
    )
    return and_(Case.risk.in_(high), ~told)


def alarm_of(session: Session, case: Case, hours: int | None = None) -> RiskAlarm | None:
    """Say since when a high risk waits to be reported; None when nothing waits.

    `hours` overrides the county's number in data/practice.csv.
    """
    if Risk(case.risk) not in HIGH or not case.is_open or reported(session, case):
        return None
    rise = last_rise(session, case)
    since = rise.changed_at if rise is not None else case.registered_at
    allowed = practice(f"risk_report_hours.{case.risk}").value if hours is None else hours
    return RiskAlarm(since, None if allowed is None else since + timedelta(hours=allowed))


def unreported_risk(session: Session, case: Case) -> Iterator[Hurdle]:
    """Yield what keeps a high-risk case from being closed."""
    if Risk(case.risk) in HIGH and not reported(session, case):
        sentence = "高风险尚未报告公安或有关部门（人民调解法第25条）"
        yield Hurdle(sentence, "risk-reports")


def last_rise(session: Session, case: Case) -> RiskChange | None:
    """Find the last change that made the risk high."""
    rises = [c for c in changes_of(session, case) if c.went_to in HIGH and c.came_from not in HIGH]
    return rises[-1] if rises else None


def changes_of(session: Session, case: Case) -> Sequence[RiskChange]:
    """List the changes of the risk, oldest first."""
    query = select(RiskChange).where(
        RiskChange.county_id == case.county_id, RiskChange.case_id == case.id
    )
    return session.scalars(query.order_by(RiskChange.changed_at, RiskChange.id)).all()


def reports_of(session: Session, case: Case) -> Sequence[RiskReport]:
    """List the reports of the risk, oldest first."""
    query = select(RiskReport).where(
        RiskReport.county_id == case.county_id, RiskReport.case_id == case.id
    )
    return session.scalars(query.order_by(RiskReport.on, RiskReport.at, RiskReport.id)).all()


def _report(command: ReportRisk, organ: str, work: Work) -> RiskReport:
    return RiskReport(
        county_id=command.county_id,
        id=new_id(),
        case_id=command.case_id,
        kind=command.kind,
        organ=organ,
        recipient=command.recipient,
        means=command.means,
        on=command.on,
        at=command.at,
        reporter=command.reporter,
        situation=command.situation,
        measures=command.measures,
        recorded_by=command.actor_id,
        recorded_at=work.now,
    )
