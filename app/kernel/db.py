"""The database: one way to read and one way to write, the same on SQLite and PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC, EROFS
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.kernel.columns import Model
from app.kernel.crypto import KeyRing
from app.kernel.errors import Busy
from app.kernel.queue import FifoLock
from app.kernel.sqlite import WRITE, make_sqlite_engine

__all__ = ["Database", "Model", "ring_of"]

PATIENCE = 10.0  # seconds a writer waits for its turn
RENEW = "PRAGMA optimize=0x10012"  # every table that needs it, by a sample
BUSY_WORDS = ("locked", "busy", "lock timeout", "statement timeout", "connection")
NO_ROOM = {ENOSPC, EDQUOT, EROFS}
FULL = "磁盘已满或不可写，这一次没有保存。请清理磁盘后重试，填写的内容不要关闭。"
NO_JOURNAL = "unable to open", "readonly"  # it finds no room for its journal either
FULL_WORDS = ("full", "No space left", "disk I/O", *NO_JOURNAL)


class Writing(Session):
    """The session of a write: what it has met stays in its hand, so that no row is read twice.

    A plain session forgets a row as soon as nobody holds it; a command and what follows it then
    read the same case again and again.
    """


@event.listens_for(Writing, "loaded_as_persistent")
@event.listens_for(Writing, "pending_to_persistent")
def _hold(session: Session, row: object) -> None:
    session.info["held"].append(row)


class Database:
    """Sessions on one database; every session carries the installation's keys."""

    def __init__(self, engine: sa.Engine, ring: KeyRing) -> None:
        self.engine = engine
        self.ring = ring
        self._turn = FifoLock() if engine.dialect.name == "sqlite" else None

    @classmethod
    def open(cls, url: str, ring: KeyRing) -> "Database":
        """Open the database at an address; `sqlite:///FILE` means an encrypted file."""
        if url.startswith("sqlite:///"):
            return cls(make_sqlite_engine(Path(url[10:]), ring.database_key), ring)
        options = "-c statement_timeout=30s -c lock_timeout=10s -c timezone=UTC"
        engine = sa.create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            pool_size=8,
            connect_args={"options": options},
        )
        return cls(engine, ring)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Yield a session on one consistent view; nothing it changes is kept."""
        with self._translate(), Session(self.engine, info={"ring": self.ring}) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Yield a session in the one write transaction: all of the block is kept, or nothing."""
        with self._translate(), self._in_turn():
            connected = self.engine.connect().execution_options(**{WRITE: True})
            with connected as connection:
                info = {"ring": self.ring, "held": []}
                session = Writing(connection, expire_on_commit=False, info=info)
                with session:
                    yield session
                    session.commit()

    def renew_statistics(self) -> None:
        """Let SQLite look how full its tables are; PostgreSQL does so by itself.

        Without it today's page of a township took 36 times as long at 3,623 cases (180 ms, 5 ms): the
        engine walked through every case of the county. It looks at a sample, so it takes little.
        """
        if self.engine.dialect.name != "sqlite":
            return
        with self._translate(), self._in_turn():
            connected = self.engine.connect().execution_options(**{WRITE: True})
            with connected as connection:
                connection.exec_driver_sql(RENEW)
                connection.commit()

    def dispose(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        if self._turn is None:
            yield
            return
        if not self._turn.acquire(PATIENCE):
            raise Busy("系统正忙，您填写的内容已保留，请稍候再点一次。")
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def _translate(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            busy = busy_over(error)
            if busy is not None:
                raise busy from error
            raise


def busy_over(error: DBAPIError | OSError) -> Busy | None:
    """Say an error of database or disk in words where it will pass: full, locked or away."""
    if isinstance(error, OSError):
        return Busy(FULL) if error.errno in NO_ROOM else None
    reason = _reasons(error)
    if any(word in reason for word in FULL_WORDS):
        return Busy(FULL)
    if any(word in reason for word in BUSY_WORDS):
        return Busy("数据库暂时无法写入，这一次没有保存。请稍候再点一次，填写的内容已保留。")
    return None


def _reasons(error: BaseException | None) -> str:
    """Say why, the first cause too: a full disk ends a transaction under the savepoint it was in."""
    said = str(error.orig) if isinstance(error, DBAPIError) else ""
    return f"{said} {_reasons(error.__cause__ or error.__context__)}" if error else ""


def ring_of(session: Session) -> KeyRing:
    """Find the keys a session carries."""
    ring: KeyRing = session.info["ring"]
    return ring
