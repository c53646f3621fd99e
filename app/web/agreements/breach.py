"""What is open to the creditor once a day was missed: the window of the court, or the court itself."""

from typing import Any

from app.agreements.checks import bars, examine
from app.agreements.findings import Bar
from app.agreements.model import Agreement
from app.agreements.overview import confirmation_row, last_day_of
from app.agreements.reading import circumstances_of
from app.cases.model import Case
from app.web import door
from app.web.agreements.opening import words_of_agreement


def ways_open(case: Case, agreement: Agreement) -> dict[str, Any]:
    """Say whether the court confirmed, until when it can be asked, or what bars it."""
    session, today = door.reading(), door.clock().today()
    found = examine(words_of_agreement(agreement), circumstances_of(session, case, today))
    return {
        "last_day": last_day_of(session, agreement),
        "confirmation": confirmation_row(session, agreement),
        "barred": Bar.CONFIRMATION in bars(found),
    }
