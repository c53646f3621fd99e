"""督办单: what a supervisor asks of whom, until when (ROUTING 9)."""

from app.dossiers.mapping.desk import Desk
from app.supervision.order_reading import find_order
from documents.papers import SupervisionOrder


def supervision_order(desk: Desk) -> SupervisionOrder:
    """Write the order; the issuing body's seal is put on by hand, for the case's key is another's."""
    order = find_order(desk.session, desk.case, desk.subject_id)
    return SupervisionOrder(
        committee=order.body,
        number=order.number,
        subject=order.subject,
        unit=order.unit,
        person=order.person,
        issued_on=order.issued_on,
        due_on=order.due_on,
        reason=order.reason,
        demands=order.demands,
        signed_by=desk.user(order.issued_by),
        ink_only=True,
    )
