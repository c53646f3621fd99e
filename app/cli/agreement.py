"""How far the rulebooks agree with coded cases: a table by field, clear cases and others apart."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from app.cases.facts import facts_of
from app.deadlines.calendar import WorkingCalendar
from rules import Decision, decide

COLORS = ("blue", "yellow", "orange", "red")
FIELDS = ("admissible", "refer_to", "level", "industry", "joint_with", "risk", "stage")


def compare(cases: Iterable[Mapping[str, Any]]) -> tuple[Counter[tuple[str, str, bool]], list[str]]:
    """Decide every case; count (field, strict or other, agrees) and describe each difference."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    differences = []
    for case in cases:
        decision = decide_record(case["intake"])
        group = "strict" if case["expected"]["strict"] else "other"
        for field in FIELDS:
            agrees = AGREES[field](decision, case["expected"])
            if agrees is None:
                continue
            counts[field, group, agrees] += 1
            if not agrees:
                differences.append(_difference(case, field, group, decision))
    return counts, differences


def decide_record(record: Mapping[str, Any], on: date | None = None) -> Decision:
    """Decide one valid intake record, by default on the day it was received."""
    day = on or date.fromisoformat(record["received_on"])
    calendar = WorkingCalendar.announced()
    return decide(facts_of(record), on=day, due_on=calendar.due_on, ref=record["ref"])


def table(counts: Counter[tuple[str, str, bool]]) -> str:
    """Write the counts as lines for a person."""
    lines = [f"{'':12}{'strict':>16}{'other':>16}"]
    for field in FIELDS:
        cells = []
        for group in ("strict", "other"):
            right, wrong = counts[field, group, True], counts[field, group, False]
            share = f"{right / (right + wrong):.0%}" if right + wrong else "–"
            cells.append(f"{right}/{right + wrong} {share:>5}")
        lines.append(f"{field:12}" + "".join(f"{cell:>16}" for cell in cells))
    return "\n".join(lines)


def _difference(case: Mapping[str, Any], field: str, group: str, decision: Decision) -> str:
    said = decision.to_dict()
    given = said["desk"] if field in ("level", "industry") else said[field]
    key = {"level": "levels", "risk": "risk_at_least"}.get(field, field)
    wanted = [case["expected"].get(name) for name in (key, f"{key}_any", f"{field[:-5]}_any")]
    return f"{case['id']} {group} {field}: {given} ≠ {next((w for w in wanted if w), None)}"


def _level(decision: Decision, expected: Mapping[str, Any]) -> bool | None:
    if expected["admissible"] == "no" and decision.admissible == "no":
        return None
    level = decision.desk.level if decision.desk else None
    return level in expected["levels"]


def _one_of(actual: Iterable[str], wanted: Iterable[str]) -> bool | None:
    wanted = list(wanted)
    given = list(actual)
    return any(w in a or a in w for w in wanted for a in given) if wanted else None


def _joint(decision: Decision, expected: Mapping[str, Any]) -> bool | None:
    is_no = expected["admissible"] == "no" and decision.admissible == "no"
    return None if is_no else _one_of(decision.joint_with, expected["joint_any"])


def _industry(decision: Decision, expected: Mapping[str, Any]) -> bool | None:
    industry = decision.desk.industry if decision.desk else None
    return _one_of([industry] if industry else [], expected["industry_any"])


AGREES: Mapping[str, Callable[[Decision, Mapping[str, Any]], bool | None]] = {
    "admissible": lambda decision, expected: decision.admissible == expected["admissible"],
    "refer_to": lambda decision, expected: _one_of(
        [referral.organ for referral in decision.refer_to], expected["refer_to_any"]
    ),
    "level": _level,
    "industry": _industry,
    "joint_with": _joint,
    "risk": lambda decision, expected: (
        COLORS.index(decision.risk) >= COLORS.index(expected["risk_at_least"])
    ),
    "stage": lambda decision, expected: _one_of([decision.stage or "-"], expected["stage_any"]),
}
