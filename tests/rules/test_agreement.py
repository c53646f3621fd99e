"""The real cases: what the books say of them against what was coded, and the contract's schema."""

import json
from pathlib import Path

import jsonschema
import pytest

from app.cli.agreement import compare, decide_record, table

ROOT = Path(__file__).parents[2]
CASES = [
    json.loads(line)
    for line in (ROOT / "tests/data/cases.jsonl").read_text(encoding="utf-8").splitlines()
]
SCHEMA = json.loads((ROOT / "contract/decision.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)
BARS = {"admissible": 1.0, "refer_to": 1.0, "level": 0.85, "industry": 1.0, "joint_with": 0.8,
        "risk": 0.95, "stage": 0.9}  # fmt: skip


@pytest.mark.parametrize("field", BARS)
def test_agreement_with_clear_real_cases(field):
    counts, differences = compare(CASES)
    right, wrong = counts[field, "strict", True], counts[field, "strict", False]
    assert right / (right + wrong) >= BARS[field], "\n".join([table(counts), *differences])


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_every_decision_is_valid_and_shadowed(case):
    decision = decide_record(case["intake"])
    VALIDATOR.validate(json.loads(json.dumps(decision.to_dict())))
    assert decision.engine.agrees
    assert decision.engine.name == "durable_rules"
