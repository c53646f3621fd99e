"""The case statistics of closed months as they were reported, to stand beside today's."""

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from app.registers.corrections import closings_of, reported_of
from app.registers.coverage import Coverage
from app.registers.figures import Figure, groups_of
from app.registers.lines import Line
from app.registers.model import ReportedLine
from app.registers.months import whole_months
from app.registers.statistics import CaseStatistics, Cell, statistics_of

LATER = ("confirmed", "prevented")  # not kept: they go on after a month is reported
GROWS = "fulfilled"  # goes on too: only what was taken back since is another figure than reported
Numbers = tuple[int | None, int | None]
SAME: Numbers = (None, None)


def reported_statistics(
    session: Session, county_id: str, coverage: Coverage, counted: ColumnElement[bool]
) -> CaseStatistics | None:
    """Count a coverage as it was reported; None unless it is made of closed months.

    A village is not kept with a line, so nothing is compared for one.
    """
    months = whole_months(coverage)
    closed = closings_of(session, county_id, coverage.start, coverage.end)
    if not months or coverage.village or set(months) - set(closed):
        return None
    rows = reported_of(session, counted, coverage.basis, months)
    return statistics_of([_line(row) for row in rows if _belongs(row, coverage)], coverage)


def differences(reported: CaseStatistics, now: CaseStatistics) -> dict[str, Numbers]:
    """Give 件 and 人 as reported where they are not so today, by the figure's key; else None."""
    today = {one.key: one.cell for group in groups_of(now) for one in group.figures}
    found = {
        one.key: _unlike(one.cell, today[one.key])
        for group in groups_of(reported)
        for one in group.figures
        if not one.key.startswith(LATER) and not _has_grown(one, today[one.key])
    }
    return {key: numbers for key, numbers in found.items() if numbers != SAME}


def _has_grown(one: Figure, now: Cell) -> bool:
    return one.key == GROWS and set(one.cell.case_ids) <= set(now.case_ids)


def _unlike(was: Cell, now: Cell) -> Numbers:
    cases = was.cases if was.cases != now.cases else None
    return cases, was.people if was.people != now.people else None


def _belongs(row: ReportedLine, coverage: Coverage) -> bool:
    is_there = not coverage.township or row.township == coverage.township
    return is_there and coverage.committee_id in {None, row.committee_id}


def _line(row: ReportedLine) -> Line:
    return Line(
        case_id=row.case_id,
        number="",
        file_number=None,
        title="",
        summary="",
        accepted_on=row.month,
        closed_on=None,
        dispute_type=row.dispute_type,
        source=row.source,
        body=row.body,
        result=row.result,
        people=row.people,
        is_difficult=row.is_difficult,
        form=row.form,
        agreement_number=None,
        amount_fen=row.amount_fen,
        is_fulfilled=row.is_fulfilled,
        violence=None,
        suicide_threat=False,
        gathering=False,
    )
