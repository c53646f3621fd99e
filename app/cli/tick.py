"""`tick`: act on what the clock asks for, once for each day however often it is called.

What laptops brought and a killed centre never decided is decided too. Afterwards the database looks
anew how full its tables are, so that pages stay quick as it grows.
"""

from contextlib import suppress
from dataclasses import asdict
from datetime import datetime

import click
from sqlalchemy import select

from app.access.roles import Role
from app.cli import door
from app.cli.speaking import Verb
from app.kernel.errors import Busy
from app.people.users import User
from app.supervision.hours import is_office_hour
from app.supervision.tick import Acted, due_count, tick
from app.sync.left import decide_left, forget_pieces


@click.command("tick", cls=Verb)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="按这一天执行，默认今天。")
@click.option("--in-hours", is_flag=True, help="只在本县的工作日、上班时间里执行。")
@door.answering
def command(*, on: datetime | None, in_hours: bool) -> None:
    """到期提醒与督办：同一天执行几次，效果相同。"""
    bus = door.bus()
    day = on.date() if on else bus.clock.today()
    with bus.database.read() as session:
        systems = session.scalars(select(User).where(User.role == Role.SYSTEM)).all()
        now = bus.clock.now()
        if in_hours:
            systems = [one for one in systems if is_office_hour(session, one.county_id, now)]
    due = 0
    acted: list[Acted] = []
    for system in systems:
        due += due_count(bus, system.county_id, day)
        acted += tick(bus, system.county_id, system.id, day)
        decide_left(bus, system.county_id)
        forget_pieces(bus, system.county_id)
    with suppress(Busy):  # the next hour's tick will
        bus.database.renew_statistics()
    door.answer({"due": due, "acted": [asdict(each) for each in acted]})
