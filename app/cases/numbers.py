"""Numbers of cases, files and agreements: per series and calendar year, from 1, never reused."""

from sqlalchemy.orm import Session

from app.cases.records import NumberSeries


def next_number(session: Session, county_id: str, series: str, year: int) -> int:
    """Take the next number of a series; the write transaction keeps it from being taken twice."""
    row = session.get(NumberSeries, (county_id, series, year), with_for_update=True)
    if row is None:
        row = NumberSeries(county_id=county_id, series=series, year=year, last=0)
        session.add(row)
    row.last += 1
    session.flush()
    return row.last


def case_number(year: int, serial: int) -> str:
    """Write a registration number: 共调〔2026〕12号."""
    return f"共调〔{year}〕{serial}号"


def file_number(short_name: str, year: int, serial: int) -> str:
    """Write a 卷号 in the Ministry's form: （2026）共恰人调字第1号."""
    return f"（{year}）{short_name}人调字第{serial}号"
