"""What an older desk wrote means the same today: each step lifts a payload by one protocol."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Said: TypeAlias = tuple[str, dict[str, Any]]
Step: TypeAlias = Callable[[str, dict[str, Any]], Said]


def lifted(kind: str, payload: Mapping[str, Any], protocol: int) -> Said:
    """Lift a type and its payload from an older protocol to the newest."""
    said = dict(payload)
    for step in STEPS[protocol - 1 :]:
        kind, said = step(kind, said)
    return kind, said


def _from_1(kind: str, said: dict[str, Any]) -> Said:
    """Protocol 1 called a meeting's record `visit.record` and its text `note`."""
    if kind == "visit.record":
        return "meeting.hold", _renamed(said, note="text")
    return kind, said


def _from_2(kind: str, said: dict[str, Any]) -> Said:
    """Protocol 2 said `held_on` for the day of a meeting, and one visitor as a text."""
    if kind == "meeting.hold":
        return kind, _renamed(said, held_on="on")
    if kind == "revisit.record" and isinstance(said.get("visitors"), str):
        return kind, said | {"visitors": [one for one in said["visitors"].split("、") if one]}
    return kind, said


def _renamed(said: dict[str, Any], **names: str) -> dict[str, Any]:
    return {names.get(name, name): value for name, value in said.items()}


STEPS: tuple[Step, ...] = (_from_1, _from_2)
