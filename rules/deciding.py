"""decide(): facts in, one decision with its reasons out; the same facts give the same decision."""

from datetime import date
from typing import Any

from rules.collect import Answer, DueOn, collect
from rules.decision import Decision, Desk, Engine
from rules.engine import name_and_version
from rules.loader import shipped
from rules.matching import Run, agrees, run
from rules.near import Neighborhood
from rules.plan import Plan, plan_for
from rules.reasons import reasons
from rules.rulebook import Books
from rules.vocabulary import Facts, Vocabulary

UNEXPLAINED: dict[str, Any] = {
    "reasons": (),
    "near_misses": (),
    "unknown_facts": (),
    "conflicts": (),
    "engine": Engine("reference", "", agrees=True),
}


def decide(
    facts: Facts, *, on: date, due_on: DueOn, ref: str = "", books: Books | None = None
) -> Decision:
    """Say what the rules in force on a day make of a case.

    `facts`: words of the vocabulary, unknown ones absent; money in fen, days as ordinals.
    `due_on(start, days, counting)`: the last day of a limit, by the county's calendar.
    Raises FactError for a fact no rule may see, RuleError for books that cannot be used.
    """
    books = books or shipped()
    plan, asked = _ask(facts, on, books)
    answer = collect(asked.spoken)
    why = _why(plan, asked, answer, books.vocabulary)
    return Decision(
        ref=ref, books=books.hashes, **_outputs(asked, answer, facts, on, due_on), **why
    )


def outcome(facts: Facts, *, on: date, due_on: DueOn, books: Books) -> Decision:
    """Decide without reasons and without asking the engine, where many cases are compared."""
    _, asked = _ask(facts, on, books)
    outputs = _outputs(asked, collect(asked.spoken), facts, on, due_on)
    return Decision(ref="", books=books.hashes, **outputs, **UNEXPLAINED)


def _ask(facts: Facts, on: date, books: Books) -> tuple[Plan, Run]:
    books.vocabulary.check(facts)
    plan = plan_for(books, on)
    return plan, run(plan, facts)


def _outputs(asked: Run, answer: Answer, facts: Facts, on: date, due_on: DueOn) -> dict[str, Any]:
    return {
        "on": on,
        "facts": facts,
        **_singles(asked),
        "refer_to": answer.referrals,
        "specialists": answer.texts("specialists"),
        "joint_with": answer.texts("joint_with"),
        "duties": answer.duties,
        "deadlines": answer.deadlines(facts, on, due_on),
        "papers": answer.papers,
    }


def _singles(asked: Run) -> dict[str, Any]:
    """Read the single outputs; where a person must decide between rules, say "ask"."""
    admissible = _text(asked, "admissible") or "ask"
    is_open = asked.is_tied or (admissible == "yes" and _text(asked, "level") is None)
    return {
        "admissible": "ask" if admissible != "no" and is_open else admissible,
        "desk": _desk(asked),
        "stage": _text(asked, "stage"),
        "risk": _text(asked, "risk") or "blue",
    }


def _desk(asked: Run) -> Desk | None:
    level, committee = _text(asked, "level"), _text(asked, "committee")
    if level is None or committee is None:
        return None
    return Desk(level, committee, _text(asked, "industry"))


def _text(asked: Run, output: str) -> str | None:
    value = asked.settled.get(output)
    return value if isinstance(value, str) else None


def _why(plan: Plan, asked: Run, answer: Answer, vocabulary: Vocabulary) -> dict[str, Any]:
    """Explain from what each fact, given or settled, makes fail."""
    failing = plan.sight.failing(asked.known, asked.settled)
    near, unknown = Neighborhood(plan, asked, failing, vocabulary).look()
    return {
        "reasons": reasons(plan, asked, failing, asked.winners | answer.counted),
        "near_misses": near,
        "unknown_facts": unknown,
        "conflicts": tuple(asked.conflicts),
        "engine": Engine(*name_and_version(), agrees(plan.matcher, asked)),
    }
