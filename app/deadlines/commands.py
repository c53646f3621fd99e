"""What may happen to a running term: a pause, a resume, an agreed extension."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.cases.commands import CaseRequest
from app.deadlines.ledger import Kind


@dataclass(frozen=True, kw_only=True)
class RecordClockEntry(CaseRequest):
    """Enter what stops, restarts or changes a term, with who agreed and why.

    `agreed_party_ids` are the parties who said yes, where the law asks for all of them;
    `agreed_by` says in words who agreed or approved.
    """

    needs: ClassVar[Permission] = Permission.CASE_MEDIATE
    deadline_id: UUID
    kind: Kind
    days: int | None = None
    agreed_by: str | None = None
    because: str | None = None
    agreed_party_ids: tuple[UUID, ...] = ()
