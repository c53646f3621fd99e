"""Months as the registers count them: each by its first day."""

from datetime import date, timedelta

from app.registers.coverage import Basis, Coverage


def last_day(month: date) -> date:
    """Say the last day of a month."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def before(month: date) -> date:
    """Say the month before."""
    return (month.replace(day=1) - timedelta(days=1)).replace(day=1)


def said(month: date) -> str:
    """Write a month: 2026-03."""
    return f"{month:%Y-%m}"


def of_month(month: date, basis: Basis) -> Coverage:
    """Say what a month's table covers."""
    return Coverage(month, last_day(month), basis)


def whole_months(coverage: Coverage) -> list[date]:
    """List the months a coverage is made of; none where a month is cut."""
    if coverage.start.day != 1 or coverage.end != last_day(coverage.end):
        return []
    months, month = [], coverage.end.replace(day=1)
    while month >= coverage.start:
        months.append(month)
        month = before(month)
    return months[::-1]


def presets(today: date) -> list[tuple[str, date, date]]:
    """Name the periods that are reported: months, half-years, years."""
    month, year = today.replace(day=1), today.year
    before = month - timedelta(days=1)
    return [
        ("本月", month, today),
        ("上月", before.replace(day=1), before),
        ("上半年", date(year, 1, 1), date(year, 6, 30)),
        ("下半年", date(year, 7, 1), date(year, 12, 31)),
        ("本年", date(year, 1, 1), today),
        ("上年", date(year - 1, 1, 1), date(year - 1, 12, 31)),
        ("近三年", date(year - 3, today.month, 1), today),
    ]
