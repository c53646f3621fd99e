"""Invented disputes: a story of the file, two drawn sides, a place, a sum."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from app.cases.enums import Channel
from app.cases.intake.record import IntakeRecord
from app.cli.demo.bodies import spoken
from app.cli.demo.names import Crowd
from app.cli.demo.stage import Stage, told
from app.places.model import Area
from documents.money import in_words

CHANNELS = {
    Channel.WALK_IN: 34, Channel.APPLICATION: 26, Channel.SCREENING: 14, Channel.GRID_REPORT: 18,
    Channel.HOTLINE_12345: 5, Channel.PETITION: 3,
}  # fmt: skip
TENTH = 10


@dataclass(frozen=True)
class Story:
    """One dispute before anybody was told of it."""

    case_id: UUID
    plot: dict[str, Any]
    village: Area
    received_on: date
    happened_on: date
    amount: int
    channel: Channel
    sides: tuple[dict[str, Any], dict[str, Any]] = field(repr=False)
    ending: str | None = None  # drawn when it is told, unless given

    @property
    def names(self) -> tuple[str, str]:
        """Name both sides."""
        return self.sides[0]["name"], self.sides[1]["name"]

    def say(self, words: str, **days: date) -> str:
        """Fill a sentence of the file."""
        a, b = self.names
        whole, half = money(self.amount), money(self.amount // 2)
        said = {name: chinese(day) for name, day in days.items()}
        return words.format(
            a=a, b=b, place=spoken(self.village.name), money=whole, half=half,
            sum=f"{self.amount:,}", day=chinese(self.happened_on), **said,
        )  # fmt: skip

    def record(self, ref: str) -> IntakeRecord:
        """Say it as the contract's intake record."""
        plot = self.plot
        mapping = {
            **plot["record"],
            "ref": ref,
            "channel": self.channel.value,
            "received_on": self.received_on.isoformat(),
            "occurred_on": self.happened_on.isoformat(),
            "area": self.village.code,
            "place": f"{spoken(self.village.name)}",
            "summary": self.say(plot["summary"]),
            "claims": [self.say(claim) for claim in plot["claims"]],
            "amount": str(self.amount),
            "parties": [{"side": s, **who} for s, who in zip(SIDES, self.sides, strict=True)],
            "prior_attempts": plot.get("prior_attempts", []),
            "signals": plot["signals"],
            "referral": plot.get("referral"),
        }
        return IntakeRecord.from_record(mapping)


SIDES = ("applicant", "respondent")


def draw_stories(stage: Stage, crowd: Crowd, count: int, days: int) -> list[Story]:
    """Draw so many disputes of the last days, the earliest first."""
    dice, plots = stage.dice, told("stories")
    villages = stage.areas("village")
    shares = [plot["share"] for plot in plots]
    drawn = []
    for _ in range(count):
        plot = dice.choices(plots, shares)[0]
        back = 1 + int((days - 1) * dice.random() ** 1.5)
        received = workday(stage.today - timedelta(days=back))
        drawn.append((received, plot))
    drawn.sort(key=lambda pair: pair[0])
    return [_story(stage, crowd, plot, dice.choice(villages), on) for on, plot in drawn]


def workday(day: date) -> date:
    """Step back from a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def money(yuan: int) -> str:
    """Write a sum as an agreement does: figures and 大写."""
    return f"人民币{yuan:,}元（大写：{in_words(Decimal(yuan))}）"


def chinese(day: date) -> str:
    """Write a day as a paper does."""
    return f"{day.year}年{day.month}月{day.day}日"


def _story(stage: Stage, crowd: Crowd, plot: dict[str, Any], village: Area, on: date) -> Story:
    dice = stage.dice
    stage.go_to(on)
    low, high = plot["amount"]
    amount = dice.randint(low // 200, high // 200) * 200 or 200
    channel = plot.get("channel") or dice.choices([*CHANNELS], [*CHANNELS.values()])[0]
    first, second = (_side(crowd, dice, side, village, stage.today) for side in plot["sides"])
    return Story(
        case_id=stage.draw_id(),
        plot=plot,
        village=village,
        received_on=on,
        happened_on=on - timedelta(days=dice.randint(2, 40)),
        amount=amount,
        channel=Channel(channel),
        sides=(first, second),
    )


def _side(
    crowd: Crowd, dice: random.Random, said: dict[str, Any], village: Area, today: date
) -> dict[str, Any]:
    if "names" in said:
        chief = crowd.draw().name
        name = dice.choice(said["names"])
        return {"kind": "organization", "name": name, "legal_representative": chief}
    person = crowd.draw(people=said.get("people"))
    youngest, oldest = said.get("ages", (24, 60))
    whole = {
        "kind": said.get("kind", "person"),
        "name": person.name + said.get("suffix", ""),
        "occupation": said["occupation"],
        "language": person.languages[0],
        "flags": said.get("flags", []),
        "address": said.get("place") or f"{spoken(village.name)}",
        "count": said.get("count"),
    }
    if whole["kind"] == "person":
        born = crowd.birthday(today, youngest, oldest)
        whole |= {"gender": person.gender, "ethnicity": person.ethnicity}
        whole |= {"born_on": born.isoformat()}
    return whole
