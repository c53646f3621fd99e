"""Asking the rules, phase after phase, and the engine the same: two opinions on who speaks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rules.compile import Active
from rules.decision import Disagreement
from rules.engine import EngineError, Matcher
from rules.plan import Plan
from rules.vocabulary import Facts, Scalar, Value


@dataclass
class Run:
    """What was known, which rules spoke, what they settled, and who won where they differed."""

    known: dict[str, Value]
    spoken: list[Active] = field(default_factory=list)
    settled: dict[str, Scalar] = field(default_factory=dict)
    winners: set[Active] = field(default_factory=set)
    conflicts: list[Disagreement] = field(default_factory=list)

    @property
    def is_tied(self) -> bool:
        """Say whether rules of equal rank disagree, so that a person must decide."""
        return any(each.winner is None for each in self.conflicts)


def run(plan: Plan, facts: Facts) -> Run:
    """Ask every step by the reference evaluator; a later step sees what earlier ones settled."""
    found = Run(dict(facts))
    for step in plan.steps:
        spoken = [active for active in step.active if active.holds(found.known)]
        found.spoken += spoken
        for output, active in _by_output(spoken).items():
            _settle(found, output, active)
        found.known |= found.settled
    return found


def agrees(matcher: Matcher | None, found: Run) -> bool:
    """Say whether the engine names the same rules; without an engine the reference stands alone.

    Where they differ the reference is right: it is the specification. No rule looks at an answer
    of its own phase or a later one, so the engine is asked once, about all that is known in the end.
    """
    if matcher is None:
        return True
    try:
        matched = matcher.match(found.known)
    except EngineError:
        return False
    return {name.rpartition("#")[0] for name in matched} == {a.rule.id for a in found.spoken}


def _by_output(spoken: Iterable[Active]) -> Mapping[str, list[Active]]:
    found: dict[str, list[Active]] = {}
    for active in spoken:
        for output in active.rule.sets:
            found.setdefault(output, []).append(active)
    return found


def _settle(found: Run, output: str, speakers: list[Active]) -> None:
    """Let the highest rank win; equal ranks that differ leave the output to a person."""
    rank = max(active.rule.rank for active in speakers)
    best = [active for active in speakers if active.rule.rank == rank]
    values = {a.rule.id: str(a.rule.sets[output]) for a in speakers if not a.rule.is_ground}
    is_tie = len({active.rule.sets[output] for active in best}) > 1
    if len(set(values.values())) > 1:
        winner = None if is_tie else best[0].rule.id
        found.conflicts.append(Disagreement(output, winner, rank, values))
    found.winners.update(best)
    if not is_tie:
        found.settled[output] = best[0].rule.sets[output]
