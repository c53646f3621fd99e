"""One command, one transaction, one answer."""

import threading
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar
from uuid import UUID

import pytest
from sqlalchemy import func, select

from app.access.permissions import Permission
from app.authority import authorize
from app.kernel.bus import Bus
from app.kernel.clock import frozen
from app.kernel.commands import Request
from app.kernel.errors import NotAllowed, NotFound, NotNow, Stale
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id
from tests.world import COUNTY, ELSEWHERE, NOW


@dataclass(frozen=True, kw_only=True)
class Knock(Request):
    needs: ClassVar[Permission] = Permission.CASE_READ
    words: str = "有人吗"


@dataclass(frozen=True, kw_only=True)
class Undeclared(Request):
    pass


def open_door(command, work):
    work.record("door:knocked", words=command.words)
    if command.words == "不许进":
        message = "门锁着。"
        raise NotNow(message)
    return new_id()


@pytest.fixture
def knocking(database, world):
    heard = []
    reactions = {
        "door:knocked": [lambda footprint, _work: heard.append(footprint.details["words"])]
    }
    bus = Bus(
        database, {Knock: open_door, Undeclared: open_door}, reactions, authorize, frozen(NOW)
    )
    return bus, heard


def knock(world, who="才让卓玛", **said):
    return Knock(county_id=COUNTY, actor_id=world.users[who], on=date(2026, 3, 2), **said)


def rows(database):
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(Footprint))


def test_a_command_leaves_its_footprint_and_its_reactions_hear_it(knocking, database, world):
    bus, heard = knocking
    assert isinstance(bus.execute(knock(world)), UUID)
    assert (rows(database), heard) == (1, ["有人吗"])


def test_a_refused_command_leaves_nothing(knocking, database, world):
    bus, _ = knocking
    with pytest.raises(NotNow):
        bus.execute(knock(world, words="不许进"))
    assert rows(database) == 0


def test_a_double_click_acts_once_and_answers_the_same(knocking, database, world):
    bus, _ = knocking
    key = new_id()
    answers = {bus.execute(knock(world), key=key) for _ in range(3)}
    assert len(answers) == 1
    assert rows(database) == 1


def test_a_key_used_for_other_words_is_stale(knocking, database, world):
    bus, _ = knocking
    key = new_id()
    bus.execute(knock(world), key=key)
    with pytest.raises(Stale, match="已经提交过"):
        bus.execute(knock(world, words="再敲一次"), key=key)
    assert rows(database) == 1


def test_a_refused_command_may_be_tried_again_with_its_key(knocking, database, world):
    bus, _ = knocking
    key = new_id()
    with pytest.raises(NotNow):
        bus.execute(knock(world, words="不许进"), key=key)
    assert bus.execute(knock(world), key=key) is not None


def test_eight_hands_at_once_act_once_a_key_and_nobody_is_turned_away(knocking, database, world):
    bus, _ = knocking
    keys = [new_id() for _ in range(20)]
    answers, errors = [], []

    def press():
        for key in keys:
            try:
                answers.append((key, bus.execute(knock(world), key=key)))
            except Exception as error:  # noqa: BLE001 (the test shows whatever went wrong)
                errors.append(error)

    hands = [threading.Thread(target=press) for _ in range(8)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert not errors
    assert len(set(answers)) == len(keys)
    assert rows(database) == len(keys)


def test_a_command_without_a_declared_permission_is_refused(knocking, world):
    bus, _ = knocking
    said = Undeclared(county_id=COUNTY, actor_id=world.users["才让卓玛"], on=date(2026, 3, 2))
    with pytest.raises(NotAllowed, match="没有声明权限"):
        bus.execute(said)


def test_a_role_without_the_permission_is_refused(knocking, world):
    bus, _ = knocking
    with pytest.raises(NotAllowed):
        bus.execute(knock(world, who="管理员"))


def test_a_person_of_another_county_is_nobody_here(knocking, world):
    bus, _ = knocking
    said = replace(knock(world), actor_id=world.users["外县人"])
    with pytest.raises(NotFound):
        bus.execute(said)
    assert bus.execute(replace(said, county_id=ELSEWHERE)) is not None
