"""Checks of the machine: program, folder, keys, disk, clock, address."""

import shutil
import sys
from datetime import date
from ipaddress import ip_address
from pathlib import Path

from app.cli import door
from app.cli.checks import Answer, Check
from app.deadlines.calendar import WorkingCalendar
from app.kernel.crypto import KeyRing, KeysMissing
from app.kernel.sqlite import SAFE_SINCE, sqlite_version
from config import ROOT

FEWEST_BYTES = 1_000_000_000
OTHERS = 0o077
FONTS = ROOT / "documents" / "fonts"
OLDEST = date(2026, 1, 1)


def _python() -> Answer:
    version = ".".join(map(str, sys.version_info[:3]))
    ok = (3, 11) <= sys.version_info[:2] <= (3, 12)
    return ok, f"Python {version}" + ("" if ok else "：规则引擎需要 3.11 或 3.12，请换一个版本。")


def _sqlite() -> Answer:
    version = sqlite_version()
    said = ".".join(map(str, version))
    if version >= SAFE_SINCE:
        return True, f"SQLite {said}，带加密。"
    return False, f"SQLite {said} 有已知的数据损坏缺陷，请重新运行 make setup。"


def _home() -> Answer:
    home = door.config().home
    if not home.is_dir():
        return False, f"还没有数据文件夹 {home}。请运行：flask --app wsgi setup"
    if home.stat().st_mode & OTHERS:
        return False, f"别的用户也能进数据文件夹。请运行：chmod 700 {home}"
    return True, f"{home}，只有本用户能进。"


def _keys() -> Answer:
    file = door.config().keys
    if not file.exists():
        has_data = (file.parent / "sizhen.db").exists()
        advice = "从保管处取回密钥文件，勿重新安装" if has_data else "flask --app wsgi setup"
        return False, f"没有密钥文件。请：{advice}。"
    try:
        KeyRing.load(file)
    except KeysMissing as error:
        return False, str(error)
    if file.stat().st_mode & OTHERS:
        return False, f"别的用户也能读密钥。请运行：chmod 600 {file}"
    return True, "密钥在，只有本用户能读。请确认保管处另有一份。"


def _disk() -> Answer:
    home = door.config().home
    place = next(p for p in (home, *home.parents) if p.exists())
    free = shutil.disk_usage(place).free
    said = f"还剩 {free / 1e9:.1f} GB"
    return free >= FEWEST_BYTES, said + ("。" if free >= FEWEST_BYTES else "，不到 1 GB，请清理。")


def _clock() -> Answer:
    today = door.clock().today()
    if today < OLDEST:
        return False, f"系统日期是 {today}，不对。期限都按日期推算，请先校准时间。"
    return True, f"今天是 {today}（北京时间）。"


def _calendar() -> Answer:
    today = door.clock().today()
    if WorkingCalendar.announced().is_provisional(today):
        return False, f"没有 {today.year} 年的放假安排，工作日期限只能暂估。请更新节假日数据。"
    return True, f"{today.year} 年的放假安排已有。"


def _fonts() -> Answer:
    found = [*FONTS.glob("*.ttf"), *FONTS.glob("*.otf")]
    if not (FONTS / "fonts.lock").exists() or not found:
        return False, f"文书字体不全（{_short(FONTS)}）。请重新取一份完整的程序。"
    return True, f"文书字体 {len(found)} 个。"


def _address() -> Answer:
    host = door.config().host
    try:
        is_local = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        is_local = False
    if is_local:
        return True, f"只在本机 {host} 上服务。"
    return False, f"在 {host} 上对外服务。请在前面放一层 HTTPS，密码和案情不能明文在网上走。"


def _village() -> Answer:
    state = door.config().desk
    if state == "off":
        return True, "没有打开，不能离线办案。要打开，请设 SIZHEN_DESK=on 后重新启动。"
    if state != "on":
        return False, "只能联网用：浏览器不保留页面，断网打不开。要离线用，请设 SIZHEN_DESK=on。"
    return True, (
        "已打开。离线只在 HTTPS 网址上能用（本机 127.0.0.1 除外）；"
        "浏览器说证书不可信时也不能用，请按 docs/operations.md“下乡工作台的 HTTPS”装好本县的根证书。"
    )


def _short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


ALL = (
    Check("Python 版本", _python),
    Check("数据库程序", _sqlite),
    Check("数据文件夹", _home),
    Check("密钥", _keys),
    Check("磁盘空间", _disk),
    Check("下乡工作台", _village),
    Check("日期时间", _clock),
    Check("放假安排", _calendar),
    Check("文书字体", _fonts),
    Check("服务地址", _address),
)
