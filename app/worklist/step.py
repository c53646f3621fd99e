"""One next step, as today's list and the case page show it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from app.access.permissions import Permission

Standing: TypeAlias = Any  # a row of app.worklist.standing.standings


@dataclass(frozen=True)
class Step:
    """What to do next: words for the button, the page below the case's, and why.

    `waits` marks what somebody else has to do first; `on` the day it hangs on, if any.
    """

    text: str
    page: str
    needs: Permission
    why: str
    waits: bool = False
    on: date | None = None
