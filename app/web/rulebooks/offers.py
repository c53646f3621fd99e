"""What the editor offers: facts, comparisons that fit a fact's kind, values, outputs."""

from functools import cache

from app.deadlines.terms import terms
from app.web.cases.outputs import OUTPUTS, output_said
from app.web.cases.wording import DAY, FEN, worded
from app.web.rulebooks.items import paper_title
from rules.outputs import COLLECTED, ORGANS, PAPERS, SINGLES
from rules.vocabulary import Fact, Kind, Vocabulary

Pairs = list[tuple[str, str]]
KNOWN = [("known", "已经清楚"), ("unknown", "还不清楚")]
COMPARISONS: dict[Kind, Pairs] = {
    Kind.ENUM: [("is", "是"), ("in", "是其中之一"), ("is_not", "已清楚且不是"), *KNOWN],
    Kind.BOOL: [("yes", "有（是）"), ("no", "已清楚没有（否）"), *KNOWN],
    Kind.TAGS: [("has", "里有"), ("has_any", "里有其中之一"), *KNOWN],
    Kind.INT: [
        ("at_least", "不少于"), ("at_most", "不超过"), ("more_than", "多于"), ("less_than", "少于"),
        ("is", "等于"), ("is_not", "不等于"), *KNOWN,
    ],
}  # fmt: skip
NO_VALUE = ("", "known", "unknown", "yes", "no")
ELSEWHERE = (  # of mediators, of the ladder, of the subsidy
    "may_mediate", "merits", "rungs", "subsidy_due", "subsidy_grade", "subsidy_rates",
)  # fmt: skip


def facts_offered(vocabulary: Vocabulary) -> list[tuple[str, Pairs]]:
    """Group the facts: those of the case, those that earlier rules answered."""
    given = [(f.name, f.label) for f in vocabulary.facts.values() if not f.derived]
    derived = [(f.name, f.label) for f in vocabulary.facts.values() if f.derived]
    return [("案件的事实", given), ("前面规则的结论", derived)]


def comparisons(fact: Fact | None) -> Pairs:
    """List the comparisons that fit a fact."""
    return COMPARISONS[fact.kind] if fact else []


def widget(fact: Fact | None, word: str) -> str:
    """Name what a value is entered with."""
    if fact is None or word in NO_VALUE:
        return ""
    if fact.kind is Kind.INT:
        return "date" if fact.unit == DAY else "number"
    return "many" if word in ("in", "has_any") else "one"


def values_of(fact: Fact) -> Pairs:
    """List a fact's values in Chinese."""
    return [(value, worded(fact.name, value)) for value in fact.values]


def unit_of(fact: Fact) -> str:
    """Name the unit a number is typed in."""
    return "元" if fact.unit == FEN else "" if fact.unit == DAY else fact.unit


@cache
def outputs_offered() -> Pairs:
    """List what a rule may answer."""
    names = [name for name in (*SINGLES, *COLLECTED) if name not in ELSEWHERE]
    return [(name, OUTPUTS[name]) for name in names]


@cache
def answers_offered(output: str) -> Pairs:
    """List the values of an output; none where it is a text."""
    if output in SINGLES:
        return [(value, output_said(output, value)) for value in SINGLES[output].values]
    if output == "refer_to":
        return [(organ, output_said(output, organ)) for organ in ORGANS]
    if output == "papers":
        return [(paper, paper_title(paper)) for paper in PAPERS]
    if output == "deadlines":
        return [(code, f"{term.name}（{code}）") for code, term in terms().items()]
    return []
