"""Facts drawn at random: every word of the vocabulary, known or not, numbers around thresholds."""

from datetime import date

from hypothesis import strategies as st

from rules.loader import shipped
from rules.vocabulary import DAY_UNIT, Fact, Kind

AROUND = sorted(
    {
        value + step
        for parameter in shipped().parameters.values()
        for _, value in parameter.values
        for step in (-1, 0, 1)
    }
)
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 1)).map(date.toordinal)


def values_of(fact: Fact):
    if fact.kind is Kind.BOOL:
        return st.booleans()
    if fact.kind is Kind.ENUM:
        return st.sampled_from(fact.values)
    if fact.kind is Kind.TAGS:
        return st.lists(st.sampled_from(fact.values), unique=True, max_size=3)
    return DAYS if fact.unit == DAY_UNIT else st.sampled_from(AROUND)


GIVEN = {name: fact for name, fact in shipped().vocabulary.facts.items() if not fact.derived}
BASICS = {"channel", "dispute_type", "received_on"}
FACTS = st.fixed_dictionaries(
    {name: values_of(GIVEN[name]) for name in BASICS},
    optional={name: values_of(fact) for name, fact in GIVEN.items() if name not in BASICS},
)


@st.composite
def sparse_facts(draw):
    """Most facts unknown, as at a counter: whole dictionaries are nearly always refusals."""
    basics = draw(st.fixed_dictionaries({name: values_of(GIVEN[name]) for name in BASICS}))
    names = draw(st.lists(st.sampled_from(sorted(GIVEN)), unique=True, max_size=12))
    return basics | {name: draw(values_of(GIVEN[name])) for name in names}
