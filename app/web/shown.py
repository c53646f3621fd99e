"""How values are shown on a page: days, instants, money, the words of enums."""

from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from flask import Flask

from app.cases.stages import Stage
from app.kernel.clock import CHINA
from app.web.paths import page_of
from app.web.said import said
from app.words import label


class OnTheRoad(Protocol):
    """Anything with a stage: a case, or a row of one."""

    @property
    def stage(self) -> str:
        """Name the stage."""


def register(flask: Flask) -> None:
    """Give templates `label`, `said`, `stage_of`, `page_of`; the filters `day`, `day_cn`, `moment`, `yuan`."""
    for word in (label, said, stage_of, page_of):
        flask.add_template_global(word)
    for show in (day, day_cn, moment, yuan):
        flask.add_template_filter(show)


def stage_of(case: OnTheRoad) -> str:
    """Say a case's stage in Chinese."""
    return label(Stage(case.stage))


def day(on: date | None) -> str:
    """Write a day: 2026-03-02."""
    return on.isoformat() if on else ""


def day_cn(on: date | None) -> str:
    """Write a day as papers do: 2026年3月2日."""
    return f"{on.year}年{on.month}月{on.day}日" if on else ""


def moment(at: datetime | None) -> str:
    """Write an instant as the county's clock showed it: 2026-03-02 10:00."""
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if at else ""


def yuan(fen: int | None) -> str:
    """Write an amount of fen in yuan: 12,000.00 元."""
    return f"{Decimal(fen) / 100:,.2f} 元" if fen is not None else ""
