"""Which obligation of which agreement a page is about."""

from app.agreements.model import Agreement, Obligation
from app.agreements.reading import obligations_of
from app.cases.model import Case
from app.kernel.errors import NotFound
from app.web import door
from app.web.agreements.opening import the_agreement


def the_line(case: Case, number: int) -> tuple[Obligation, Agreement]:
    """Find an obligation by its number; NotFound where the agreement has none."""
    agreement = the_agreement(case)
    for line in obligations_of(door.reading(), agreement):
        if line.ordinal == number:
            return line, agreement
    raise NotFound("这份协议没有这一项。请从协议页重新打开。")


def fulfillment_page(line: Obligation, agreement: Agreement) -> str:
    """Say where an obligation's history stands."""
    here = f"/cases/{agreement.case_id}/agreement/obligations/{line.ordinal}/fulfillment"
    return f"{here}?a={agreement.ordinal}"
