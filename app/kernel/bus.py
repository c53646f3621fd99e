"""One command, one transaction, one answer.

A web form, a laptop's outbox, a tick of the clock, a CLI line and a test all build the same frozen
dataclass and give it to the same bus. With a key, a double click or a retry never acts twice: the
first answer is given again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy.orm import Session

from app.kernel.clock import Clock
from app.kernel.commands import Answer, Command
from app.kernel.crypto import KeyRing
from app.kernel.db import Database
from app.kernel.footprints import Footprint, Trail, said
from app.kernel.receipts import recall, remember

Handler: TypeAlias = Callable[[Any, "Work"], Answer]
Handlers: TypeAlias = dict[type[Command], Handler]
Reaction: TypeAlias = Callable[[Footprint, "Work"], None]
Guard: TypeAlias = Callable[[Command, "Work"], None]


@dataclass
class Work:
    """What a handler works with: the open transaction, the instant, the trail it leaves."""

    session: Session
    command: Command
    now: datetime
    ring: KeyRing
    trail: Trail = field(init=False)

    def __post_init__(self) -> None:
        self.trail = Trail(self.session, self.command.county_id, self.ring.chain_key)

    def record(self, tag: str, case_id: UUID | None = None, **particulars: Any) -> None:  # noqa: ANN401 (JSON values)
        """Leave a footprint in the same transaction as the step itself; no personal data."""
        self.trail.append(
            Footprint(
                case_id=case_id,
                tag=tag,
                on=self.command.on,
                recorded_at=self.now,
                actor_id=self.command.actor_id,
                particulars=said(particulars),
            )
        )


@dataclass(frozen=True)
class Bus:
    """Carries a command to the one function that handles it."""

    database: Database
    handlers: Mapping[type[Command], Handler]
    reactions: Mapping[str, Sequence[Reaction]]
    guard: Guard
    clock: Clock = field(default_factory=Clock)

    def execute(self, command: Command, *, key: UUID | None = None) -> Answer:
        """Do it all, or do nothing; the same key again gives the first answer and does nothing."""
        with self.database.write() as session:
            return self.carry(command, session, key=key)

    def carry(self, command: Command, session: Session, *, key: UUID | None = None) -> Answer:
        """Do it inside a write transaction that is already open (import, sync)."""
        if key is not None and (receipt := recall(session, command, key)):
            return receipt.answer
        work = Work(session, command, self.clock.now(), self.database.ring)
        self.guard(command, work)
        answer = self.handlers[type(command)](command, work)
        self.react(work)
        if key is not None:
            remember(work.session, command, key, answer, work.now)
        session.flush()
        return answer

    def react(self, work: Work) -> None:
        """Let every footprint of this transaction be heard, those of reactions too."""
        done = 0
        while done < len(work.trail.fresh):
            footprint = work.trail.fresh[done]
            for reaction in self.reactions.get(footprint.tag, ()):
                reaction(footprint, work)
            done += 1
