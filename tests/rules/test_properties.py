"""What must be true of every decision, whatever the facts: drawn at random, shrunk when broken."""

import json
from datetime import date
from pathlib import Path

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.deadlines.calendar import WorkingCalendar
from rules import decide
from tests.rules.drawing import FACTS, GIVEN, sparse_facts, values_of

SCHEMA = Path(__file__).parents[2] / "contract/decision.schema.json"
VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
CALENDAR = WorkingCalendar.announced()
ON = date(2026, 3, 2)
QUICK = settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))


def asked(facts):
    return decide(facts, on=ON, due_on=CALENDAR.due_on)


def outcome(decision):
    """Everything that is decided; sentences, explanations and the order they come in are not."""
    said = decision.to_dict()
    return {
        "admissible": said["admissible"],
        "desk": said["desk"],
        "stage": said["stage"],
        "risk": said["risk"],
        "refer_to": sorted((r["organ"], r["instead"]) for r in said["refer_to"]),
        "specialists": sorted(said["specialists"]),
        "joint_with": sorted(said["joint_with"]),
        "duties": sorted((d["duty"], d["within"] or "") for d in said["duties"]),
        "deadlines": sorted((d["name"], d["due_on"]) for d in said["deadlines"]),
        "papers": sorted((p["paper"], p["required"]) for p in said["papers"]),
    }


@QUICK
@given(st.one_of(FACTS, sparse_facts()))
def test_exactly_one_desk_or_a_reason_to_go_elsewhere(facts):
    decision = asked(facts)
    assert decision.reasons
    assert all(reason.because and reason.reference for reason in decision.reasons)
    if decision.admissible == "no":
        assert decision.desk is None
        assert decision.stage is None
        assert any(referral.instead for referral in decision.refer_to)
    else:
        assert decision.desk is not None
        assert decision.stage is not None
        assert not any(referral.instead for referral in decision.refer_to)
        assert (decision.desk.industry is not None) == (decision.desk.committee == "industry")


@QUICK
@given(st.one_of(FACTS, sparse_facts()))
def test_every_decision_fits_the_contract_and_the_engine_agrees(facts):
    decision = asked(facts)
    VALIDATOR.validate(json.loads(json.dumps(decision.to_dict())))
    assert decision.engine.agrees
    assert not any(each.winner is None for each in decision.conflicts)


@QUICK
@given(sparse_facts())
def test_a_near_miss_is_true(facts):
    for near in asked(facts).near_misses:
        changed = dict(facts)
        for change in near.changes:
            assert facts[change.fact] == change.has
            changed[change.fact] = change.needs
        said = asked(changed).to_dict()
        found = {**said, **(said["desk"] or {"level": None, "committee": None, "industry": None})}
        for output, value in near.would.items():
            assert value != outcome_of(asked(facts), output)
            if isinstance(value, list):
                assert set(value) <= set(names(found[output]))
            else:
                assert found[output] == value


def outcome_of(decision, output):
    said = decision.to_dict()
    return (said["desk"] or {}).get(output) if output not in said else said[output]


def names(items):
    return [item if isinstance(item, str) else next(iter(item.values())) for item in items]


@QUICK
@given(sparse_facts(), st.data())
def test_a_fact_no_reason_names_cannot_change_the_outcome(facts, data):
    decision = asked(facts)
    named = {fact for reason in decision.reasons for fact in reason.facts}
    others = sorted(GIVEN.keys() - named)
    if not others:
        return
    fact = data.draw(st.sampled_from(others))
    value = data.draw(st.one_of(st.none(), values_of(GIVEN[fact])))
    changed = {name: v for name, v in {**facts, fact: value}.items() if v is not None}
    assert outcome(asked(changed)) == outcome(decision)


@QUICK
@given(sparse_facts())
def test_an_unknown_fact_that_matters_can_be_found_out(facts):
    decision = asked(facts)
    for fact in decision.unknown_facts:
        assert fact not in facts
        assert fact in GIVEN


@QUICK
@given(sparse_facts())
def test_the_same_facts_give_the_same_decision(facts):
    assert asked(facts).to_dict() == asked(dict(reversed(facts.items()))).to_dict()
    assert asked(facts).facts_sha256 == asked(dict(reversed(facts.items()))).facts_sha256
