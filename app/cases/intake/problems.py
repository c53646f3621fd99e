"""What is wrong in an intake record: all of it at once, each with its place, in Chinese."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from app.kernel.errors import Incomplete

Place: TypeAlias = tuple[str | int, ...]
SHOWN = 3


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong; `place` leads to it: ("parties", 0, "phone")."""

    place: Place
    message: str

    @property
    def path(self) -> str:
        """Write the place: parties[0].phone; the record itself is $."""
        path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.place)
        return path.removeprefix(".") or "$"

    def to_dict(self) -> dict[str, str]:
        """Say it as the contract's `errors` do."""
        return {"path": self.path, "message": self.message}


class BadRecord(Incomplete):
    """A record that cannot be taken as it is; `problems` names each reason."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        said = "；".join(problem.message.rstrip("。") for problem in self.problems[:SHOWN])
        more = f"；等 {len(self.problems)} 处" if len(self.problems) > SHOWN else ""
        super().__init__(f"{said}{more}。", field=self.problems[0].path)
