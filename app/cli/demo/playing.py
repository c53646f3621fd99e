"""All stories at once, in the order of their hours, up to this morning."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from heapq import heapify, heappop, heappush

from app.cli.demo.acting import Cast
from app.cli.demo.road import live
from app.cli.demo.stories import Story
from app.kernel.clock import CHINA
from app.kernel.errors import DomainError


def play(cast: Cast, stories: list[Story]) -> list[str]:
    """Tell the stories together; answer why any of them could not go on.

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
        cast.stage.instant = when.astimezone(UTC)
        following = _step(cast, roads[number], stories[number], stopped)
        if following is not None:
            heappush(waiting, (following, number))
    return stopped


def _step(
    cast: Cast, road: Iterator[datetime], story: Story, stopped: list[str]
) -> datetime | None:
    try:
        with cast.stage.session.begin_nested():
            return next(road, None)
    except DomainError as error:
        stopped.append(f"{story.plot['name']}：{error}")
        return None
