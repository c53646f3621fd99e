"""What people report of a revisit."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.aftercare.enums import FulfillmentHeard, RevisitManner, Satisfaction
from app.cases.commands import CaseReport


@dataclass(frozen=True, kw_only=True)
class RecordRevisit(CaseReport):
    """登记回访: how the agreement is being fulfilled, and how the party sees it (75号令 37 条).

    Without `revisit_id` it is one that nobody planned.
    """

    needs: ClassVar[Permission] = Permission.CASE_FOLLOW_UP
    party_id: UUID
    revisit_id: UUID | None = None
    agreement_id: UUID | None = None
    manner: RevisitManner
    visitors: tuple[str, ...]
    fulfillment_heard: FulfillmentHeard
    fulfillment_said: str = ""
    satisfaction: Satisfaction | None = None
    satisfaction_asked_by: str | None = None
    later_dispute: str | None = None
    hidden_trouble: str | None = None
    measures: str | None = None
