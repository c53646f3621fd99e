"""Numbers of cases, files and agreements: per series and calendar year, from 1, never reused."""

from sqlalchemy import bindparam, text, update
from sqlalchemy.orm import Session

from app.cases.records import NumberSeries

BEGIN_SERIES = text(
    "INSERT INTO number_series (county_id, series, year, last) "
    "VALUES (:county, :of_series, :of_year, 0) ON CONFLICT DO NOTHING"
)
TAKE_NEXT = (
    update(NumberSeries)
    .where(
        NumberSeries.county_id == bindparam("county"),
        NumberSeries.series == bindparam("of_series"),
        NumberSeries.year == bindparam("of_year"),
    )
    .values(last=NumberSeries.last + 1)
    .returning(NumberSeries.last)
    .execution_options(synchronize_session=False)
)


def next_number(session: Session, county_id: str, series: str, year: int) -> int:
    """Take the next number of a series; two writers at once get two numbers."""
    key = {"county": county_id, "of_series": series, "of_year": year}
    session.execute(BEGIN_SERIES, key)
    return session.scalars(TAKE_NEXT, key).one()


def case_number(year: int, serial: int, county: str = "共") -> str:
    """Write a registration number with the county's short name: 共调〔2026〕12号."""
    return f"{county}调〔{year}〕{serial}号"


def file_number(short_name: str, year: int, serial: int) -> str:
    """Write a 卷号 in the Ministry's form: （2026）共恰人调字第1号."""
    return f"（{year}）{short_name}人调字第{serial}号"
