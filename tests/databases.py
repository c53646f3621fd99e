"""A fresh database for each test, copied from one that was filled once, on either engine.

Copying a finished file or a finished PostgreSQL template takes milliseconds; so each test owns its
database, commits for real and runs in any order.
"""

import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import sqlalchemy as sa

import app.tables  # noqa: F401 (fills the metadata)
from app.kernel.crypto import KeyRing
from app.kernel.db import Database, Model
from app.kernel.sqlite import WRITE
from tests.postgres import Postgres
from tests.world import World, build

ENGINES = ("sqlite", "postgresql")
RING = KeyRing.new()


class Shelf(ABC):
    """Databases of one engine: empty ones, and copies of one that holds the small world."""

    world: World

    def __init__(self) -> None:
        self._numbers = count(1)

    @abstractmethod
    def empty(self) -> AbstractContextManager[Database]:
        """Open a database without tables, and remove it afterwards."""

    @abstractmethod
    def fresh(self) -> AbstractContextManager[Database]:
        """Open a copy of the small world, and remove it afterwards."""

    @abstractmethod
    def copied(self, database: Database) -> Any:
        """Copy a database as it is, and say what puts it back."""

    @abstractmethod
    def put_back(self, database: Database, copy: Any) -> None:
        """Make a database as it was when it was copied; the copy is gone afterwards."""

    def fill(self, database: Database) -> None:
        """Make every table and let the small world move in; then let go of the database."""
        with (
            database.engine.connect().execution_options(**{WRITE: True}) as connection,
            connection.begin(),
        ):
            Model.metadata.create_all(connection)
        with database.write() as session:
            self.world = build(session)
        database.dispose()


class SqliteShelf(Shelf):
    """Encrypted files in one folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.template = folder / "world.db"
        self.fill(self._open(self.template))

    def _open(self, file: Path) -> Database:
        return Database.open(f"sqlite:///{file}", RING)

    @contextmanager
    def _at(self, file: Path) -> Iterator[Database]:
        database = self._open(file)
        yield database
        database.dispose()
        for left in self.folder.glob(f"{file.name}*"):
            left.unlink()

    def empty(self) -> AbstractContextManager[Database]:
        """Open a new file."""
        return self._at(self.folder / f"{next(self._numbers)}.db")

    def fresh(self) -> AbstractContextManager[Database]:
        """Copy the file; the last connection that closed it has emptied its journal."""
        file = self.folder / f"{next(self._numbers)}.db"
        shutil.copyfile(self.template, file)
        return self._at(file)

    def copied(self, database: Database) -> Path:
        """Copy the file."""
        file = _file_of(database)
        database.dispose()
        return Path(shutil.copyfile(file, f"{file}-copy-{next(self._numbers)}"))

    def put_back(self, database: Database, copy: Path) -> None:
        """Put the copy in its place."""
        file = _file_of(database)
        database.dispose()
        for left in file.parent.glob(f"{file.name}-[ws]*"):
            left.unlink()
        copy.replace(file)


def _file_of(database: Database) -> Path:
    with database.engine.connect() as line:
        return Path(line.exec_driver_sql("PRAGMA database_list").one()[2])


class PostgresShelf(Shelf):
    """Databases of one temporary server."""

    def __init__(self, server: Postgres) -> None:
        super().__init__()
        self.server = server
        self._copies: set[str] = set()
        self._desk = sa.create_engine(server.url(), isolation_level="AUTOCOMMIT")
        self._say("CREATE DATABASE world")
        self.fill(self._open("world"))

    def _say(self, statement: str) -> None:
        with self._desk.connect() as connection:
            connection.execute(sa.text(statement))

    def _open(self, name: str) -> Database:
        return Database.open(self.server.url(name), RING)

    @contextmanager
    def _made_from(self, template: str) -> Iterator[Database]:
        name = f"test_{next(self._numbers)}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        database = self._open(name)
        yield database
        database.dispose()
        for left in (name, *self._copies):
            self._say(f"DROP DATABASE {left} WITH (FORCE)")
        self._copies.clear()

    def empty(self) -> AbstractContextManager[Database]:
        """Create a database."""
        return self._made_from("template0")

    def fresh(self) -> AbstractContextManager[Database]:
        """Create a database from the one with the small world."""
        return self._made_from("world")

    def copied(self, database: Database) -> str:
        """Copy the database beside itself."""
        database.dispose()
        name = f"copy_{next(self._numbers)}"
        self._copies.add(name)
        self._say(
            f"CREATE DATABASE {name} TEMPLATE {database.engine.url.database} STRATEGY FILE_COPY"
        )
        return name

    def put_back(self, database: Database, copy: str) -> None:
        """Put the copy in its place."""
        database.dispose()
        name = database.engine.url.database
        self._say(f"DROP DATABASE {name} WITH (FORCE)")
        self._say(f"ALTER DATABASE {copy} RENAME TO {name}")
        self._copies.discard(copy)

    def close(self) -> None:
        """Let go of the server."""
        self._desk.dispose()
