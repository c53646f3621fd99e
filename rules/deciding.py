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


def decide(  # noqa: PLR0913 (each by its name)
    facts: Facts,
    *,
    on: date,
    due_on: DueOn,
    ref: str = "",
    books: Books | None = None,
    explain: bool = True,
) -> Decision:
    """Say what the rules in force on a day make of a case.

    `facts`: words of the vocabulary, unknown ones absent; money in fen, days as ordinals.
    `due_on(start, days, counting)`: the last day of a limit, by the county's calendar.
    Without `explain`: the outputs alone, for comparing many cases; no engine is asked.
    Raises FactError for a fact no rule may see, RuleError for books that cannot be used.
    """
    books = books or shipped()
    books.vocabulary.check(facts)
    plan = plan_for(books, on)
    asked = run(plan, facts)
    answer = collect(asked.spoken)
    return Decision(
        ref=ref,
        on=on,
        books=books.hashes,
        facts=facts,
        **_singles(asked),
        refer_to=answer.referrals,
        specialists=answer.texts("specialists"),
        joint_with=answer.texts("joint_with"),
        duties=answer.duties,
        deadlines=answer.deadlines(facts, on, due_on),
        papers=answer.papers,
        **(_why(plan, asked, answer, books.vocabulary) if explain else UNEXPLAINED),
    )


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
