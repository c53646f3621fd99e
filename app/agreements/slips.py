"""A slip of the pen at the desk: a payment without a sum, or of more than is still owed.

What a laptop reports has happened and is taken as it is; who types it on the page is asked again.
"""

from sqlalchemy.orm import Session

from app.agreements.commands import FulfillObligation
from app.agreements.model import Obligation
from app.agreements.overview import paid_sums
from app.kernel.errors import Incomplete


def plain(said: FulfillObligation, line: Obligation, session: Session) -> FulfillObligation:
    """Give back what was said of an obligation; Incomplete where it reads like a slip."""
    if line.amount_fen is None or not (said.amount_fen or not said.is_whole):
        return said
    if not said.amount_fen:
        message = "请写这次付了多少；已经全部付清的，勾上“这一项已经全部履行”。"
        raise Incomplete(message, field="amount")
    left = max(line.amount_fen - paid_sums(session, [line]).get(line.id, 0), 0)
    if said.amount_fen > left:
        message = (
            f"这一项只差 {left / 100:,.2f} 元，请核对金额。"
            "确实多付的，这里写还差的数，多付的写在“凭什么知道的”里。"
        )
        raise Incomplete(message, field="amount")
    return said
