"""`backup` and `restore`: a sealed copy of everything but the keys, proven when it is made and put back."""

import json
import os
import sys
import tarfile
from pathlib import Path
from typing import Any, BinaryIO

import click

from app.cli import door
from app.cli.keys import bring_keys
from app.cli.remembered import NOTE
from app.cli.restoring import put_back
from app.cli.speaking import Verb
from app.cli.workplace import PREFIX, tell_draft, workplace
from app.kernel.backups.copying import FILE, copy_file, form_of, open_copy, snapshot, write_lines
from app.kernel.backups.manifest import Manifest
from app.kernel.backups.placing import READY
from app.kernel.backups.vault import Sealing
from app.kernel.crypto import KeyRing, KeysMissing
from app.kernel.db import Database
from app.kernel.errors import Incomplete
from app.kernel.files import DRAFT, write_whole
from config import Config

LATEST = "last-backup.json"
NOT_COPIED = ("keys.json", "keys.new", "logs", "sizhen.db", LATEST, NOTE, PREFIX, READY)
BROKEN = 1
WRITE_AGAIN = "请看磁盘是否满了、数据文件夹能不能写，清理后再备份一次。"
NUMBERS = (
    "备份以后借给下乡电脑的协议编号，这里已不知道：每个案件的下一个编号先空出十个，免得和村里印好的重号。"
    "各台下乡电脑都联网一次以后，请县中心负责人到“下乡电脑”页按“编号核对完”。"
)
READABLE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("backup", cls=Verb, help="把全部数据做成一份加密备份（不含密钥）")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@door.answering
def backup(file: Path) -> None:
    """Write a sealed copy and say what is in it."""
    config, database = door.config(), door.database()
    with workplace(config.home) as folder:
        manifest = _gather(database, folder)
        _pack(config, database, folder, file)
    said = {"file": str(file), "bytes": file.stat().st_size, **manifest.say()}
    door.answer(said)
    _note_latest(config.home / LATEST, said)
    if any(chain.broken_at for chain in manifest.chains):
        door.tell("备份做好了，但留痕核对不通过。请运行 audit verify，并联系审计员。")
        sys.exit(BROKEN)
    door.tell("备份里没有密钥。请把密钥文件和备份分开保管，少了任何一样都恢复不了。")


@click.command("restore", cls=Verb, help="用备份恢复，并逐项核对")
@click.argument("file", type=READABLE)
@click.option("--over", is_flag=True, help="已有数据也覆盖（先停掉网站）")
@click.option("--keys", type=READABLE, help="保管处取回的密钥文件；本机还没有密钥时用")
@door.answering
def restore(file: Path, keys: Path | None, *, over: bool) -> None:
    """Put a sealed copy back and verify it."""
    config = door.config()
    database = _opened(config, keys)
    try:
        manifest = put_back(config, database, file, over=over)
    finally:
        database.dispose()
    door.answer({"restored": True, **manifest.say()})
    if config.desk == "on":
        door.tell(NUMBERS)
    door.tell("恢复好了：行数、留痕的末尾和加密字段都核对过。请重新启动网站。")


def _note_latest(note: Path, said: dict[str, Any]) -> None:
    try:
        write_whole(note, json.dumps(said).encode())
    except OSError as error:
        door.tell(f"备份做好了，但没能记在 {note} 里，体检不知道有它。{WRITE_AGAIN}")
        raise SystemExit(BROKEN) from error


def _opened(config: Config, keys: Path | None) -> Database:
    if keys is not None:
        bring_keys(config, keys)
    if not config.keys.exists():
        raise KeysMissing("本机没有密钥，备份打不开。请从保管处取回密钥文件，加上 --keys 文件名。")
    return Database.open(config.address, KeyRing.load(config.keys))


def _gather(database: Database, folder: Path) -> Manifest:
    now = door.clock().now()
    if form_of(database) == FILE:
        copy_file(database, folder / "database")
        copied = open_copy(folder / "database", database.ring)
        with copied.read() as session:
            manifest = Manifest.of(session, database.ring.chain_key, now, FILE)
        copied.dispose()
    else:
        with snapshot(database) as session, (folder / "database").open("wb") as lines:
            manifest = Manifest.of(session, database.ring.chain_key, now, form_of(database))
            write_lines(session.connection(), lines)
    (folder / "manifest.json").write_text(json.dumps(manifest.say()), encoding="utf-8")
    return manifest


def _pack(config: Config, database: Database, folder: Path, file: Path) -> None:
    draft = file.with_name(file.name + DRAFT)
    tell_draft(folder, draft)
    raw = _begun(draft)
    try:
        with raw:
            draft.chmod(0o600)
            with Sealing(raw, database.ring) as sealing:
                _fill(config, folder, sealing)
            raw.flush()
            os.fsync(raw.fileno())
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def _begun(draft: Path) -> BinaryIO:
    try:
        return draft.open("xb")
    except FileExistsError as error:
        message = f"{draft} 已经存在，可能另一份备份正在做。确认没有后删掉它，再运行一次。"
        raise Incomplete(message) from error


def _fill(config: Config, folder: Path, sealing: Sealing) -> None:
    with tarfile.open(fileobj=sealing, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        for name in ("manifest.json", "database"):
            tar.add(folder / name, arcname=name)
        for path in sorted(config.home.iterdir()):
            if not path.name.startswith((*NOT_COPIED, "backup-", "restore-")):
                tar.add(path, arcname=f"home/{path.name}")
