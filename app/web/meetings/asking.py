"""Which bodies the rules proposed for a joint consultation."""

from sqlalchemy.orm import Session

from app.cases.model import Case
from app.cases.routing.proposals import last_decision


def bodies_to_ask(session: Session, case: Case) -> list[str]:
    """List the bodies the last routing named, for the form to offer."""
    decision = last_decision(session, case)
    return [str(one) for one in decision.answer.get("joint_with", [])] if decision else []
