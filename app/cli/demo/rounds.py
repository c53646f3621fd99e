"""排查: who goes round the villages while the stories go on, and what is found on the way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import TypeAlias
from uuid import UUID

from app.access.actor import Actor, actor_of
from app.access.roles import Role
from app.cli.demo.accounts import Account
from app.cli.demo.stage import Stage, told
from app.kernel.clock import CHINA
from app.screenings.commands import RecordFoundDispute, RecordScreening, SettleFoundDispute
from app.screenings.enums import FoundOutcome
from app.screenings.model import Screening
from app.screenings.reading import cases_near
from app.screenings.sight import villages_of

GOING = {Role.GRID_WORKER, Role.VILLAGE_MEDIATOR, Role.TOWNSHIP_MEDIATOR}
EVERY = (20, 45)  # days between two rounds of one person
FINDING = 0.22  # how many rounds find something
AT_ONCE = (FoundOutcome.CALMED, FoundOutcome.CALMED, FoundOutcome.WATCHED)
LATER = (6, 24)  # days until what is watched is looked at again
HOURS = (9, 17)

Act: TypeAlias = Callable[[], None]


@dataclass
class Rounds:
    """The rounds ahead, each with its hour; what is watched is settled on a later one."""

    stage: Stage
    accounts: list[Account]
    ahead: list[tuple[datetime, int, Act]] = field(default_factory=list)
    serial: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        for account in self.accounts:
            actor = actor_of(self.stage.session, self.stage.county_id, account.id)
            if account.role in GOING and villages_of(self.stage.session, actor):
                self._next(actor, self.stage.on)

    def catch_up(
        self, until: datetime, meanwhile: Callable[[datetime], None] = lambda _: None
    ) -> None:
        """Go every round whose hour has come; `meanwhile` is told of each hour before it."""
        instant = self.stage.instant
        while self.ahead and self.ahead[0][0] <= until:
            when, _, act = heappop(self.ahead)
            meanwhile(when)
            self.stage.instant = when.astimezone(UTC)
            act()
        meanwhile(until)
        self.stage.instant = instant

    def plan(self, day: date, act: Act) -> None:
        """Let something be done on a day, at some hour of the office."""
        hour = time(self.stage.dice.randrange(*HOURS), self.stage.dice.randrange(60))
        heappush(self.ahead, (datetime.combine(day, hour, CHINA), next(self.serial), act))

    def _next(self, actor: Actor, after: date) -> None:
        day = after + timedelta(days=self.stage.dice.randint(*EVERY))
        self.plan(day, lambda: self._go(actor))

    def _go(self, actor: Actor) -> None:
        stage, words = self.stage, told("rounds")
        village = stage.dice.choice(villages_of(stage.session, actor))
        round_id = stage.carry(
            RecordScreening, actor.user_id, day=stage.on, village_code=village.code,
            occasion=_occasion(stage), note=stage.dice.choice(words["notes"]),
        )  # fmt: skip
        if isinstance(round_id, UUID) and stage.dice.random() < FINDING:
            self._find(actor, round_id)
        self._next(actor, stage.on)

    def _find(self, actor: Actor, round_id: UUID) -> None:
        stage, outcome = self.stage, self.stage.dice.choice(AT_ONCE)
        what = stage.dice.choice(told("rounds")["disputes"])
        found = stage.carry(
            RecordFoundDispute, actor.user_id, screening_id=round_id, what=what, outcome=outcome
        )
        if isinstance(found, UUID) and outcome is FoundOutcome.WATCHED:
            day = stage.on + timedelta(days=stage.dice.randint(*LATER))
            self.plan(day, lambda: self._settle(actor, round_id, found))

    def _settle(self, actor: Actor, round_id: UUID, found: UUID) -> None:
        """Let what was watched be calm by now, or have come as a case of the village."""
        session, county_id = self.stage.session, self.stage.county_id
        near = cases_near(session, actor, session.get_one(Screening, (county_id, round_id)))
        case_id = near[0][0] if near else None
        outcome = FoundOutcome.REGISTERED if near else FoundOutcome.CALMED
        self.stage.carry(
            SettleFoundDispute, actor.user_id, dispute_id=found, outcome=outcome,
            found_case_id=case_id,
        )  # fmt: skip


def _occasion(stage: Stage) -> str:
    words, month = told("rounds"), stage.on.month
    for season in ("caterpillar", "festive"):
        if month in words[f"{season}_months"]:
            return str(words[season])
    return str(stage.dice.choice(words["usual"]))
