"""What every supervisor's page shows: the month against the one before, types, twelve months."""

from typing import Any

from sqlalchemy.orm import Session

from app.registers.overview import Month, accepted_in, months_of, types_of, year_before
from app.registers.view import View
from app.web.overview.charts import shares, twelve


def glance(session: Session, view: View) -> dict[str, Any]:
    """Count the month, the year and the types."""
    months, a_year_ago = months_of(session, view), year_before(view.month)
    return {
        "today": view.today,
        "this": months[-1],
        "last": months[-2],
        "year_ago": Month(a_year_ago, accepted_in(session, view, a_year_ago)),
        "months": months,
        "chart": twelve(months),
        "types": shares(types_of(session, view)),
        "year_start": months[0].month,
    }
