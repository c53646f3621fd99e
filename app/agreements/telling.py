"""What every verb of an agreement says and asks alike: its particulars, its flags, its days."""

from datetime import date

from app.agreements.model import Agreement
from app.agreements.reading import signatures_of
from app.cases.model import Case
from app.kernel.bus import Work
from app.kernel.clock import day_of
from app.kernel.errors import Incomplete


def is_fixed(agreement: Agreement, work: Work) -> bool:
    """Say whether somebody has signed, or it binds already: its words stay as they are."""
    return agreement.effective_on is not None or bool(signatures_of(work.session, agreement))


def told(agreement: Agreement) -> dict[str, object]:
    """Say which agreement a footprint is about, without personal data."""
    return {
        "agreement_id": agreement.id,
        "number": agreement.number,
        "revision": agreement.revision,
        "effective_on": agreement.effective_on,
    }


def flags_of(case: Case) -> dict[str, object]:
    """Flag a report about a case that was closed in the meantime."""
    return {} if case.is_open else {"late": True}


def check_day(day: date, case: Case, work: Work, *, said: str) -> None:
    """Refuse a day that cannot be: in the future, or before the case was accepted (PAPERS 7)."""
    if day > day_of(work.now):
        message = f"{said}{day}还没有到，不能提前登记。请核对日期。"
        raise Incomplete(message, field="on")
    if case.accepted_on is not None and day < case.accepted_on:
        message = f"{said}{day}早于受理日期{case.accepted_on}。请核对这两个日期。"
        raise Incomplete(message, field="on")
