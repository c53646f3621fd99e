"""What somebody should see before closing a case or putting its file away: trouble, missing papers.

Neither is in the way by law; both are easily forgotten.
"""

from sqlalchemy.orm import Session

from app.aftercare.reading import records_of_case
from app.cases.model import Case
from app.dossiers.contents import Line, missing_papers


def open_ends(session: Session, case: Case) -> dict[str, list[str] | list[Line]]:
    """Gather `troubles` heard on a revisit without a measure, and `missing` papers of a closed case."""
    heard = [one for one in records_of_case(session, case) if not one.measures]
    troubles = [said for one in heard for said in (one.hidden_trouble, one.later_dispute) if said]
    return {"troubles": troubles, "missing": [] if case.is_open else missing_papers(session, case)}
