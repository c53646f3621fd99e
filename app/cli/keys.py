"""The installation's folder and its secrets, made once and never over existing data.

A kill at any moment leaves either no key file or a whole one: the file is written beside its place
and linked into it.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa

from app.kernel.crypto import KeyRing, KeysMissing
from app.kernel.errors import Busy
from config import Config

PRIVATE = 0o700


@contextmanager
def alone_in(home: Path) -> Iterator[None]:
    """Make the folder (only its owner may enter) and keep a second set-up out meanwhile."""
    if not home.exists() or not any(home.iterdir()):
        home.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        home.chmod(PRIVATE)
    handle = os.open(home, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise Busy("另一个安装正在进行。请等它结束，再运行一次。") from error
    finally:
        os.close(handle)


def ensure(config: Config) -> bool:
    """Make the secrets if there are none; True if made. KeysMissing where data is there already."""
    if config.keys.exists():
        _draft_of(config).unlink(missing_ok=True)
        return False
    if _has_data(config):
        message = (
            f"数据库已经有数据，却没有密钥文件 {config.keys}。没有它，数据读不出来；"
            "为免覆盖，系统不会重新生成。请从保管处取回密钥文件，放回原处。"
        )
        raise KeysMissing(message)
    _keep(config, KeyRing.new())
    return True


def bring_keys(config: Config, file: Path) -> None:
    """Put a kept copy of the keys in its place; KeysMissing if it is none, or others are here."""
    brought = KeyRing.load(file)
    if config.keys.exists():
        if KeyRing.load(config.keys) != brought:
            raise KeysMissing("本机已有另一份密钥。要用取回的密钥恢复，请换一个空的 SIZHEN_HOME。")
        _draft_of(config).unlink(missing_ok=True)
        return
    if _has_data(config):
        raise KeysMissing("本机已有数据却没有密钥，先不动它。请换一个空的 SIZHEN_HOME 恢复。")
    config.home.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    config.home.chmod(PRIVATE)
    _keep(config, brought)


def _keep(config: Config, ring: KeyRing) -> None:
    draft = _draft_of(config)
    draft.unlink(missing_ok=True)
    ring.save(draft)
    with suppress(FileExistsError):
        os.link(draft, config.keys)
    draft.unlink()
    _settle(config.home)


def _draft_of(config: Config) -> Path:
    return config.keys.with_suffix(".new")


def _has_data(config: Config) -> bool:
    if not config.database_url:
        return (config.home / "sizhen.db").exists()
    engine = sa.create_engine(config.database_url)
    try:
        return sa.inspect(engine).has_table("counties")
    finally:
        engine.dispose()


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
