"""Committees: set up, corrected, dissolved, and who sits in them."""

from uuid import UUID

from sqlalchemy import select

from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotFound, NotNow, Stale
from app.kernel.ids import new_id
from app.people.bodies import Committee, CommitteeLevel, CommitteeMember, Mediator, Post
from app.people.commands import (
    CommitteeSaid,
    DissolveCommittee,
    EndSeat,
    MakeCommittee,
    ReviseCommittee,
    SeatMember,
)
from app.people.tags import Tag
from app.places.model import Area

AREA_OF = {
    CommitteeLevel.VILLAGE: ("village", "村（社区）"),
    CommitteeLevel.TOWNSHIP: ("township", "乡镇（街道）"),
    CommitteeLevel.COUNTY_CENTER: ("county", "县"),
}


def make_committee(command: MakeCommittee, work: Work) -> UUID:
    """Put a committee on the list and answer its id."""
    _check(command, work, own_id=None)
    committee = Committee(county_id=command.county_id, id=new_id())
    _fill(committee, command)
    work.session.add(committee)
    work.record(Tag.COMMITTEE_MADE, committee=committee.id, name=committee.name)
    return committee.id


def revise_committee(command: ReviseCommittee, work: Work) -> UUID:
    """Correct a committee; Stale if another person did meanwhile."""
    committee = _committee(work, command.county_id, command.committee_id)
    if command.seen_version not in (None, committee.version):
        raise Stale("这个调委会刚被别人改过。您填写的内容还在，请核对后再提交。")
    _check(command, work, own_id=committee.id)
    _fill(committee, command)
    work.record(Tag.COMMITTEE_REVISED, committee=committee.id, name=committee.name)
    return committee.id


def dissolve_committee(command: DissolveCommittee, work: Work) -> None:
    """Close a committee for new cases; its files stay."""
    committee = _committee(work, command.county_id, command.committee_id)
    if committee.dissolved_on is not None:
        message = f"这个调委会已于 {committee.dissolved_on} 撤销，不用再撤。"
        raise NotNow(message)
    committee.dissolved_on = command.on
    work.record(Tag.COMMITTEE_DISSOLVED, committee=committee.id)


def seat_member(command: SeatMember, work: Work) -> None:
    """Give a mediator a seat, or a new post in the seat they have; one director (Art 8)."""
    _committee(work, command.county_id, command.committee_id)
    _require_active(work, command)
    if command.post is Post.DIRECTOR:
        _require_no_other_director(work, command)
    key = (command.county_id, command.committee_id, command.mediator_id)
    seat = work.session.get(CommitteeMember, key)
    if seat is None:
        seat = CommitteeMember(county_id=key[0], committee_id=key[1], mediator_id=key[2])
        work.session.add(seat)
    seat.post, seat.from_on, seat.until_on = command.post, command.from_on, command.until_on
    work.record(Tag.MEMBER_SEATED, committee=key[1], mediator=key[2], post=command.post.value)


def end_seat(command: EndSeat, work: Work) -> None:
    """End a seat today."""
    key = (command.county_id, command.committee_id, command.mediator_id)
    seat = work.session.get(CommitteeMember, key)
    if seat is None or (seat.until_on is not None and seat.until_on <= command.on):
        raise NotFound("这位调解员现在不是这个调委会的成员，请刷新页面核对。")
    seat.until_on = command.on
    work.record(Tag.MEMBER_LEFT, committee=key[1], mediator=key[2])


def _committee(work: Work, county_id: str, committee_id: UUID) -> Committee:
    committee = work.session.get(Committee, (county_id, committee_id))
    if committee is None:
        raise NotFound("没有找到这个调委会，请从调委会名单重新进入。")
    return committee


def _check(command: CommitteeSaid, work: Work, own_id: UUID | None) -> None:
    taken = select(Committee).where(
        Committee.county_id == command.county_id, Committee.short_name == command.short_name
    )
    other = work.session.scalar(taken)
    if other is not None and other.id != own_id:
        message = f"字号“{command.short_name}”已由{other.name}使用。卷号不能重复，请换一个字号。"
        raise Incomplete(message, field="short_name")
    area = work.session.get(Area, (command.county_id, command.area_code))
    wanted = AREA_OF.get(command.level)
    if area is None or (wanted and area.level != wanted[0]):
        message = f"请选择这个调委会所在的{wanted[1] if wanted else '区划'}。"
        raise Incomplete(message, field="area_code")
    if command.term_from and command.term_until and command.term_until <= command.term_from:
        raise Incomplete("任期届满的日期应当在任期开始之后，请核对。", field="term_until")


def _fill(committee: Committee, said: CommitteeSaid) -> None:
    for name in CommitteeSaid.__dataclass_fields__:
        if name not in {"county_id", "actor_id", "on"}:
            setattr(committee, name, getattr(said, name))


def _require_active(work: Work, command: SeatMember) -> None:
    mediator = work.session.get(Mediator, (command.county_id, command.mediator_id))
    if mediator is None or mediator.until_on is not None:
        raise NotFound("没有找到这位调解员，或已离任。请先在调解员名单里登记。")


def _require_no_other_director(work: Work, command: SeatMember) -> None:
    seats = work.session.scalars(
        select(CommitteeMember).where(
            CommitteeMember.county_id == command.county_id,
            CommitteeMember.committee_id == command.committee_id,
            CommitteeMember.post == Post.DIRECTOR,
            CommitteeMember.mediator_id != command.mediator_id,
        )
    )
    if any(seat.until_on is None or seat.until_on > command.on for seat in seats):
        raise NotNow(
            "这个调委会已有主任（人民调解法第8条：设主任一人）。请先让现任主任离任或改任。"
        )
