"""调委会及组成人员情况通报 (人民调解法 10 条): the list for the court, and what changed since a day."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.people.bodies import Committee, CommitteeMember, Mediator
from app.people.composition import Seats, sitting
from app.people.reading import seats_by_committee
from app.registers.sheet import Sheet, Value, chinese, columns_of

TITLE = "人民调解委员会及组成人员情况通报"
COLUMNS = columns_of([
    ("职务", 8), ("姓名", 12), ("性别", 6), ("民族", 8), ("专兼职", 8), ("任职起", 12), ("任职止", 12),
])  # fmt: skip
POSTS = {"director": "主任", "deputy": "副主任", "member": "委员"}
GENDERS = {"male": "男", "female": "女"}
Event = tuple[date, str]
ORDER = ("county_center", "industry", "township", "village")


def members_sheet(
    session: Session, county_id: str, area: str, days: tuple[date, date], unit: str
) -> Sheet:
    """List every committee of an area with its members on a day, and what changed since another."""
    since, on = days
    bodies = _bodies(session, county_id, area)
    seats = seats_by_committee(session, county_id)
    rows: list[tuple[Value, ...]] = []
    for body in bodies:
        if body.dissolved_on is not None and body.dissolved_on <= on:
            continue
        term = (
            f"，任期{chinese(body.term_from)}至{chinese(body.term_until)}"
            if body.term_until
            else ""
        )
        rows.append((f"{body.name}{term}",))
        rows += [_member(*pair) for pair in sitting(seats.get(body.id, []), on)]
    changes = _changes(bodies, seats, since, on)
    rows.append((f"{chinese(since)}以来的变动：{len(changes)} 项",))
    rows += [(change,) for change in changes]
    covers = f"截至{chinese(on)}，变动自{chinese(since)}起"
    notes = ("依据《人民调解法》第10条，由县级司法行政部门通报所在地基层人民法院。",)
    return Sheet(TITLE, unit, covers, COLUMNS, tuple(rows), notes, is_wide=False)


def _bodies(session: Session, county_id: str, area: str) -> list[Committee]:
    here = (Committee.county_id == county_id, Committee.area_code.startswith(area))
    rows = session.scalars(select(Committee).where(*here).order_by(Committee.area_code))
    return sorted(rows, key=lambda body: ORDER.index(body.level))


def _member(seat: CommitteeMember, one: Mediator) -> tuple[Value, ...]:
    kind = "专职" if one.is_full_time else "兼职"
    sex, until = GENDERS.get(one.gender or "", ""), chinese(seat.until_on)
    begun = chinese(seat.from_on)
    return (POSTS[seat.post], one.name, sex, one.ethnicity or "", kind, begun, until)


def _changes(
    bodies: list[Committee], seats: Mapping[UUID, Seats], since: date, on: date
) -> list[str]:
    found = [
        event
        for body in bodies
        for event in (*_of_body(body), *_of_seats(body, seats.get(body.id, [])))
    ]
    return [f"{chinese(day)}{what}" for day, what in sorted(found) if since <= day <= on]


def _of_body(body: Committee) -> Iterator[Event]:
    if body.established_on:
        yield body.established_on, f"设立{body.name}"
    if body.dissolved_on:
        yield body.dissolved_on, f"撤销{body.name}"


def _of_seats(body: Committee, seats: Seats) -> Iterator[Event]:
    for seat, one in seats:
        if seat.from_on:
            yield seat.from_on, f"{one.name}任{body.name}{POSTS[seat.post]}"
        if seat.until_on:
            yield seat.until_on, f"{one.name}不再任{body.name}{POSTS[seat.post]}"
