import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.access.passwords import Passwords
from app.factory import create_app
from app.kernel.clock import Clock
from app.kernel.footprints import Footprint
from app.people.users import User
from config import Config
from tests.world import COUNTY, NOW

PASSWORD = "三只羊 过网围栏 8421"  # noqa: S105 (invented)
FAST = {"password_memory_kib": 64, "password_rounds": 1}


class Hands:
    """A clock one can move."""

    def __init__(self):
        self.at = NOW

    def pass_by(self, **time):
        self.at += timedelta(**time)

    @property
    def clock(self):
        return Clock(lambda: self.at)


class House:
    """An application whose people have a password, and what a test asks of it."""

    def __init__(self, database, world, home):
        self.database, self.world, self.home = database, world, home
        self.hands = Hands()
        self.hash = Passwords.of(Config(**FAST)).hash(PASSWORD)
        with database.write() as session:
            for user in session.scalars(select(User).where(User.role != "system")):
                user.password_hash, user.password_changed_at = self.hash, NOW
        self.open()

    def open(self, **settings):
        """Start the application (again), as a new process would."""
        config = Config(home=self.home, **(FAST | settings))
        self.flask = create_app(config, clock=self.hands.clock, database=self.database)
        self.flask.config |= {"WTF_CSRF_ENABLED": False, "TESTING": True}
        return self

    def sign_in(self, login="扎西多杰", password=PASSWORD, client=None, **more):
        """Try to sign in; answer the browser and what it was told."""
        client = client or self.flask.test_client()
        options = {name: more.pop(name) for name in ("base_url", "environ_base") if name in more}
        data = {"login": login, "password": password, "key": "", **more}
        return client, client.post("/sign-in", data=data, **options)

    def user(self, name):
        with self.database.read() as session:
            return session.get_one(User, (COUNTY, self.world.users[name]))

    def change(self, name, **columns):
        with self.database.write() as session:
            user = session.get_one(User, (COUNTY, self.world.users[name]))
            for column, value in columns.items():
                setattr(user, column, value)

    def trail(self):
        with self.database.read() as session:
            found = session.scalars(select(Footprint).order_by(Footprint.position))
            return [(one.tag, json.loads(one.particulars)) for one in found]

    def tags(self):
        return [tag for tag, _ in self.trail()]


@pytest.fixture
def house(database, world, tmp_path):
    return House(database, world, tmp_path / "home")


def is_in(client):
    return client.get("/account").status_code == 200
