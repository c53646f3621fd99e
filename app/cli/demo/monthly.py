"""封账: each month of the past is closed early in the next, while the stories go on."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from app.access.roles import Role
from app.cli.demo.rounds import Rounds
from app.registers.commands import CloseMonth

CLOSES_ON, FRIDAY = 4, 4  # the day of the next month; a weekend waits for Monday


def plan_closings(rounds: Rounds, first: date, meanwhile: Callable[[], None]) -> None:
    """Close every whole month since a day; `meanwhile` is called before each is counted."""
    leader = next(one for one in rounds.accounts if one.role is Role.COUNTY_SUPERVISOR)

    def close(month: date) -> None:
        meanwhile()
        rounds.stage.carry(CloseMonth, leader.id, month=month)

    for month, day in _days(first, rounds.stage.today):
        rounds.plan(day, partial(close, month))


def _days(first: date, today: date) -> Iterator[tuple[date, date]]:
    month = first.replace(day=1)
    while True:
        after = (month + timedelta(days=31)).replace(day=1)
        day = after.replace(day=CLOSES_ON)
        while day.weekday() > FRIDAY:
            day += timedelta(days=1)
        if day >= today:
            return
        yield month, day
        month = after
