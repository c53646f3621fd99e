"""公开 or not: open only where a party asks, nobody objects and nothing private is at stake.

人民调解法 23 条 (a party may ask for either); 75号令 29 条.
"""

from sqlalchemy.orm import Session

from app.cases.model import Case
from app.cases.particulars import Signals

PRIVATE = "涉及个人隐私或商业秘密"


def objection_to(
    session: Session, case: Case, *, asks_public: bool, objection: str | None
) -> str | None:
    """Say who or what stands against an open session; None where it may be open."""
    if objection:
        return objection
    signals = session.get(Signals, (case.county_id, case.id))
    is_private = signals is not None and bool(signals.confidential)
    return PRIVATE if asks_public and is_private else None
