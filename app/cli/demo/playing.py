"""All stories at once, in the order of their hours, up to this morning."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from heapq import heapify, heappop, heappush

from app.cli.demo.acting import Cast
from app.cli.demo.road import live
from app.cli.demo.stories import Story
from app.kernel.clock import CHINA
from app.kernel.errors import DomainError
from app.supervision.commands import NudgeDeadline
from app.supervision.hours import OPENS, is_office_hour
from app.supervision.tick import due_ids


def play(
    cast: Cast, stories: list[Story], meanwhile: Callable[[datetime], None] = lambda _: None
) -> list[str]:
    """Tell the stories together; answer why any of them could not go on.

    `meanwhile` is told of each hour before anything happens in it.

    A step that the house refuses is undone alone, and its case stays where it is.
    """
    end = datetime.combine(cast.stage.today, time(0), CHINA)
    stopped: list[str] = []
    roads = [live(cast, story) for story in stories]
    waiting = [(next(road), number) for number, road in enumerate(roads)]
    heapify(waiting)
    while waiting:
        when, number = heappop(waiting)
        if when >= end:
            continue
        _watch_until(cast, when.date(), meanwhile)
        meanwhile(when)
        cast.stage.instant = when.astimezone(UTC)
        following = _step(cast, roads[number], stories[number], stopped)
        if following is not None:
            heappush(waiting, (following, number))
    _watch_until(cast, cast.stage.today - timedelta(days=1), meanwhile)
    return stopped


def _watch_until(cast: Cast, day: date, meanwhile: Callable[[datetime], None]) -> None:
    """Let supervision look at the terms each working morning, as the centre's clock would."""
    stage = cast.stage
    while stage.watched < day:
        stage.watched += timedelta(days=1)
        stage.go_to(stage.watched, OPENS)
        meanwhile(stage.instant)
        if is_office_hour(stage.session, stage.county_id, stage.instant):
            for deadline_id in due_ids(stage.session, stage.county_id, stage.watched):
                stage.carry(NudgeDeadline, deadline_id=deadline_id)


def _step(
    cast: Cast, road: Iterator[datetime], story: Story, stopped: list[str]
) -> datetime | None:
    try:
        with cast.stage.session.begin_nested():
            return next(road, None)
    except DomainError as error:
        stopped.append(f"{story.plot['name']}：{error}")
        return None
