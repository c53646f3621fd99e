"""人民调解组织队伍经费保障情况统计表 (table 一 of 239号): committees and mediators as they stand.

What this house does not keep (education, training, honors, money) stays open to be filled in.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.people.bodies import Committee, CommitteeLevel, Mediator
from app.people.composition import Seats, sitting
from app.people.reading import seats_by_committee
from app.registers.codes import BODIES, body_of

TITLE = "人民调解组织队伍经费保障情况统计表"
NOT_KEPT = (
    "文化程度（大专以上、高中、初中及以下）", "法律专业", "培训（期、人次）", "表彰（个、人）",
    "司法行政机关指导人民调解工作经费（万元）", "调委会补助经费（万元）", "调解员补贴经费（万元）",
)  # fmt: skip
YOUNG, MIDDLE, OLD = 35, 50, 60  # bands to be confirmed by the county
HAN = "汉族"
AGES = (f"{YOUNG}岁以下", f"{YOUNG + 1}至{MIDDLE}岁", f"{MIDDLE + 1}至{OLD}岁", f"{OLD + 1}岁以上")


@dataclass(frozen=True)
class Count:
    """One figure and who or what is behind it."""

    key: str
    name: str
    names: tuple[str, ...] = field(repr=False)

    @property
    def number(self) -> int:
        """Say how many."""
        return len(self.names)


def organization_of(
    session: Session, county_id: str, area: str, on: date
) -> list[tuple[str, list[Count]]]:
    """Count committees and serving mediators of an area on a day, by groups of columns."""
    here = (Committee.county_id == county_id, Committee.area_code.startswith(area))
    rows = session.scalars(select(Committee).where(*here).order_by(Committee.name))
    bodies = [row for row in rows if _stands(row, on)]
    seats = seats_by_committee(session, county_id)
    people = _people(bodies, seats, on)
    return [
        ("调委会", _bodies(bodies)),
        ("人民调解员", _mediators(people)),
        ("年龄", _ages(people, on)),
    ]


def _stands(row: Committee, on: date) -> bool:
    is_begun = row.established_on is None or row.established_on <= on
    return is_begun and (row.dissolved_on is None or row.dissolved_on > on)


def _people(bodies: Iterable[Committee], seats: Mapping[UUID, Seats], on: date) -> list[Mediator]:
    """Give everybody with a seat once, however many seats they hold."""
    found: dict[UUID, Mediator] = {}
    for body in bodies:
        for _, mediator in sitting(seats.get(body.id, []), on):
            found[mediator.id] = mediator
    return sorted(found.values(), key=lambda one: one.name)


def _bodies(rows: list[Committee]) -> list[Count]:
    kind = {row.id: body_of(row.level, row.name) for row in rows}
    counts = [_of("committees", "调委会总数", rows, lambda _: True)]
    for number, name in enumerate(BODIES):
        counts.append(_of(f"body{number}", name, rows, lambda row, n=name: kind[row.id] == n))
    is_trade = CommitteeLevel.INDUSTRY
    counts.append(_of("trade", "其中行业性专业性", rows, lambda row: row.level == is_trade))
    return counts


def _mediators(rows: list[Mediator]) -> list[Count]:
    return [
        _of("mediators", "人民调解员总数", rows, lambda _: True),
        _of("full", "专职", rows, lambda row: row.is_full_time),
        _of("part", "兼职", rows, lambda row: not row.is_full_time),
        _of("women", "女", rows, lambda row: row.gender == "female"),
        _of("peoples", "少数民族", rows, lambda row: row.ethnicity not in {None, HAN}),
    ]


def _ages(rows: list[Mediator], on: date) -> list[Count]:
    bands: dict[str, list[Mediator]] = {name: [] for name in (*AGES, "未填出生日期")}
    for row in rows:
        bands[_band(row.born_on, on)].append(row)
    return [
        _of(f"age{number}", name, mine, lambda _: True)
        for number, (name, mine) in enumerate(bands.items())
    ]


def _band(born: date | None, on: date) -> str:
    if born is None:
        return "未填出生日期"
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return AGES[sum(age > limit for limit in (YOUNG, MIDDLE, OLD))]


def _of(key: str, name: str, rows: Iterable[object], fits: Callable[..., bool]) -> Count:
    return Count(key, name, tuple(str(getattr(row, "name", "")) for row in rows if fits(row)))
