"""`demo`: fill an empty database with an invented county, in one transaction."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import click
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.access.founding import system_account
from app.access.passwords import one_time_password
from app.access.roles import Role
from app.cases.model import Case
from app.cli import door
from app.cli.demo.accounts import Account, make_accounts, note_presence
from app.cli.demo.acting import Cast
from app.cli.demo.bodies import make_bodies
from app.cli.demo.duties import BEFORE, plan_duties
from app.cli.demo.monthly import plan_closings
from app.cli.demo.names import Crowd
from app.cli.demo.playing import play
from app.cli.demo.rounds import Rounds
from app.cli.demo.stage import Stage
from app.cli.demo.stories import draw_stories
from app.cli.demo.years import MANY, began_on, tell_years
from app.cli.speaking import Verb
from app.kernel.errors import NotNow
from app.kernel.ids import drawn_from
from app.people.users import User
from app.places.model import County
from app.words import label

DAYS = 150


@dataclass(frozen=True)
class Filled:
    """What was made; `stopped` are stories that a rule of the house cut short.

    `busy` are the committees with a case that is still open.
    """

    accounts: list[Account]
    cases: int
    stopped: list[str]
    busy: set[UUID | None]


@click.command("demo", cls=Verb, help="给空库装入演示县：真实区划、虚构的人和案件")
@click.option(
    "--cases",
    default=60,
    show_default=True,
    help="案件数；超过400件铺满三年",
    type=click.IntRange(0, 20000),
)
@click.option("--seed", default=1, show_default=True, help="种子：同一种子、同一天，得到同一个县")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="演示到哪一天（默认今天）")
@click.option("--if-empty", is_flag=True, help="已有数据时不算失败")
@door.answering
def command(cases: int, seed: int, day: datetime | None, *, if_empty: bool) -> None:
    """Fill the database, or refuse."""
    database, today = door.database(), day.date() if day else door.clock().today()
    password = one_time_password()
    password_hash = door.passwords().hash(password)
    with database.write() as session:
        county = _empty_county(session)
        if county is None:
            _refuse(if_empty=if_empty)
            return
        dice = random.Random(seed)  # noqa: S311 (dice of a story, no secret)
        stage = Stage(session, county, system_account(session, county), dice, today)
        filled = _fill(stage, cases, password_hash)
    _say(county, password, filled)


def _fill(stage: Stage, cases: int, password_hash: str) -> Filled:
    stage.bus = door.bus(by=stage.clock)
    with drawn_from(stage.draw_id):
        crowd = Crowd(stage.dice)
        if cases > MANY:
            stage.watched = began_on(stage.today)
            stage.go_to(stage.watched)
        bodies = make_bodies(stage, crowd)
        accounts = make_accounts(stage, crowd, bodies, password_hash)
        cast = Cast(stage, bodies, accounts)
        stopped = _tell(cast, crowd, cases)
        note_presence(stage)
    open_now = select(Case.committee_id).where(
        Case.county_id == stage.county_id, Case.closed_on.is_(None)
    )
    return Filled(accounts, cases, stopped, set(stage.session.scalars(open_now)))


def _tell(cast: Cast, crowd: Crowd, cases: int) -> list[str]:
    rounds = Rounds(cast.stage, cast.accounts)
    rounds.plan(cast.stage.today - BEFORE, lambda: plan_duties(cast.stage, cast.bodies))
    if cases > MANY:
        return tell_years(cast, crowd, cases, rounds)
    plan_closings(rounds, cast.stage.today - timedelta(days=DAYS), lambda: None)
    stories = draw_stories(cast.stage, crowd, cases, DAYS)
    return play(cast, stories, rounds.catch_up)


def _empty_county(session: Session) -> str | None:
    county = session.scalar(select(County.county_id).order_by(County.county_id).limit(1))
    if county is None:
        raise NotNow("还没有安装好任何一个县。请先运行：flask --app wsgi setup")
    people = select(func.count()).select_from(User).where(User.role != Role.SYSTEM)
    return None if session.scalar(people) else county


def _refuse(*, if_empty: bool) -> None:
    if not if_empty:
        raise NotNow("数据库里已经有账号和数据，演示县只装进空库。要试用请换一个 SIZHEN_HOME。")
    door.answer({"demo": "kept"})


def _say(county: str, password: str, filled: Filled) -> None:
    users = [
        {"login": a.login, "name": a.name, "role": a.role.value, "at": a.at}
        for a in filled.accounts
    ]
    door.answer({"county": county, "cases": filled.cases, "password": password, "users": users})
    for sentence in filled.stopped:
        door.tell(f"有一个故事没有讲完：{sentence}")
    door.tell("演示县装好了。登录名（同一个密码）：")
    for account in _shown(filled):
        door.tell(f"  {account.login:<26}{label(account.role)}  {account.name}（{account.at}）")
    door.tell(f"密码：{password}   （只显示这一次）")


def _shown(filled: Filled) -> list[Account]:
    """Choose one account a role: the first whose committee has open cases, else the first."""
    shown: dict[Role, Account] = {}
    for account in filled.accounts:
        before = shown.setdefault(account.role, account)
        if before.committee_id not in filled.busy and account.committee_id in filled.busy:
            shown[account.role] = account
    return list(shown.values())
