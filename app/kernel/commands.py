"""What can be said to the system: requests that may be refused, reports that are always taken."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID

Answer: TypeAlias = UUID | str | int | None


@dataclass(frozen=True, kw_only=True)
class Command:
    """What someone asks or reports: in which county, who, about which day."""

    county_id: str
    actor_id: UUID
    on: date


class Request(Command):
    """Asks the system for something; may be refused with a reason."""


class Report(Command):
    """States what already happened; always taken, flagged where it comes late."""
