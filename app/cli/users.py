"""`users`: the accounts, from the machine itself; the first administrator is made here."""

from typing import Any
from uuid import UUID

import click
from sqlalchemy import select

from app.access.commands import DisableUser, EnableUser, MakeUser, ResetPassword
from app.access.founding import system_account
from app.access.passwords import one_time_password
from app.access.roles import Role
from app.access.sign_in import tidy
from app.cli import door
from app.cli.speaking import Group
from app.kernel.commands import Command
from app.kernel.errors import Incomplete, NotFound, NotNow
from app.kernel.text import clean
from app.people.bodies import Committee
from app.people.users import User
from app.places.model import County

PEOPLE = [role.value for role in Role if role is not Role.SYSTEM]
group = Group("users", help="账号：新建、停用、恢复、重置密码")
county_option = click.option("--county", default=None, help="县的 6 位代码；只有一个县时不用填")
login_option = click.option("--login", required=True, help="登录名")


@group.command("make", help="新建账号，印出一次性密码")
@login_option
@click.option("--role", required=True, type=click.Choice(PEOPLE), help="岗位")
@click.option("--name", default=None, help="姓名（默认同登录名）")
@click.option("--committee", default=None, help="所在调委会的字号，如 共恰")
@click.option("--village", default=None, help="所在村（社区）的 12 位代码")
@county_option
@door.answering
def make(login: str, role: str, county: str | None, **post: str | None) -> None:
    """Make an account and print its one-time password."""
    home = _home(county)
    login = clean(login, label="登录名", limit=60)
    password = one_time_password()
    _say(
        MakeUser,
        home,
        login=login,
        name=clean(post["name"] or login, label="姓名", limit=60),
        role=Role(role),
        password_hash=door.passwords().hash(password),
        village_code=post["village"],
        committee_id=_committee(home, post["committee"]),
    )
    door.answer({"login": tidy(login), "role": role, "password": password})
    door.tell("这是一次性密码，只显示这一次；第一次登录时要改成自己的密码。")


@group.command("reset", help="重置密码，印出一次性密码")
@login_option
@county_option
@door.answering
def reset(login: str, county: str | None) -> None:
    """Give an account a new one-time password."""
    _renew(ResetPassword, login, county)


@group.command("enable", help="恢复停用的账号，印出一次性密码")
@login_option
@county_option
@door.answering
def enable(login: str, county: str | None) -> None:
    """Open a disabled account again."""
    _renew(EnableUser, login, county)


@group.command("disable", help="停用账号，所有登录立即退出")
@login_option
@county_option
@door.answering
def disable(login: str, county: str | None) -> None:
    """Close an account."""
    home = _home(county)
    _say(DisableUser, home, user_id=_user(home, login))
    door.answer({"login": tidy(login), "disabled": True})


@group.command("list", help="列出账号（不含密码）")
@county_option
@door.answering
def listing(county: str | None) -> None:
    """List the accounts, one a line."""
    home = _home(county)
    with door.database().read() as session:
        mine = (User.county_id == home, User.role != Role.SYSTEM)
        for user in session.scalars(select(User).where(*mine).order_by(User.login)):
            said = {"login": user.login, "name": user.name, "role": user.role}
            door.answer({**said, "disabled_on": user.disabled_on})


def _renew(what: type[Command], login: str, county: str | None) -> None:
    home = _home(county)
    password = one_time_password()
    _say(what, home, user_id=_user(home, login), password_hash=door.passwords().hash(password))
    door.answer({"login": tidy(login), "password": password})
    door.tell("这是一次性密码，只显示这一次；下一次登录时要改成自己的密码。")


def _say(what: type[Command], county: str, **said: Any) -> None:  # noqa: ANN401 (a command's own fields)
    with door.database().read() as session:
        actor_id = system_account(session, county)
    today = door.clock().today()
    door.bus().execute(what(county_id=county, actor_id=actor_id, on=today, **said))


def _home(county: str | None) -> str:
    with door.database().read() as session:
        codes = list(session.scalars(select(County.county_id).order_by(County.county_id)))
    if county in codes:
        return str(county)
    if county is None and len(codes) == 1:
        return codes[0]
    if not codes:
        raise NotNow("还没有安装好任何一个县。请先运行：flask --app wsgi setup")
    message = f"请写明是哪个县：--county {' 或 '.join(codes)}"
    raise Incomplete(message)


def _user(county: str, login: str) -> UUID:
    with door.database().read() as session:
        wanted = select(User.id).where(User.county_id == county, User.login == tidy(login))
        found = session.scalar(wanted)
    if found is None:
        message = f"没有登录名是“{login}”的账号。可以用 users list 查看。"
        raise NotFound(message)
    return found


def _committee(county: str, short_name: str | None) -> UUID | None:
    if short_name is None:
        return None
    wanted = (Committee.county_id == county, Committee.short_name == short_name)
    with door.database().read() as session:
        found = session.scalar(select(Committee.id).where(*wanted))
    if found is None:
        message = f"没有字号是“{short_name}”的调委会。请先在网页上登记。"
        raise NotFound(message)
    return found
