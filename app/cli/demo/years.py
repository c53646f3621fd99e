"""Three years of a county: a hundred stories rehearsed and undone, then told again for the past.

The last months are played as ever, so that today finds cases everywhere.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.cli.demo.acting import Cast
from app.cli.demo.files import File, read_files
from app.cli.demo.monthly import plan_closings
from app.cli.demo.names import Crowd
from app.cli.demo.past import Past
from app.cli.demo.playing import play
from app.cli.demo.rounds import Rounds
from app.cli.demo.stories import Story, draw_stories

YEARS = timedelta(days=3 * 365)
MANY = 400  # more cases than that fill three years
LIVE, LIVE_DAYS = 140, 60  # at most so many stories are still told step by step, in the last days
REHEARSED, DRAWN_IN, PLAYED_IN = 120, 60, timedelta(days=330)
LIVE_OF, REHEARSED_OF = 20, 10  # one in so many cases
SHARES = (30, 33, 37)  # per cent of the cases in each of the three years
SETTLED = "settled"
UNSETTLED, EVERY = "unsettled", 12  # one in so many rehearsed stories ends without an agreement
UNSETTLED_IN_A_THOUSAND = 5  # with those still open, the county's success stays above 96 %


def tell_years(cast: Cast, crowd: Crowd, cases: int, rounds: Rounds) -> list[str]:
    """Fill three years with exactly so many accepted cases; answer why stories stopped."""
    stage = cast.stage
    files = _rehearse(cast, crowd, min(REHEARSED, cases // REHEARSED_OF))
    stories = draw_stories(stage, crowd, min(LIVE, cases // LIVE_OF), LIVE_DAYS)
    past = Past(cast, crowd)
    _plan(past, files, cases - sum(not _is_declined(story) for story in stories))
    plan_closings(rounds, began_on(stage.today), past.write)
    stopped = play(cast, stories, lambda until: rounds.catch_up(until, past.catch_up))
    past.finish()
    late = [stage.today - 3 * timedelta(days=LIVE_DAYS)] * past.missing(cases)
    past.plan([file for file in files if file.is_settled], late)
    past.finish()
    return stopped


def began_on(today: date) -> date:
    """Say when the three years begin."""
    return today - YEARS


def _plan(past: Past, files: list[File], cases: int) -> None:
    days = list(_days(past.cast, cases))
    otherwise = cases * UNSETTLED_IN_A_THOUSAND // 1000
    past.cast.stage.dice.shuffle(days)
    past.plan([file for file in files if not file.is_settled], days[:otherwise])
    past.plan([file for file in files if file.is_settled], days[otherwise:])


def _days(cast: Cast, cases: int) -> Iterator[date]:
    dice, first = cast.stage.dice, began_on(cast.stage.today)
    for year in dice.choices(range(len(SHARES)), SHARES, k=cases):
        yield first + timedelta(days=year * 365 + dice.randrange(365))


def _rehearse(cast: Cast, crowd: Crowd, count: int) -> list[File]:
    """Tell stories to their end in the first year, keep their files, and undo it all."""
    stage = cast.stage
    today, first = stage.today, began_on(stage.today)
    undo = stage.session.begin_nested()
    stage.today = first + timedelta(days=DRAWN_IN)
    drawn = draw_stories(stage, crowd, count, DRAWN_IN)
    stories = [_ending(story, n) for n, story in enumerate(drawn) if not _is_declined(story)]
    stage.today += PLAYED_IN
    play(cast, stories)
    files = list(read_files(stage.session, stage.county_id, stories))
    undo.rollback()
    stage.session.expire_all()
    stage.today, stage.watched = today, first
    return files


def _ending(story: Story, number: int) -> Story:
    return replace(story, ending=UNSETTLED if number % EVERY == 1 else SETTLED)


def _is_declined(story: Story) -> bool:
    return story.plot.get("ending") == "declined"
