"""A county with thousands of cases, and our site served over it in a process of its own.

The rows are written in bulk; the first case goes through the bus, so that the decision every case
shows is a real one.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Self
from uuid import UUID

from psutil import Process

import app.tables  # noqa: F401 (fills the metadata)
from app.authority import authorize
from app.handlers import HANDLERS
from app.kernel.bus import Bus
from app.kernel.clock import Clock
from app.kernel.crypto import KeyRing
from app.kernel.db import Database, Model
from app.kernel.sqlite import WRITE
from app.reactions import REACTIONS
from app.web.guard import COOKIE
from bench.filling import fill
from bench.roundup import free_port, wait_for
from bench.visitor import Visitor
from config import Config
from tests.told import register
from tests.world import build, sign_in

SERVE = """
import sys, waitress
from wsgi import app
waitress.serve(app, host="127.0.0.1", port=int(sys.argv[1]), threads=8)
"""


class Ours:
    """Our site over a filled county; a context manager."""

    def __init__(self, cases: int) -> None:
        self.cases, self.port = cases, free_port()
        self.config = Config(home=Path(tempfile.mkdtemp(prefix="sizhen-")))
        self.ids: list[UUID] = []

    def __enter__(self) -> Self:
        ring = KeyRing.new()
        ring.save(self.config.keys)
        database = Database.open(self.config.address, ring)
        cookie = self._fill(database)
        database.dispose()
        env = os.environ | {"SIZHEN_HOME": str(self.config.home)}
        command = [sys.executable, "-c", SERVE, str(self.port)]
        root = Path(__file__).parents[1]
        quiet = subprocess.DEVNULL
        self.server = subprocess.Popen(command, env=env, cwd=root, stderr=quiet)  # noqa: S603 (our own script)
        wait_for(self.port)
        self.visitor = Visitor(self.port, {COOKIE: cookie})
        self.visitor.server = Process(self.server.pid)
        return self

    def __exit__(self, *_: object) -> None:
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.config.home, ignore_errors=True)

    def _fill(self, database: Database) -> str:
        with (
            database.engine.connect().execution_options(**{WRITE: True}) as connection,
            connection.begin(),
        ):
            Model.metadata.create_all(connection)
        now = Clock().now()
        with database.write() as session:
            world = build(session, now)
        bus = Bus(database, HANDLERS, REACTIONS, authorize, Clock())
        first = register(bus, world, today=Clock().today())
        with database.write() as session:
            self.ids = fill(session, world, self.cases, first)
            return sign_in(session, world, "才让卓玛", now)
