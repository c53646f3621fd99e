"""What can be asked about committees, mediators and specialists."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from app.kernel.commands import Request
from app.people.enums import CommitteeLevel, Post
from app.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class PeopleRequest(Request):
    """Asks something about the county's bodies and their people."""

    needs: ClassVar[Permission] = Permission.PEOPLE_MANAGE


@dataclass(frozen=True, kw_only=True)
class CommitteeSaid(PeopleRequest):
    """What is known of a committee (人民调解法 8, 9, 34 条)."""

    name: str
    short_name: str
    level: CommitteeLevel
    area_code: str
    industry: str | None = None
    main_ethnicity: str | None = None
    address: str | None = None
    phone: str | None = None
    established_on: date | None = None
    term_from: date | None = None
    term_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class MakeCommittee(CommitteeSaid):
    """设立调委会: put a committee on the list."""


@dataclass(frozen=True, kw_only=True)
class ReviseCommittee(CommitteeSaid):
    """更改调委会: correct what is known, or enter a new term."""

    committee_id: UUID
    seen_version: int | None = None


@dataclass(frozen=True, kw_only=True)
class DissolveCommittee(PeopleRequest):
    """撤销调委会: it takes no more cases."""

    committee_id: UUID


@dataclass(frozen=True, kw_only=True)
class SeatMember(PeopleRequest):
    """成员就任: give a mediator a seat and a post in a committee, for a term."""

    committee_id: UUID
    mediator_id: UUID
    post: Post
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class EndSeat(PeopleRequest):
    """成员离任: the mediator leaves the committee."""

    committee_id: UUID
    mediator_id: UUID


@dataclass(frozen=True, kw_only=True)
class MediatorSaid(PeopleRequest):
    """What is known of a mediator (人民调解法 13, 14 条)."""

    name: str
    gender: str | None = None
    ethnicity: str | None = None
    born_on: date | None = None
    is_full_time: bool = False
    phone: str | None = None
    since_on: date | None = None
    languages: tuple[str, ...] = ()
    specialties: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MakeMediator(MediatorSaid):
    """登记调解员: put a mediator on the list; adults only."""


@dataclass(frozen=True, kw_only=True)
class ReviseMediator(MediatorSaid):
    """更改调解员: correct what is known; without a phone the old one stays."""

    mediator_id: UUID


@dataclass(frozen=True, kw_only=True)
class RetireMediator(PeopleRequest):
    """调解员离任: no more cases, and every seat ends."""

    mediator_id: UUID


@dataclass(frozen=True, kw_only=True)
class SpecialistSaid(PeopleRequest):
    """What is known of a specialist (人民调解法 20 条)."""

    name: str
    field: str
    unit: str | None = None
    title: str | None = None
    languages: str | None = None
    phone: str | None = None


@dataclass(frozen=True, kw_only=True)
class MakeSpecialist(SpecialistSaid):
    """登记行业专家: put a specialist on the list."""


@dataclass(frozen=True, kw_only=True)
class ReviseSpecialist(SpecialistSaid):
    """更改行业专家: correct what is known; without a phone the old one stays."""

    specialist_id: UUID


@dataclass(frozen=True, kw_only=True)
class RetireSpecialist(PeopleRequest):
    """行业专家退出: no more invitations."""

    specialist_id: UUID
