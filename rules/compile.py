"""From the rules in force on a day to plans: phases in order, chunks the engine can bear.

The engine's hard limits are 64 pending alternatives, 512 conditions side by side and 14 nested
groups; a set beyond them hangs or kills the process. So every limit is checked here, before.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rules.conditions import AllOf, Condition, Leaf, Op, leaves
from rules.normalise import alternatives
from rules.outputs import SINGLES
from rules.reference import Meaning, meaning
from rules.rule_file import MAX_DAYS, MAX_YUAN
from rules.rulebook import Book, Books, Item, Rule, bind, bound
from rules.vocabulary import RuleError

MAX_CHUNK = 48
MAX_CHUNK_WEIGHT = 300
MAX_IN_GROUPS = 10
MAX_WEIGHT = 100
# Of numbers that stand behind a parameter's name: what a rule writes out itself is read within them.
LIMITS = {
    "days": ("期限为 {} 日", 0, MAX_DAYS),
    "day": ("离到期日 {} 天", -MAX_DAYS, MAX_DAYS),
    "yuan": ("金额为 {} 元", 0, MAX_YUAN),
}

# Alternatives with the same comparisons are one rule to the engine.
Group = tuple["Alternative", ...]
Chunk = tuple[Group, ...]


@dataclass(frozen=True, eq=False)
class Active:
    """A rule in force, its parameters filled in and the opening condition of its book added."""

    rule: Rule
    book: Book
    because: str
    when: Condition
    holds: Meaning
    adds: Mapping[str, tuple[Item, ...]]
    looks_at: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Alternative:
    """One branch of one rule: a plain conjunction with a name."""

    id: str
    active: Active
    leaves: tuple[Leaf, ...]

    @property
    def weight(self) -> int:
        """Count engine conditions; an `in` counts once a choice."""
        return sum(max(1, len(leaf.choices)) for leaf in self.leaves)


@dataclass(frozen=True, eq=False)
class Step:
    """Phases that do not look at each other's answers: asked together, in one go."""

    active: tuple[Active, ...]
    alternatives: tuple[Alternative, ...]
    chunks: tuple[Chunk, ...]


def steps(books: Books, on: date) -> tuple[Step, ...]:
    """Choose the rules in force, multiply them out, cut them into steps and chunks."""
    values = {name: parameter.on(on) for name, parameter in books.parameters.items()}
    return tuple(
        _step(active(book, rule, values) for book in group for rule in book.rules_on(on))
        for group in _groups(books.books)
    )


def together(parts: Iterable[Step]) -> Step:
    """Put several steps into one, for a matcher that is asked once."""
    parts = tuple(parts)
    rules = tuple(active for part in parts for active in part.active)
    found = tuple(alternative for part in parts for alternative in part.alternatives)
    return Step(rules, found, tuple(_cut(found)))


def active(book: Book, rule: Rule, values: Mapping[str, int]) -> Active:
    """Fill in the day's numbers, in conditions, answers and the sentence of reason."""
    where = f"{book.name} {rule.id}"
    when = bind(rule.when, values, f"{where} when")
    if book.only_when != AllOf(()):
        parts = when.of if isinstance(when, AllOf) else (when,)
        when = AllOf((bind(book.only_when, values, f"{book.name} only_when"), *parts))
    adds = {
        output: tuple(_item(item, values, f"{where} then.{output}") for item in items)
        for output, items in rule.adds.items()
    }
    looks_at = tuple(dict.fromkeys([*(leaf.fact for leaf in leaves(when)), *_starts(adds)]))
    because = _sentence(rule.because, values, f"{where}.because")
    return Active(rule, book, because, when, meaning(when), adds, looks_at)


def _starts(adds: Mapping[str, tuple[Item, ...]]) -> Iterator[str]:
    """Name the facts that limits are counted from: the answer depends on them as well."""
    return (item["counted_from"] for item in adds.get("deadlines", ()) if item["counted_from"])


def _item(item: Item, values: Mapping[str, int], where: str) -> Item:
    said = {
        key: _sentence(value, values, where)
        if isinstance(value, str)
        else bound(value, values, where)
        for key, value in item.items()
    }
    for key, (words, least, most) in LIMITS.items():
        number = said.get(key)
        if isinstance(number, int) and not least <= number <= most:
            what = f"{words.format(number)}，不在 {least} 到 {most} 之间"
            raise RuleError(where, what, "请核对参数的值和单位")
    return said


def _sentence(text: str, values: Mapping[str, int], where: str) -> str:
    try:
        return text.format_map(values)
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        what = f"“{text}”里的花括号有误（{error}）"
        raise RuleError(
            where, what, f"花括号里只能写参数名：{'、'.join(sorted(values))}"
        ) from error


def _groups(books: Iterable[Book]) -> Iterator[list[Book]]:
    group: list[Book] = []
    written: set[str] = set()
    for book in sorted(books, key=lambda book: book.phase):
        parts = [book.only_when, *(rule.when for rule in book.rules)]
        if written & {leaf.fact for part in parts for leaf in leaves(part)}:
            yield group
            group, written = [], set()
        group.append(book)
        written |= {name for rule in book.rules for name in rule.sets if name in SINGLES}
    if group:
        yield group


def _step(rules: Iterable[Active]) -> Step:
    rules = tuple(rules)
    found = [alternative for each in rules for alternative in expand(each)]
    return Step(rules, tuple(found), tuple(_cut(found)))


def expand(rule: Active) -> list[Alternative]:
    """Multiply one rule out, within the limits; raise RuleError beyond them."""
    where = f"{rule.book.name} {rule.rule.id} when"
    found = [
        Alternative(f"{rule.rule.id}#{i}", rule, part)
        for i, part in enumerate(alternatives(rule.when, where))
    ]
    for alternative in found:
        groups = sum(leaf.op is Op.IN for leaf in alternative.leaves)
        if groups > MAX_IN_GROUPS or alternative.weight > MAX_WEIGHT:
            what = f"一个备选里的比较超过 {MAX_WEIGHT} 个或“之一”超过 {MAX_IN_GROUPS} 组"
            raise RuleError(where, what, "请拆成几条规则")
    return found


def _cut(found: Iterable[Alternative]) -> Iterator[Chunk]:
    chunk: list[Group] = []
    weight = 0
    for group in _grouped(found):
        more = group[0].weight
        if chunk and (len(chunk) >= MAX_CHUNK or weight + more > MAX_CHUNK_WEIGHT):
            yield tuple(chunk)
            chunk, weight = [], 0
        chunk.append(group)
        weight += more
    if chunk:
        yield tuple(chunk)


def _grouped(found: Iterable[Alternative]) -> list[Group]:
    groups: dict[frozenset[Leaf], list[Alternative]] = {}
    for alternative in found:
        groups.setdefault(frozenset(alternative.leaves), []).append(alternative)
    return [tuple(group) for group in groups.values()]
