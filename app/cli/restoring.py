"""Putting a copy back: opened whole, checked beside the old data, and only then put in its place."""

import json
import tarfile
from collections.abc import Callable
from datetime import datetime
from functools import partial
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
from app.cli.remembered import NOTE, earlier, note, of_data
from app.cli.workplace import workplace
from app.kernel.backups.copying import FILE, form_of, open_copy, read_lines
from app.kernel.backups.manifest import Manifest, count_rows
from app.kernel.backups.placing import make_ready, put_in_place
from app.kernel.backups.vault import Flow, opened
from app.kernel.clock import CHINA
from app.kernel.crypto import KeyRing, SealBroken
from app.kernel.db import FULL_WORDS, Database
from app.kernel.errors import Busy, Incomplete, NotNow
from app.kernel.migrations import settings, upgrade
from app.kernel.sqlite import WRITE
from config import Config

SAMPLE = 20


def put_back(config: Config, database: Database, file: Path, *, over: bool) -> Manifest:
    """Restore a sealed copy; NotNow over existing data unless told, Incomplete if it is not whole."""
    if not over:
        _demand_empty(database)
    beside = file.resolve().parent
    before = earlier(database, config.home, beside)
    with workplace(config.home) as folder:
        manifest = _unpack(file, database.ring, folder)
        _demand_form(manifest, database)
        put = _put_file if manifest.form == FILE else _put_rows
        remember = partial(_remember, manifest, before, (folder / "home", beside))
        put(database, folder, manifest, remember if config.desk == "on" else _forget)
        put_in_place(config.home, database, config.address)
    return manifest


def _remember(
    manifest: Manifest, earlier: set[PutBack], folders: tuple[Path, Path], session: Session
) -> None:
    """Note in what is put back that it is: numbers lent since the copy are not known to it."""
    latest = PutBack(datetime.fromisoformat(manifest.made_at), door.clock().now())
    note_restoration(session, latest.copied_at, latest.restored_at, earlier)
    known = put_backs(session) | earlier
    home, beside = folders
    home.mkdir(exist_ok=True)
    note(known, home)
    try:
        note(known, beside)
    except OSError:
        door.tell(f"{beside} 里没能记下恢复过几次。请把 {NOTE} 和备份放在一起，换机器恢复时要用。")


def _forget(_session: Session) -> None:
    """Note nothing: where no laptop works, no number was lent."""


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


def _demand_empty(database: Database) -> None:
    if not _has_data(database):
        return
    times = [one.restored_at.astimezone(CHINA) for one in of_data(database)]
    since = f"（{max(times):%Y-%m-%d %H:%M} 恢复来的）" if times else ""
    message = f"这里已经有数据{since}，没有恢复。确实要用备份覆盖，请先停掉网站，再加上 --over。"
    raise NotNow(message)


def _has_data(database: Database) -> bool:
    with database.read() as session:
        connection = session.connection()
        if not connection.dialect.has_table(connection, "cases"):
            return False
        counts = count_rows(session, ("cases", "committees", "counties", "mediators", "users"))
    founded = counts["counties"]  # each county begins with a system account and its center
    more = max(counts["users"], counts["committees"]) > founded
    return more or bool(counts["cases"] + counts["mediators"])


def _put_file(
    database: Database, folder: Path, manifest: Manifest, remember: Callable[[Session], None]
) -> None:
    fresh = open_copy(folder / "database", database.ring)
    with fresh.read() as session:
        if session.scalar(text("PRAGMA integrity_check")) != "ok":
            raise Incomplete("备份里的数据库不完整，没有恢复。请换一份备份。")
        _check_rows(session, database.ring, manifest)
    upgrade(fresh)
    with fresh.write() as session:
        _check_seals(session, database.ring)
        remember(session)
    _settle(fresh)
    _settle(database)
    make_ready(folder)


def _settle(database: Database) -> None:
    """Fold the journal into the file and let go of it; NotNow while somebody else has it open.

    A file that is no database any more is let go of as it is: that may be why it is replaced.
    """
    try:
        with database.engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            mode = raw.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except DBAPIError as error:
        mode = "delete" if type(error) is DatabaseError else f"busy: {error}"
    except Exception as error:  # noqa: BLE001 (the driver's own error, of a library this layer does not know)
        mode = f"busy: {error}"
    database.dispose()
    if any(word in mode for word in FULL_WORDS):
        raise Busy("磁盘已满或不可写，没有恢复。请清理后再运行一次。")
    if mode != "delete":
        raise NotNow("数据库正在使用，没有恢复。请先停掉网站和其他命令，再运行一次。")


def _put_rows(
    database: Database, folder: Path, manifest: Manifest, remember: Callable[[Session], None]
) -> None:
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
            remember(session)
        make_ready(folder, connection)


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
