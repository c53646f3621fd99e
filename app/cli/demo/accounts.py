"""One account of every role, with names one can remember; one password for all, made anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from pypinyin import lazy_pinyin
from sqlalchemy import select

from app.access.commands import MakeUser
from app.access.roles import Role
from app.cli.demo.bodies import Bodies, Body, spoken
from app.cli.demo.names import Crowd
from app.cli.demo.stage import Stage, told
from app.people.bodies import CommitteeLevel
from app.people.users import User
from app.places.model import GridCell

GRID_WORKERS = 12
OFFICES = (
    ("admin", Role.ADMINISTRATOR),
    ("admin2", Role.ADMINISTRATOR),
    ("shenji", Role.AUDITOR),
    ("guize", Role.RULE_AUTHOR),
    ("dengji", Role.REGISTRAR),
    ("dengji2", Role.REGISTRAR),
    ("fuze", Role.COUNTY_SUPERVISOR),
)


@dataclass(frozen=True)
class Account:
    """One line of the list that `demo` prints."""

    id: UUID
    login: str
    name: str
    role: Role
    at: str
    mediator_id: UUID | None = None
    committee_id: UUID | None = None


@dataclass
class Desk:
    """Makes accounts, all with one password."""

    stage: Stage
    password_hash: str

    def open(self, login: str, name: str, role: Role, at: str, **post: Any) -> Account:  # noqa: ANN401 (fields of MakeUser)
        """Make one account."""
        made = self.stage.make(
            MakeUser,
            login=login,
            name=name,
            role=role,
            password_hash=self.password_hash,
            must_change_password=False,
            **post,
        )
        mediator_id, committee_id = post.get("mediator_id"), post.get("committee_id")
        return Account(made, login, name, role, at, mediator_id, committee_id)


def make_accounts(stage: Stage, crowd: Crowd, bodies: Bodies, password_hash: str) -> list[Account]:
    """Make the county's accounts."""
    desk = Desk(stage, password_hash)
    return [
        *_offices(desk, crowd, bodies.committees[0]),
        *_center(desk, bodies),
        *_townships(desk, crowd, bodies),
        *_villages(desk, bodies),
        *_grid_workers(desk, crowd),
        *_specialists(desk, bodies),
    ]


def note_presence(stage: Stage) -> None:
    """Note that everybody was at work lately, as their stories say."""
    mine = (User.county_id == stage.county_id, User.role != Role.SYSTEM)
    for user in stage.session.scalars(select(User).where(*mine).order_by(User.id)):
        stage.go_to(stage.today - timedelta(days=stage.dice.randint(1, 20)))
        user.last_seen_at = stage.instant


def _offices(desk: Desk, crowd: Crowd, center: Body) -> Iterator[Account]:
    for login, role in OFFICES:
        post = {}
        if role in {Role.REGISTRAR, Role.COUNTY_SUPERVISOR}:
            post = {"committee_id": center.id}
        yield desk.open(login, crowd.draw().name, role, center.name, **post)


def _center(desk: Desk, bodies: Bodies) -> Iterator[Account]:
    for word, body in zip(("tiaojie", "yitiao"), bodies.committees[:2], strict=True):
        for number, (mediator_id, person) in enumerate(body.members, 1):
            post = {"committee_id": body.id, "mediator_id": mediator_id}
            login = f"{word}{number}"
            yield desk.open(login, person.name, Role.COUNTY_MEDIATOR, body.name, **post)


def _townships(desk: Desk, crowd: Crowd, bodies: Bodies) -> Iterator[Account]:
    for body in bodies.at(CommitteeLevel.TOWNSHIP):
        word = _pinyin(body.area.name.rstrip("镇乡") if body.area else body.name)
        for number, (mediator_id, person) in enumerate(body.members[:2], 1):
            post = {"committee_id": body.id, "mediator_id": mediator_id}
            login = word if number == 1 else f"{word}{number}"
            yield desk.open(login, person.name, Role.TOWNSHIP_MEDIATOR, body.name, **post)
        boss = crowd.draw().name
        post = {"committee_id": body.id}
        yield desk.open(f"{word}-fuze", boss, Role.TOWNSHIP_SUPERVISOR, body.name, **post)


def _villages(desk: Desk, bodies: Bodies) -> Iterator[Account]:
    used: set[str] = set()
    for body in bodies.at(CommitteeLevel.VILLAGE):
        mediator_id, person = body.members[0]
        word = _pinyin(spoken(body.area.name).rstrip("村") if body.area else body.name)
        login = f"{word}-cun" if word not in used else f"{word}-cun{len(used)}"
        used.add(word)
        post = {"committee_id": body.id, "mediator_id": mediator_id}
        yield desk.open(login, person.name, Role.VILLAGE_MEDIATOR, body.name, **post)


def _grid_workers(desk: Desk, crowd: Crowd) -> Iterator[Account]:
    stage = desk.stage
    villages = stage.dice.sample(stage.areas("village"), GRID_WORKERS)
    for number, village in enumerate(sorted(villages, key=lambda v: v.code), 1):
        person, at = crowd.draw(), spoken(village.name)
        account = desk.open(
            f"wangge{number}", person.name, Role.GRID_WORKER, at, village_code=village.code
        )
        cells = stage.session.query(GridCell).filter_by(village_code=village.code)
        cells.order_by(GridCell.id).limit(1).one().worker_id = account.id
        yield account


def _specialists(desk: Desk, bodies: Bodies) -> Iterator[Account]:
    for number, (specialist_id, name) in enumerate(bodies.specialists[::8], 1):
        login = f"zhuanjia{number}"
        yield desk.open(login, name, Role.SPECIALIST, "行业专家", specialist_id=specialist_id)


def _pinyin(name: str) -> str:
    return "".join(told("readings").get(name) or lazy_pinyin(name))
