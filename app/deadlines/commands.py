"""What may happen to a running term, and to the calendar that all terms are counted by."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from app.access.permissions import Permission
from app.cases.commands import CaseReport, CaseRequest
from app.deadlines.enums import DayKind
from app.deadlines.ledger import Kind
from app.kernel.commands import Request


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


@dataclass(frozen=True, kw_only=True)
class MeetDeadline(CaseReport):
    """办结期限: what the term asked for was done on `on`, and how (a letter's number, a reply)."""

    deadline_id: UUID
    done: str


@dataclass(frozen=True)
class DaySaid:
    """One day as a notice or the county says it."""

    on: date
    kind: DayKind
    name: str


@dataclass(frozen=True, kw_only=True)
class ChangeCalendar(Request):
    """节假日与调休: enter what a notice or the county decided; every term it touches is recounted.

    `year` marks the notice of a whole year: its dates are no longer provisional.
    """

    needs: ClassVar[Permission] = Permission.PLACE_MANAGE
    days: tuple[DaySaid, ...]
    basis: str
    year: int | None = None
