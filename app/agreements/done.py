"""When an obligation was done whole, told anew from the registrations that still stand."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from app.agreements.aftermath import Fulfillment, WithdrawnFulfillment
from app.agreements.model import Obligation


def done_on(
    line: Obligation,
    rows: Sequence[Fulfillment],
    withdrawn: Mapping[UUID, WithdrawnFulfillment],
) -> date | None:
    """Say on which day it was done whole by what still stands; None where it is owed.

    A registration that said whole keeps its word, unless only the sums made it so: then the sums
    that stand must reach the amount.
    """
    paid = 0
    for row in sorted(rows, key=lambda one: (one.recorded_at, one.id)):
        if row.id in withdrawn:
            continue
        paid += row.amount_fen or 0
        is_reached = line.amount_fen is not None and paid >= line.amount_fen
        if is_reached or (row.is_whole and not _by_sums(line, row, rows, withdrawn)):
            return row.on
    return None


def _by_sums(
    line: Obligation,
    row: Fulfillment,
    rows: Sequence[Fulfillment],
    withdrawn: Mapping[UUID, WithdrawnFulfillment],
) -> bool:
    """Say whether the sums reached the amount when this was registered."""
    if line.amount_fen is None or row.amount_fen is None:
        return False
    stood = (
        one.amount_fen or 0
        for one in rows
        if (one.recorded_at, one.id) <= (row.recorded_at, row.id)
        and (one.id not in withdrawn or withdrawn[one.id].withdrawn_at >= row.recorded_at)
    )
    return sum(stood) >= line.amount_fen
