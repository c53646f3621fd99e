"""`setup`: make a folder into an installation, or bring an old one up to date; safe to repeat."""

import os
from pathlib import Path

import click
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.access.founding import found_county, system_account
from app.cli import door, keys
from app.cli.speaking import Verb
from app.kernel.crypto import KeyRing
from app.kernel.db import Database
from app.kernel.errors import Incomplete
from app.kernel.migrations import upgrade
from app.places.commands import ImportAreas
from app.places.divisions import Division, read_divisions
from app.places.model import Area, County
from config import ROOT

AREAS = ROOT / "data" / "areas-632521.csv"


@click.command(
    "setup", cls=Verb, help="准备好一套安装：密钥、数据库、本县和行政区划（不含演示数据）"
)
@click.option("--areas", type=click.Path(path_type=Path), default=None, help="区划文件（CSV）")
@click.option("--county", default=None, help="本县的 6 位代码；默认取区划文件里有乡镇的那个县")
@click.option("--short-name", default=None, help="本县简称，用于案号，如“共”")
@door.answering
def command(areas: Path | None, county: str | None, short_name: str | None) -> None:
    """Make keys, database, county and divisions where they are missing."""
    os.umask(0o077)
    config = door.config()
    with keys.alone_in(config.home):
        made = keys.ensure(config)
        database = Database.open(config.address, KeyRing.load(config.keys))
        upgrade(database)
        changed = 0
        if areas or county or not _is_founded(database):
            changed = _found(database, areas or AREAS, county, short_name)
        counties = _counties(database)
        database.dispose()
    said = {"home": str(config.home), "keys": "made" if made else "kept", "counties": counties}
    door.answer({**said, "areas_changed": changed})
    if made:
        _explain(config.keys)


def _found(database: Database, file: Path, county: str | None, short: str | None) -> int:
    divisions = _read(file)
    home = _home_of(divisions, county)
    with database.write() as session:
        actor_id = found_county(session, home.code, home.name, short or home.name[0])
    today = door.clock().today()
    request = ImportAreas(county_id=home.code, actor_id=actor_id, on=today, divisions=divisions)
    return int(str(door.bus(database).execute(request)))


def _is_founded(database: Database) -> bool:
    with database.read() as session:
        return bool(session.scalar(select(exists().where(Area.county_id == County.county_id))))


def _counties(database: Database) -> list[str]:
    with database.read() as session:
        return _found_in(session)


def _found_in(session: Session) -> list[str]:
    codes = list(session.scalars(select(County.county_id).order_by(County.county_id)))
    for code in codes:
        system_account(session, code)
    return codes


def _read(file: Path) -> tuple[Division, ...]:
    try:
        return read_divisions(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        message = f"读不了区划文件 {file}。请核对路径，并存成 UTF-8 编码的 CSV。"
        raise Incomplete(message) from error


def _home_of(divisions: tuple[Division, ...], code: str | None) -> Division:
    with_townships = {d.parent_code for d in divisions if d.level == "township"}
    wanted = with_townships & {code} if code else with_townships
    homes = [d for d in divisions if d.code in wanted]
    if len(homes) == 1:
        return homes[0]
    raise Incomplete(
        "区划文件里要恰好有一个带乡镇的县；不止一个时请写明本县代码，如：--county 632521"
    )


def _explain(keys_file: Path) -> None:
    door.tell(f"密钥在 {keys_file}。请另存一份到保管处：丢了密钥，数据就再也打不开。")
    door.tell(
        "安装好了，还没有任何账号。正式使用的，建第一个管理员："
        "flask --app wsgi users make --login 登录名 --role administrator；只想看看的，装演示县。"
    )
