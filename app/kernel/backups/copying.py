"""The database into a copy and back: the online backup API on SQLite, rows as lines elsewhere.

A file of SQLite is never copied while it lives: that gives "database disk image is malformed". The
lines can be put into either engine, so a county can move from one to the other.
"""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import IO, Any
from uuid import UUID

from sqlalchemy import JSON, Connection, TableClause, column, insert, select, table
from sqlalchemy.orm import Session
from sqlalchemy.types import DateTime, LargeBinary, TypeDecorator

from app.kernel.columns import Model
from app.kernel.crypto import KeyRing
from app.kernel.db import Database
from app.kernel.sqlite import make_sqlite_engine

FILE, LINES = "sqlite", "lines"
BATCH = 500


def form_of(database: Database) -> str:
    """Name the form a copy of this database has."""
    return FILE if database.engine.dialect.name == "sqlite" else LINES


def copy_file(database: Database, path: Path) -> None:
    """Copy a live SQLite database to a new file under the same key, whole at one instant."""
    target = make_sqlite_engine(path, database.ring.database_key)
    source_connection, target_connection = database.engine.raw_connection(), target.raw_connection()
    try:
        live: Any = source_connection.driver_connection
        live.backup(target_connection.driver_connection)
        target_connection.driver_connection.execute("PRAGMA journal_mode=DELETE")  # type: ignore[union-attr]  # (the driver's own)
    finally:
        source_connection.close()
        target_connection.close()
        target.dispose()


@contextmanager
def snapshot(database: Database) -> Iterator[Session]:
    """Open one view of the database that does not move while it is read."""
    level = {} if form_of(database) == FILE else {"isolation_level": "REPEATABLE READ"}
    connected = database.engine.connect().execution_options(**level)
    with connected as connection, Session(connection, info={"ring": database.ring}) as session:
        yield session


def write_lines(connection: Connection, file: IO[bytes]) -> None:
    """Write every row of every table, parents first: a line of names, then an array a row."""
    for one in Model.metadata.sorted_tables:
        _write(file, {"table": one.name, "columns": list(one.columns.keys())})
        query = select(one).order_by(*one.primary_key.columns)
        for row in connection.execution_options(yield_per=BATCH).execute(query):
            _write(file, [_plain(value) for value in row])


def read_lines(connection: Connection, file: IO[bytes]) -> None:
    """Put rows back into empty tables."""
    batch: list[dict[str, Any]] = []
    into: TableClause | None = None
    for line in file:
        said = json.loads(line)
        if isinstance(said, dict) or len(batch) >= BATCH:
            _insert(connection, into, batch)
            batch = []
        if isinstance(said, dict):
            into = _named(said["table"], said["columns"])
        elif into is not None:
            pairs = zip(into.columns, said, strict=True)
            batch.append({column.name: _typed(column.type, value) for column, value in pairs})
    _insert(connection, into, batch)


def _write(file: IO[bytes], said: object) -> None:
    file.write(json.dumps(said, ensure_ascii=False).encode() + b"\n")


def _named(name: str, columns: list[str]) -> TableClause:
    known = Model.metadata.tables[name].columns
    return table(name, *(column(one, known[one].type) for one in columns if one in known))


def open_copy(path: Path, ring: KeyRing) -> Database:
    """Open a copied SQLite file."""
    return Database.open(f"sqlite:///{path}", ring)


def _insert(connection: Connection, into: TableClause | None, batch: list[dict[str, Any]]) -> None:
    if into is not None and batch:
        connection.execute(insert(into), batch)


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | Decimal) else value


def _typed(kind: Any, value: Any) -> Any:  # noqa: ANN401 (whatever a column holds)
    if value is None or isinstance(kind, JSON):
        return value
    if isinstance(kind, TypeDecorator):
        kind = kind.impl_instance
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value)
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    reader = READERS.get(kind.python_type)
    return reader(value) if reader else value


READERS: dict[type, Any] = {
    date: date.fromisoformat,
    time: time.fromisoformat,
    UUID: UUID,
    Decimal: Decimal,
}
