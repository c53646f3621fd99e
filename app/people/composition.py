"""What the law asks of a committee's make-up, said as warnings: it is elected, not allowed by us.

人民调解法 8 条: three to nine members, one director, women among them, and where several peoples
live together, members of the less numerous ones. 9 条: a term of three years.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.people.bodies import Committee, CommitteeMember, Mediator, Post

FEWEST, MOST = 3, 9
TERM_YEARS = 3
NOTICE = timedelta(days=60)


class Shortfall(StrEnum):
    """One thing that the law asks and the committee lacks."""

    SIZE = "size"
    NO_WOMAN = "no_woman"
    ONE_PEOPLE = "one_people"
    NO_DIRECTOR = "no_director"
    TERM_UNKNOWN = "term_unknown"
    TERM_TOO_LONG = "term_too_long"
    TERM_ENDING = "term_ending"
    TERM_OVER = "term_over"


@dataclass(frozen=True)
class Warned:
    """A shortfall with the sentence for the page."""

    shortfall: Shortfall
    sentence: str


Seats = Sequence[tuple[CommitteeMember, Mediator]]


def sitting(seats: Seats, on: date) -> Seats:
    """Keep the seats that are held on a day."""
    return [
        (seat, mediator)
        for seat, mediator in seats
        if (seat.until_on is None or seat.until_on > on)
        and (not seat.from_on or seat.from_on <= on)
    ]


def warnings_of(committee: Committee, seats: Seats, on: date) -> list[Warned]:
    """List what a committee lacks on a day, with the article that asks for it."""
    now = sitting(seats, on)
    return [*_of_members(committee, now), *_of_term(committee, on)]


def _of_members(committee: Committee, now: Seats) -> list[Warned]:
    people = [mediator for _, mediator in now]
    found = []
    if not FEWEST <= len(people) <= MOST:
        sentence = f"现有成员 {len(people)} 人，应当为 3 至 9 人（人民调解法第8条）。"
        found.append(Warned(Shortfall.SIZE, sentence))
    if not any(seat.post == Post.DIRECTOR for seat, _ in now):
        sentence = "还没有主任，应当设主任一人（人民调解法第8条）。"
        found.append(Warned(Shortfall.NO_DIRECTOR, sentence))
    if not any(person.gender == "female" for person in people):
        sentence = "没有妇女成员，应当有（人民调解法第8条）。"
        found.append(Warned(Shortfall.NO_WOMAN, sentence))
    if not _has_other_people(committee, people):
        sentence = "没有人数较少民族的成员，多民族居住地区应当有（人民调解法第8条）。"
        found.append(Warned(Shortfall.ONE_PEOPLE, sentence))
    return found


def _has_other_people(committee: Committee, people: Sequence[Mediator]) -> bool:
    known = {person.ethnicity for person in people if person.ethnicity}
    if committee.main_ethnicity:
        return bool(known - {committee.main_ethnicity})
    return len(known) > 1


def _of_term(committee: Committee, on: date) -> list[Warned]:
    until = committee.term_until
    if until is None:
        sentence = "没有填写任期，每届任期三年（人民调解法第9条）。"
        return [Warned(Shortfall.TERM_UNKNOWN, sentence)]
    found = []
    if committee.term_from and until > three_years_from(committee.term_from):
        sentence = f"任期到 {until}，超过三年（人民调解法第9条）。"
        found.append(Warned(Shortfall.TERM_TOO_LONG, sentence))
    if on > until:
        sentence = f"任期已于 {until} 届满，请组织换届推选（人民调解法第9条）。"
        found.append(Warned(Shortfall.TERM_OVER, sentence))
    elif on >= until - NOTICE:
        sentence = f"任期将于 {until} 届满，还有 {(until - on).days} 天，请准备换届推选（人民调解法第9条）。"
        found.append(Warned(Shortfall.TERM_ENDING, sentence))
    return found


def three_years_from(day: date) -> date:
    """Say the last day a term that begins on a day may reach."""
    try:
        return day.replace(year=day.year + TERM_YEARS)
    except ValueError:  # 29 February
        return day.replace(year=day.year + TERM_YEARS, month=3, day=1)
