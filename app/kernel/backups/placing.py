"""A copy is put in place by one rename; whoever opens the installation next finishes the rest.

Until its folder bears the name below, everything is as it was. From then on the copy counts: what a
kill left to be moved, also on a full disk, is moved before anybody reads. Rows on a server count
from their commit: the folder tells the transaction, and the server knows what became of it.
"""

import shutil
from pathlib import Path
from time import sleep

from sqlalchemy import Connection, text

from app.kernel.db import Database
from app.kernel.errors import Busy
from app.kernel.files import held

READY, DONE = ".restored", ".copy-done"
ASIDE = ".before-restore"
FILE = "sqlite:///"
TRIES, PAUSE = 50, 0.2  # seconds


def make_ready(folder: Path, connection: Connection | None = None) -> None:
    """Let a filled folder count; rows count with the commit of their connection."""
    if connection is not None:
        number = connection.scalar(text("SELECT txid_current()"))
        (folder / "transaction").write_text(str(number), encoding="ascii")
    folder.rename(folder.with_name(READY))


def finish(home: Path, database: Database, address: str) -> None:
    """Move what a killed restoration did not; wait for one that is still at it."""
    folder = home / READY
    if folder.is_dir():
        with held(folder):
            put_in_place(home, database, address)


def put_in_place(home: Path, database: Database, address: str) -> None:
    """Move a folder that counts into its place: the database, where it is a file, then the rest."""
    folder = home / READY
    if not folder.is_dir():
        return
    if _counts(folder, database):
        if address.startswith(FILE) and (folder / "database").exists():
            _place_database(folder / "database", Path(address.removeprefix(FILE)))
        _move(folder / "home", home)
    shutil.rmtree(home / DONE, ignore_errors=True)
    folder.rename(home / DONE)
    shutil.rmtree(home / DONE)


def _counts(folder: Path, database: Database) -> bool:
    told = folder / "transaction"
    if not told.exists():
        return True
    number = int(told.read_text(encoding="ascii"))
    for _ in range(TRIES):  # the server may still be at it when its client was killed
        with database.read() as session:
            state = session.scalar(text("SELECT txid_status(:number)"), {"number": number})
        if state != "in progress":
            return bool(state != "aborted")
        sleep(PAUSE)
    raise Busy("数据库服务器上的恢复还没有结束。请等一分钟，再运行一次。")


def _place_database(fresh: Path, place: Path) -> None:
    for left in ("", "-wal", "-shm"):  # a file that could not be settled has all three
        old = place.with_name(place.name + left)
        if old.exists():
            old.replace(place.with_name(f"{place.name}{ASIDE}{left}"))
    fresh.replace(place)


def _move(source: Path, place: Path) -> None:
    if source.is_dir() and place.is_dir():
        for path in sorted(source.iterdir()):
            _move(path, place / path.name)
    elif source.exists():
        if place.is_dir():
            place.rename(place.with_name(place.name + ASIDE))
        source.replace(place)
