"""The last day of the joint application to the court (人民调解法 33 条; T02)."""

from datetime import date

from app.deadlines.calendar import WorkingCalendar
from app.deadlines.ledger import derive
from app.deadlines.terms import terms
from app.kernel.errors import NotNow

COURT_WINDOW = "T02"


def last_day_for_confirmation(effective_on: date, calendar: WorkingCalendar | None = None) -> date:
    """Give the last day: the thirtieth, or after a holiday the next working day."""
    found = derive(
        terms()[COURT_WINDOW], effective_on, (), calendar or WorkingCalendar.announced()
    ).due_on
    if found is None:
        raise NotNow("司法确认期限无法计算，请核对生效日期。")
    return found
