"""The gates that ask several features at once, each a short list of what is still in the way.

A case may not know agreements or meetings; here, above them, the lists are put together once, and
both the verb that refuses and the page that explains read the same list.
"""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.cases.closing import Gate
from app.cases.consent_gate import Hurdle
from app.cases.enums import Outcome
from app.cases.model import Case


def agreement_in_effect(session: Session, case: Case, outcome: Outcome) -> Iterator[Hurdle]:
    """Yield what a settled case lacks: an agreement in effect (人民调解法 28–30 条)."""
    del session, case
    if outcome is Outcome.SETTLED:
        yield Hurdle("还没有生效的调解协议（人民调解法第29、30条）", "agreement")


CLOSING: tuple[Gate, ...] = (agreement_in_effect,)
ARCHIVING: tuple[Gate, ...] = ()
