"""Putting a copy back: opened whole, checked beside the old data, and only then put in its place."""

import json
import shutil
import tarfile
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from alembic import command as alembic
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlalchemy.orm import Session

from app.agreements.restorations import PutBack, note_restoration, put_backs
from app.cases.findable import index_again
from app.cases.parties import Party
from app.cases.sealed import id_number_of
from app.cli import door
from app.kernel.backups.copying import FILE, form_of, open_copy, read_lines
from app.kernel.backups.manifest import Manifest, count_rows
from app.kernel.backups.vault import Flow, opened
from app.kernel.crypto import KeyRing, SealBroken
from app.kernel.db import Database
from app.kernel.errors import Incomplete, NotNow
from app.kernel.migrations import settings, upgrade
from app.kernel.sqlite import WRITE
from config import Config

SAMPLE = 20


def put_back(config: Config, database: Database, file: Path, *, over: bool) -> Manifest:
    """Restore a sealed copy; NotNow over existing data unless told, Incomplete if it is not whole."""
    if not over and _has_data(database):
        raise NotNow("这里已经有数据，没有恢复。确实要用备份覆盖，请先停掉网站，再加上 --over。")
    with tempfile.TemporaryDirectory(dir=config.home, prefix="restore-") as name:
        folder = Path(name)
        manifest = _unpack(file, database.ring, folder)
        _demand_form(manifest, database)
        if manifest.form == FILE:
            _replace_file(config, database, folder, manifest)
        else:
            _replace_rows(database, folder, manifest)
        _place_files(config.home, folder)
    return manifest


def remember(database: Database, manifest: Manifest, earlier: set[PutBack]) -> set[PutBack]:
    """Note in what was put back that it was: numbers lent since the copy are not known to it."""
    latest = PutBack(datetime.fromisoformat(manifest.made_at), door.clock().now())
    with database.write() as session:
        note_restoration(session, latest.copied_at, latest.restored_at, earlier)
        return put_backs(session) | earlier


def _unpack(file: Path, ring: KeyRing, folder: Path) -> Manifest:
    with file.open("rb") as raw:
        pieces = opened(raw, ring)
        with tarfile.open(fileobj=Flow(pieces), mode="r|") as tar:
            tar.extractall(folder, filter="data")
        for _ in pieces:  # to the very end: a cut copy is noticed at its last piece
            continue
    said = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return Manifest.read(said)


def _demand_form(manifest: Manifest, database: Database) -> None:
    if manifest.form != form_of(database):
        raise NotNow("这份备份和现在的数据库不是一种（单机文件与 PostgreSQL），不能直接恢复。")


def _has_data(database: Database) -> bool:
    with database.read() as session:
        connection = session.connection()
        if not connection.dialect.has_table(connection, "cases"):
            return False
        counts = count_rows(session, ("cases", "committees", "counties", "mediators", "users"))
    founded = counts["counties"]  # each county begins with a system account and its center
    more = max(counts["users"], counts["committees"]) > founded
    return more or bool(counts["cases"] + counts["mediators"])


def _replace_file(config: Config, database: Database, folder: Path, manifest: Manifest) -> None:
    fresh = open_copy(folder / "database", database.ring)
    with fresh.read() as session:
        if session.scalar(text("PRAGMA integrity_check")) != "ok":
            raise Incomplete("备份里的数据库不完整，没有恢复。请换一份备份。")
        _check_rows(session, database.ring, manifest)
    upgrade(fresh)
    with fresh.read() as session:
        _check_seals(session, database.ring)
    _settle(fresh)
    place = Path(config.address.removeprefix("sqlite:///"))
    if place.exists():
        _settle(database)
        for left in ("", "-wal", "-shm"):  # a file that could not be settled has all three
            old = place.with_name(place.name + left)
            if old.exists():
                old.replace(place.with_name(f"{place.name}.before-restore{left}"))
    (folder / "database").replace(place)


def _settle(database: Database) -> None:
    """Fold the journal into the file and let go of it; NotNow while somebody else has it open.

    A file that is no database any more is let go of as it is: that may be why it is replaced.
    """
    try:
        with database.engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            mode = raw.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except DBAPIError as error:
        mode = "delete" if type(error) is DatabaseError else "busy"
    except Exception as error:  # noqa: BLE001 (the driver's own error, of a library this layer does not know)
        mode = f"busy: {type(error).__name__}"
    database.dispose()
    if mode != "delete":
        raise NotNow("数据库正在使用，没有恢复。请先停掉网站和其他命令，再运行一次。")


def _replace_rows(database: Database, folder: Path, manifest: Manifest) -> None:
    connected = database.engine.connect().execution_options(**{WRITE: True})
    with connected as connection, connection.begin():
        config = settings(connection)
        alembic.downgrade(config, "base")
        alembic.upgrade(config, manifest.revision or "head")
        with (folder / "database").open("rb") as lines:
            read_lines(connection, lines)
        with Session(connection, info={"ring": database.ring}) as session:
            _check_rows(session, database.ring, manifest)
            alembic.upgrade(config, "head")
            index_again(session)
            session.flush()
            _check_seals(session, database.ring)


def _check_rows(session: Session, ring: KeyRing, manifest: Manifest) -> None:
    differences = manifest.differences(manifest.recount(session, ring.chain_key))
    if differences:
        message = f"恢复后核对不上，没有启用：{'；'.join(differences[:5])}。请换一份备份。"
        raise Incomplete(message)


def _check_seals(session: Session, ring: KeyRing) -> None:
    sealed = select(Party).where(Party.id_number_sealed.is_not(None)).limit(SAMPLE)
    try:
        for party in session.scalars(sealed):
            id_number_of(party, ring)
    except SealBroken as error:
        raise Incomplete("备份里的加密字段打不开，密钥不对。请取回当时的密钥文件。") from error


def _place_files(home: Path, folder: Path) -> None:
    kept = folder / "home"
    for path in sorted(kept.iterdir()) if kept.is_dir() else ():
        if path.is_dir():
            shutil.copytree(path, home / path.name, dirs_exist_ok=True)
        else:
            shutil.copy2(path, home / path.name)
