"""Golden cases in YAML: what a mediator can read, and what every change of a rule must keep."""

import pytest

from rules.deciding import decide
from rules.loader import shipped
from tests.rules.held import DUE_ON, HERE, otherwise, read, unmet, without

CASES = [case for path in sorted(HERE.glob("*.yaml")) for case in read(path.name)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden_case(case):
    decision = decide(case.facts, on=case.on, due_on=DUE_ON)
    assert unmet(case.expect, decision.to_dict()) == []


def test_an_answer_that_is_not_as_written_is_found():
    (case,) = (case for case in CASES if case.name == "S8 医疗纠纷30个工作日")
    said = decide(case.facts, on=case.on, due_on=DUE_ON).to_dict()
    wrong = {
        "admissible": "no", "desk": None, "level": "village", "deadlines": {"T10": "2026-04-15"},
        "no_deadlines": ["T10"], "refer_to": ["police"], "within": {"记载提出请求的日期": "立即"},
    }  # fmt: skip
    assert len(unmet(wrong, said)) == len(wrong)


def test_every_rule_is_held_by_a_golden_case():
    """Without the rule, or with another answer from it, some case here is answered otherwise."""
    spoken: dict[str, list] = {}
    for case in CASES:
        for rule in case.spoke():
            spoken.setdefault(rule, []).append(case)
    free = [
        f"{book.name}/{rule.id}"
        for book in shipped().books
        for rule in book.rules
        if not _is_held(rule, spoken.get(rule.id, ()))
    ]
    assert not free, f"没有范例守住的规则，请在 golden/rules.yaml 里各写一例：{free}"


def _is_held(rule, cases):
    # A ground rule may say what the program assumes anyway: then its answer is changed instead.
    changes = [without, otherwise] if rule.is_ground and rule.sets else [without]
    changed = [change(shipped(), rule) for change in changes]  # compiled once a set of books
    return any(case.unmet(books) for books in changed for case in cases)
