"""The adapter: limits before the engine, threads, memory, faults; and why the rest is forbidden."""

import gc
import sys
import threading
from datetime import date, timedelta

import psutil
import pytest

from rules import RuleError, decide
from rules.compile import MAX_CHUNK, active, expand, steps, together
from rules.conditions import ALWAYS, AllOf, AnyOf, Leaf, Op
from rules.engine import DurableMatcher, EngineError, create, definition
from rules.keys import Keys, fnv1a, refuse_collisions
from rules.loader import shipped
from rules.matching import Run, agrees
from rules.rulebook import Book, Books, Rule
from rules.vocabulary import Fact, Kind, Vocabulary

ON = date(2026, 1, 1)
FACTS = {"dispute_type": "neighbor", "channel": "walk_in", "scope": "same_village"}
NUMBERS = Vocabulary.of([Fact(f"n{i}", Kind.INT, f"数{i}") for i in range(30)])


def due_on(start, days, _counting):
    return start + timedelta(days=days)


def rule(name, when):
    adds = {"joint_with": ({"text": name},)}
    return Rule(name, name, name, name, "INF", name, ON, None, 50, when, {}, adds)


def book(*rules):
    return Book("test", "test", 10, ALWAYS, rules, "0" * 64)


def step_of(*rules):
    (step,) = steps(Books(NUMBERS, (book(*rules),), {}), ON)
    return step


def test_300_rules_with_one_condition_are_one_to_the_engine():
    """Alike to the last comparison they are one rule to the engine, and 300 firings to us."""
    step = step_of(*(rule(f"r{i}", Leaf("n0", Op.EQ, 1)) for i in range(300)))
    assert [len(chunk) for chunk in step.chunks] == [1]
    assert len(DurableMatcher(step).match({"n0": 1})) == 300


def test_300_rules_that_share_their_last_condition_are_cut_into_chunks():
    shared = Leaf("n0", Op.EQ, 1)
    step = step_of(*(rule(f"r{i}", AllOf((Leaf("n1", Op.GTE, i), shared))) for i in range(300)))
    assert max(len(chunk) for chunk in step.chunks) <= MAX_CHUNK
    assert len(DurableMatcher(step).match({"n0": 1, "n1": 999})) == 300


def test_600_distinct_conditions_are_cut_into_chunks():
    step = step_of(*(rule(f"r{i}", Leaf("n0", Op.EQ, i)) for i in range(600)))
    assert DurableMatcher(step).match({"n0": 599}) == {"r599#0"}


def test_600_alternatives_are_refused_with_path_and_remedy():
    wide = AllOf(tuple(AnyOf((Leaf(f"n{i}", Op.GT, 1), Leaf(f"n{i}", Op.LT, 0))) for i in range(9)))
    with pytest.raises(RuleError, match=r"test wide when.*备选超过.*请拆成几条规则"):
        steps(Books(NUMBERS, (book(rule("wide", wide)),), {}), ON)


def test_a_branch_with_too_many_comparisons_is_refused():
    long = AllOf(tuple(Leaf(f"n{i % 30}", Op.NEQ, i) for i in range(101)))
    with pytest.raises(RuleError, match="比较超过 100 个"):
        expand(active(book(), rule("long", long), {}))


def test_unlucky_names_would_be_one_field_for_the_engine():
    assert fnv1a("f6059") == fnv1a("f264602")
    with pytest.raises(RuleError, match="散列值相同"):
        refuse_collisions(["f6059", "f264602"])


def test_only_generated_keys_and_numbers_reach_the_engine():
    words = Vocabulary.of([Fact("类别", Kind.ENUM, "类别", ('a"b', "😀"))])
    leaf = Leaf("类别", Op.EQ, "😀")
    (step,) = steps(Books(words, (book(rule("r", leaf)),), {}), ON)
    keys = Keys.of([leaf])
    assert keys.document({"类别": "😀"}) == {"_k": 1, "f0": 1}
    assert keys.document({"类别": 'a"b'}) == {"_k": 1, "f0": 0}
    assert "😀" not in str(definition(step.chunks[0], keys))


def test_eight_threads_get_the_right_answers():
    wrong = []
    cases = [FACTS | {"scope": scope} for scope in ("same_village", "cross_township")]
    right = [decide(facts, on=ON, due_on=due_on).to_dict() for facts in cases]

    def ask():
        for number in range(60):
            facts = cases[number % 2]
            if decide(facts, on=ON, due_on=due_on).to_dict() != right[number % 2]:
                wrong.append(number)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_memory_stays_flat_over_many_questions():
    matcher = DurableMatcher(together(steps(shipped(), ON)))
    process = psutil.Process()

    def ask(times):
        for _ in range(times):
            matcher.match(FACTS)
        gc.collect()
        return process.memory_info().rss

    before = ask(1500)
    assert ask(6000) - before < 5_000_000


def test_no_thread_is_left_running():
    decide(FACTS, on=ON, due_on=due_on)
    assert "durable.engine" not in sys.modules
    assert all("Timer" not in type(thread).__name__ for thread in threading.enumerate())


def test_after_a_fault_the_ruleset_is_rebuilt_and_the_reference_decides():
    step = step_of(rule("r", Leaf("n0", Op.GTE, 1)))
    matcher = DurableMatcher(step)
    # A ruleset without a sentinel stands for an engine that lost its agenda.
    matcher._handles[0] = create("broken", {"a0": {"all": [{"m": {"_k": 2}}]}})  # noqa: SLF001 (breaks it from inside)
    asked = Run({"n0": 1}, list(step.active))
    assert not agrees(matcher, asked)
    assert agrees(matcher, asked)


def test_an_agenda_without_its_sentinel_is_not_believed():
    """Without it nothing proves that every firing was seen."""
    step = step_of(rule("r", Leaf("n0", Op.GTE, 1)))
    matcher = DurableMatcher(step)
    lost = {"a0": {"all": [{"m": {"$and": [{"_k": 1}]}}]}}
    matcher._handles[0] = create("lost", lost)  # noqa: SLF001 (breaks it from inside)
    with pytest.raises(EngineError, match="agenda"):
        matcher.match({"n0": 1})


def test_an_engine_that_says_less_is_noticed():
    step = step_of(rule("r", Leaf("n0", Op.GTE, 1)), rule("s", Leaf("n0", Op.GTE, 1)))

    class Deaf:
        def match(self, _facts):
            return {"r#0"}

    assert not agrees(Deaf(), Run({"n0": 1}, list(step.active)))


def test_a_document_the_engine_cannot_read_is_an_engine_error():
    step = step_of(rule("r", Leaf("n0", Op.GTE, 1)))
    with pytest.raises(EngineError):
        DurableMatcher(step).match({"n0": 1e-7})
