"""Encrypted SQLite behind SQLAlchemy, set up so that it neither lies nor starves.

The driver carries its own SQLite: Debian's 3.40 is inside the range of the WAL-reset corruption
bug (3.7.0–3.51.2). Its legacy transactions are switched off and the engine sends its own BEGIN.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # an acknowledged act survives a power cut
    "foreign_keys=ON",
    "busy_timeout=10000",
    "trusted_schema=OFF",
    "secure_delete=ON",
    "cache_size=-32768",
)
STATEMENTS = 1024  # kept planned; when full, the driver throws the newest out, page by page
SAFE_SINCE = (3, 51, 3)
WRITE = "write"  # execution option of a connection that will write


class UnsafeSQLite(RuntimeError):
    """The SQLite library has a known corruption bug."""


_limit: Callable[..., str] = SQLiteCompiler.limit_clause


class Compiler(SQLiteCompiler):
    """Writes each statement so that SQLite plans it once.

    Since 3.47 it looks a bound LIMIT up and plans anew at every run; a sign hides it. A number
    written out is seen all the same.
    """

    def limit_clause(self, select: sa.Select[Any], **more: Any) -> str:  # noqa: ANN401 (SQLAlchemy's own)
        """Write LIMIT +?."""
        return _limit(self, select, **more).replace("LIMIT ", "LIMIT +", 1)


def sqlite_version() -> tuple[int, ...]:
    """Say which SQLite the driver carries."""
    return tuple(dbapi2.sqlite_version_info)


def make_sqlite_engine(path: Path, key: bytes, threads: int = 8) -> sa.Engine:
    """Open (or begin) the encrypted database file with a 32-byte key."""
    if sqlite_version() < SAFE_SINCE:
        message = (
            f"SQLite {dbapi2.sqlite_version} 有已知的数据损坏缺陷，请安装 sqlcipher3 0.6.4 以上。"
        )
        raise UnsafeSQLite(message)

    engine = sa.create_engine(
        "sqlite://",
        module=dbapi2,
        creator=partial(_connect, path, key),
        hide_parameters=True,  # an error must not quote a person into a log
        poolclass=QueuePool,
        pool_size=threads,
        pool_use_lifo=True,  # another connection's write empties a page cache: use the last one
        max_overflow=4,
        pool_timeout=20,
    )
    engine.dialect.statement_compiler = Compiler
    event.listen(engine, "begin", _begin)
    return engine


def _connect(path: Path, key: bytes) -> Any:  # noqa: ANN401 (the driver has no stubs)
    connection = dbapi2.connect(
        str(path), check_same_thread=False, isolation_level=None, cached_statements=STATEMENTS
    )
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _begin(connection: sa.Connection) -> None:
    # A read that turns into a write fails at once with "database is locked", whatever the
    # timeout; so a transaction that will write says so from the start.
    writes = connection.get_execution_options().get(WRITE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
