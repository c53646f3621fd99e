"""The county's committees, its 25 full-time mediators, their part-time colleagues, 64 specialists."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import cycle, islice
from uuid import UUID

from sqlalchemy import select

from app.cases.enums import DisputeType, Industry
from app.cli.demo.names import Crowd, Person
from app.cli.demo.stage import Stage, told
from app.people.bodies import Committee, CommitteeLevel, Post
from app.people.commands import MakeCommittee, MakeMediator, MakeSpecialist, SeatMember
from app.places.commands import MakeGridCell
from app.places.model import Area, County

FULL_TIME = 25
AT_THE_CENTER, AT_MEDICAL = 6, 3
SEATS = {
    CommitteeLevel.COUNTY_CENTER: 9,
    CommitteeLevel.INDUSTRY: 5,
    CommitteeLevel.TOWNSHIP: 5,
    CommitteeLevel.VILLAGE: 3,
}
VILLAGES_A_TOWNSHIP = 3
GRID_CELLS = 383
TERM = timedelta(days=3 * 365)


@dataclass
class Body:
    """A committee with its people, the director first."""

    id: UUID
    name: str
    level: CommitteeLevel
    area: Area | None
    short_name: str
    since: date | None
    members: list[tuple[UUID, Person]] = field(default_factory=list)


@dataclass
class Bodies:
    """What was made."""

    committees: list[Body]
    specialists: list[tuple[UUID, str]]

    def at(self, level: CommitteeLevel) -> list[Body]:
        """List the committees of a level."""
        return [body for body in self.committees if body.level is level]


def make_bodies(stage: Stage, crowd: Crowd) -> Bodies:
    """Make every committee, mediator, specialist and grid cell."""
    committees = list(_committees(stage))
    full_time = _full_time_places(committees)
    for body in committees:
        _seat(stage, crowd, body, full_time.count(body.id))
    specialists = list(_specialists(stage, crowd))
    _grid_cells(stage)
    return Bodies(committees, specialists)


def _committees(stage: Stage) -> Iterator[Body]:
    county = stage.session.get_one(County, stage.county_id)
    short = county.short_name
    taken = {short, f"{short}医"}
    yield _center(stage)
    yield _committee(
        stage, f"{county.name}医疗纠纷人民调解委员会", f"{short}医", CommitteeLevel.INDUSTRY
    )
    for township in stage.areas("township"):
        named = _short(short, township.name, taken)
        name = f"{township.name}人民调解委员会"
        yield _committee(stage, name, named, CommitteeLevel.TOWNSHIP, township)
        villages = [v for v in stage.areas("village") if v.parent_code == township.code]
        for village in stage.dice.sample(villages, min(VILLAGES_A_TOWNSHIP, len(villages))):
            own = _short(named, spoken(village.name), taken)
            name = f"{township.name}{spoken(village.name)}人民调解委员会"
            yield _committee(stage, name, own, CommitteeLevel.VILLAGE, village)


def _center(stage: Stage) -> Body:
    """Take the center that was made with the county."""
    level = CommitteeLevel.COUNTY_CENTER
    own = (Committee.county_id == stage.county_id, Committee.level == level)
    row = stage.session.scalars(select(Committee).where(*own)).one()
    return Body(row.id, row.name, level, None, row.short_name, row.term_from)


def _committee(
    stage: Stage, name: str, short: str, level: CommitteeLevel, area: Area | None = None
) -> Body:
    since = stage.today - timedelta(days=stage.dice.randint(60, 1060))
    made = stage.make(
        MakeCommittee,
        name=name,
        short_name=short,
        level=level,
        area_code=area.code if area else stage.county_id,
        industry=Industry.MEDICAL if level is CommitteeLevel.INDUSTRY else None,
        established_on=since - TERM,
        term_from=since,
        term_until=since + TERM,
    )
    return Body(made, name, level, area, short, since)


def _full_time_places(committees: list[Body]) -> list[UUID]:
    center, medical, *others = committees
    townships = [body.id for body in others if body.level is CommitteeLevel.TOWNSHIP]
    rest = FULL_TIME - AT_THE_CENTER - AT_MEDICAL
    return (
        [center.id] * AT_THE_CENTER + [medical.id] * AT_MEDICAL + [*islice(cycle(townships), rest)]
    )


def _seat(stage: Stage, crowd: Crowd, body: Body, full_time: int) -> None:
    first = crowd.draw()
    other = "han" if first.people == "tibetan" else "tibetan"
    people = [first, crowd.draw("female", other)]
    people += [crowd.draw() for _ in range(SEATS[body.level] - len(people))]
    for number, person in enumerate(people):
        mediator_id = _mediator(stage, crowd, person, is_full_time=number < full_time)
        post = (Post.DIRECTOR, Post.DEPUTY)[number] if number < 2 else Post.MEMBER  # noqa: PLR2004 (the first two)
        seat = {"committee_id": body.id, "mediator_id": mediator_id, "post": post}
        stage.carry(SeatMember, **seat, from_on=body.since)
        body.members.append((mediator_id, person))


def _mediator(stage: Stage, crowd: Crowd, person: Person, *, is_full_time: bool) -> UUID:
    types = stage.dice.sample([*DisputeType][:16], 3)
    return stage.make(
        MakeMediator,
        name=person.name,
        gender=person.gender,
        ethnicity=person.ethnicity,
        born_on=crowd.birthday(stage.today, 26, 62),
        is_full_time=is_full_time,
        since_on=stage.today - timedelta(days=stage.dice.randint(90, 2900)),
        languages=person.languages,
        specialties=tuple(sorted(types)),
    )


def _specialists(stage: Stage, crowd: Crowd) -> Iterator[tuple[UUID, str]]:
    spoken_as = {"bo": "藏语", "zh": "汉语", "mn": "蒙古语"}
    for group in told("specialists"):
        for _ in range(group["count"]):
            person = crowd.draw(people="tibetan" if "翻译" in group["field"] else None)
            made = stage.make(
                MakeSpecialist,
                name=person.name,
                field=group["field"],
                unit=group["unit"],
                title=stage.dice.choice(group["titles"]),
                languages="、".join(spoken_as[word] for word in person.languages),
            )
            yield made, person.name


def _grid_cells(stage: Stage) -> None:
    villages = stage.areas("village")
    each, more = divmod(GRID_CELLS, len(villages))
    largest = {v.code for v in sorted(villages, key=lambda v: (int(v.code[9:]), v.code))[:more]}
    for village in villages:
        for number in range(1, each + (village.code in largest) + 1):
            name = f"{spoken(village.name)}第{number}网格"
            stage.carry(MakeGridCell, village_code=village.code, name=name)


def spoken(name: str) -> str:
    """Say a village or community as people do: 东香卡村, 城中社区."""
    for ending, said in (
        ("社区居民委员会", "社区"), ("社区居委会", "社区"), ("居委会", "社区"), ("村委会", "村"),
    ):  # fmt: skip
        if name.endswith(ending):
            return name.removesuffix(ending) + said
    return name


def _short(before: str, name: str, taken: set[str]) -> str:
    plain = name.rstrip("镇乡村")
    options = [before + plain[:length] for length in range(1, len(plain) + 1)]
    options += [f"{before}{plain}{number}" for number in range(2, 99)]
    short = next(option for option in options if option not in taken)
    taken.add(short)
    return short
