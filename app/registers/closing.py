"""Close a month: its lines are kept as they were reported, on either basis."""

from datetime import date

from app.cases.model import Case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow
from app.registers.commands import CloseMonth
from app.registers.coverage import Basis
from app.registers.lines import Line, lines_of
from app.registers.model import MonthClosing, ReportedLine
from app.registers.months import last_day, of_month, said
from app.registers.screened import kept_screenings
from app.registers.statistics import statistics_of
from app.registers.tags import Tag

KEPT = (
    "case_id", "township", "committee_id", "body", "source", "dispute_type", "result", "people",
    "is_difficult", "form", "amount_fen", "is_fulfilled",
)  # fmt: skip
NAMED = 3  # faults said in a refusal; the table names all


def close_month(command: CloseMonth, work: Work) -> str:
    """Keep the month's lines; NotNow while it runs or when done, Incomplete where it does not add up."""
    month = command.month.replace(day=1)
    _check(command, month, work)
    county = Case.county_id == command.county_id
    found = {basis: lines_of(work.session, of_month(month, basis), county) for basis in Basis}
    _demand_sums(month, found)
    closing = MonthClosing(
        county_id=command.county_id,
        month=month,
        on=command.on,
        closed_by=command.actor_id,
        closed_at=work.now,
    )
    work.session.add(closing)
    work.session.flush()
    for basis, lines in found.items():
        work.session.add_all(_kept(command.county_id, month, basis, line) for line in lines)
    work.session.add_all(kept_screenings(work.session, command.county_id, month))
    accepted, closed = (len(found[basis]) for basis in (Basis.ACCEPTED, Basis.CLOSED))
    work.record(Tag.MONTH_CLOSED, month=said(month), accepted=accepted, closed=closed)
    return said(month)


def _check(command: CloseMonth, month: date, work: Work) -> None:
    if last_day(month) >= command.on:
        message = f"{said(month)}还没有过完，{last_day(month)}以后再封账。"
        raise NotNow(message)
    if work.session.get(MonthClosing, (command.county_id, month)) is not None:
        message = f"{said(month)}已经封账，不用再封。以后的改动都列为更正。"
        raise NotNow(message)


def _demand_sums(month: date, found: dict[Basis, list[Line]]) -> None:
    tables = (statistics_of(lines, of_month(month, basis)) for basis, lines in found.items())
    faults = list(dict.fromkeys(fault for table in tables for fault in table.faults))
    if faults:
        some = "".join(faults[:NAMED])
        message = f"{said(month)}有 {len(faults)} 处对不上，还不能封账：{some}补正后再封。"
        raise Incomplete(message)


def _kept(county_id: str, month: date, basis: Basis, line: Line) -> ReportedLine:
    values = {name: getattr(line, name) for name in KEPT}
    return ReportedLine(county_id=county_id, month=month, basis=basis, **values)
