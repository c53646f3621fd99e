"""What people ask and report of a meeting."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from app.cases.commands import CaseReport, CaseRequest
from app.cases.enums import Language
from app.meetings.enums import GuestKind, MeetingKind, MeetingResult, Method


@dataclass(frozen=True, kw_only=True)
class Guest:
    """Somebody invited; `agreed_on` is the day by which all parties had agreed (20 条)."""

    name: str
    kind: GuestKind
    agreed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class PlanMeeting(CaseRequest):
    """安排一次: when, where, how, who chairs; the gate before mediation must be open."""

    meeting_id: UUID
    kind: MeetingKind
    held_on: date
    starts: time
    place: str
    method: Method
    chair_id: UUID | None = None
    asks_public: bool = False
    objection: str | None = None
    guests: tuple[Guest, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MoveMeeting(CaseRequest):
    """改期: another day, hour or place."""

    meeting_id: UUID
    held_on: date
    starts: time
    place: str


@dataclass(frozen=True, kw_only=True)
class CancelMeeting(CaseRequest):
    """取消: it will not be held; say why."""

    meeting_id: UUID
    reason: str


@dataclass(frozen=True, kw_only=True)
class InviteGuest(CaseRequest):
    """邀请参加: relatives, neighbors, respected people, all parties agreeing (20 条)."""

    meeting_id: UUID
    guest: Guest


@dataclass(frozen=True, kw_only=True)
class HoldMeeting(CaseReport):
    """调解记录: what happened, planned or not; a second report of one meeting is a supplement.

    `on` is the day it was held; a meeting nobody planned comes with a new `meeting_id`.
    """

    meeting_id: UUID
    kind: MeetingKind
    starts: time
    place: str
    method: Method
    result: MeetingResult
    text: str
    recorder: str
    ends: time | None = None
    asks_public: bool = False
    objection: str | None = None
    party_ids: tuple[UUID, ...] = ()
    mediator_ids: tuple[UUID, ...] = ()
    guests: tuple[Guest, ...] = ()
    languages: tuple[Language, ...] = ()
    interpreter: str | None = None
    read_aloud_in: Language | None = None
    next_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class RecordInquiry(CaseReport):
    """调查记录: who was asked by whom, where and when, and what they said."""

    inquiry_id: UUID
    starts: time
    place: str
    inquirers: str
    recorder: str
    asked: str
    text: str
    ends: time | None = None
    relation: str | None = None
    details: str | None = None
