"""Whether a case is about marriage, adoption, inheritance: its papers want ink (电子签名法 3 条)."""

from datetime import date

from sqlalchemy.orm import Session

from app.agreements.checks import bars, examine
from app.agreements.findings import Bar
from app.agreements.reading import agreements_of, circumstances_of, wording_of
from app.cases.model import Case


def insists_on_ink(session: Session, case: Case, on: date) -> bool:
    """Say whether the case was marked so, or an agreement in it says so."""
    seen = circumstances_of(session, case, on)
    return seen.is_identity_relation or any(
        Bar.ELECTRONIC in bars(examine(wording_of(session, one), seen))
        for one in agreements_of(session, case)
    )
