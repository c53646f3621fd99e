"""Checks of the installation's content: database, trail, accounts, backup."""

import json
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from alembic.script import ScriptDirectory
from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from app.access.roles import Role
from app.cli import door
from app.cli.checks import Answer, Check
from app.dossiers.sealing import FOLDER, STAMP_ROOTS
from app.dossiers.strengthening import waiting
from app.kernel.backups.manifest import Chain, revision_of, walk_chains
from app.kernel.footprints import Footprint, clock_behind
from app.kernel.migrations import settings
from app.people.users import User
from app.places.model import Area, County
from documents.verify import load_stamp_roots

LATEST_BACKUP = timedelta(days=1, hours=12)
SLEEPING = timedelta(days=90)


def _database() -> Answer:
    with door.database().read() as session:
        here = revision_of(session.connection())
    newest = ScriptDirectory.from_config(settings()).get_current_head()
    if here == newest:
        return True, "能打开，结构是最新的。"
    return False, "数据库结构不是最新的。请先备份，再运行：flask --app wsgi setup"


def _counties() -> Answer:
    with door.database().read() as session:
        names = session.scalars(select(County.name).order_by(County.county_id)).all()
        areas = session.scalar(select(func.count()).select_from(Area)) or 0
    if not names or not areas:
        return False, "还没有本县和行政区划。请运行：flask --app wsgi setup"
    return True, f"{'、'.join(names)}，区划 {areas} 条。"


def _administrators() -> Answer:
    with door.database().read() as session:
        found = session.scalar(_active().where(User.role == Role.ADMINISTRATOR)) or 0
    if found == 0:
        return False, (
            "还没有管理员。请运行：flask --app wsgi users make --login 登录名 --role administrator"
        )
    if found == 1:
        return True, "有 1 位管理员。最好再有一位，忘记密码时可以互相重置。"
    return True, f"有 {found} 位管理员。"


def _sleeping() -> Answer:
    before = door.clock().now() - SLEEPING
    unused = or_(User.last_seen_at < before, User.last_seen_at.is_(None))
    made = or_(User.password_changed_at < before, User.password_changed_at.is_(None))
    with door.database().read() as session:
        found = session.scalar(_active().where(User.role != Role.SYSTEM, unused, made)) or 0
    if found:
        return False, f"有 {found} 个账号 90 天没有用过。离岗的请停用（用户页面）。"
    return True, "没有长期不用的账号。"


def _trail() -> Answer:
    with door.database().read() as session:
        chains = walk_chains(session, door.database().ring.chain_key)
    broken = [chain for chain in chains if chain.broken_at is not None]
    if broken:
        return False, f"留痕从第 {broken[0].broken_at} 条起对不上，可能被改动。请联系审计员。"
    return True, f"{sum(chain.rows for chain in chains)} 条留痕，完整。"


def _clock() -> Answer:
    now = door.clock().now()
    with door.database().read() as session:
        counties = session.scalars(select(County.county_id)).all()
        behind = [gap for one in counties if (gap := clock_behind(session, one, now))]
    if behind:
        hours = max(behind).total_seconds() / 3600
        return False, f"时钟比最后一条留痕早 {hours:.1f} 小时，被往回拨了。请先校准时间再办案。"
    return True, "时钟没有往回拨过。"


def _backup() -> Answer:
    file = door.config().home / "last-backup.json"
    if not file.exists():
        return False, "还没有备份过。请运行：flask --app wsgi backup 文件名，并存到别的机器上。"
    said = json.loads(file.read_text(encoding="utf-8"))
    chains = [Chain(**chain) for chain in said["chains"]]
    with door.database().read() as session:
        if not all(_still_there(session, chain) for chain in chains):
            return False, "现在的留痕接不上最近一次备份，末尾可能被截掉了。请联系审计员。"
    age = door.clock().now() - datetime.fromisoformat(said["made_at"])
    if age > LATEST_BACKUP:
        return False, f"最近一次备份是 {age.days} 天前。请今天备份一次。"
    return True, "一天之内备份过，留痕接得上。"


def _time_stamps() -> Answer:
    url = door.config().time_stamps
    if not url:
        return (
            True,
            "没有配置时间戳服务（SIZHEN_TSA_URL）：电子签章有效，只是没有长期保存用的时间戳。",
        )
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        return False, "时间戳服务的网址要以 http:// 或 https:// 开头。请改正 SIZHEN_TSA_URL。"
    roots = load_stamp_roots(door.config().home / FOLDER / STAMP_ROOTS)
    if not roots:
        return False, (
            f"配置了时间戳服务，但没有放它的根证书（{FOLDER}/{STAMP_ROOTS}），它的时间戳不会被采信。"
        )
    with door.database().read() as session:
        counties = session.scalars(select(County.county_id)).all()
        left = sum(waiting(session, one) for one in counties)
    return (
        True,
        f"{urlsplit(url).hostname}，信任的根证书 {len(roots)} 张，等着加固的文书 {left} 份。",
    )


def _still_there(session: Session, chain: Chain) -> bool:
    if chain.rows == 0:
        return True
    row = session.get(Footprint, (chain.county_id, chain.rows))
    return row is not None and row.mac.hex() == chain.head


def _active() -> Select[int]:
    return select(func.count()).select_from(User).where(User.disabled_on.is_(None))


ALL = (
    Check("数据库", _database),
    Check("本县", _counties),
    Check("管理员", _administrators),
    Check("不用的账号", _sleeping),
    Check("留痕", _trail),
    Check("时钟", _clock),
    Check("备份", _backup),
    Check("时间戳", _time_stamps),
)
