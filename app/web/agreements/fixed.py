"""The agreement as it was signed: nothing to edit, everything to follow."""

from flask import render_template

from app.agreements.aftermath import JudicialConfirmation
from app.agreements.model import Agreement
from app.agreements.overview import confirmation_row, last_day_of, paid_sums
from app.agreements.reading import (
    agreements_of,
    obligations_of,
    signatures_of,
    standing,
    wording_of,
)
from app.cases.model import Case
from app.web import door
from app.web.agreements.opening import looked_at


def is_fixed(agreement: Agreement) -> bool:
    """Say whether the words may no longer change."""
    signed = bool(signatures_of(door.reading(), agreement))
    return signed or agreement.effective_on is not None


def fixed_page(case: Case, agreement: Agreement) -> str:
    """Draw the agreement with its obligations and what may be done next."""
    session = door.reading()
    wording = wording_of(session, agreement)
    lines = obligations_of(session, agreement)
    confirmation: JudicialConfirmation | None = confirmation_row(session, agreement)
    return render_template(
        "agreements/fixed.html",
        case=case,
        agreement=agreement,
        known=agreements_of(session, case),
        wording=wording,
        lines=lines,
        paid=paid_sums(session, lines),
        standing=standing(session, case, agreement),
        confirmation=confirmation,
        last_day=last_day_of(session, agreement),
        today=door.clock().today(),
        **looked_at(case, wording),
    )
