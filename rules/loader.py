"""From a folder of YAML to books: one folder a phase, one file a rule, every refusal with a path.

vocabulary.yaml                   the facts
parameters.yaml                   named thresholds with their dates
30-routing/book.yaml              name, title, only_when
30-routing/160-from-court.yaml    one rule
"""

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rules import yaml_files
from rules.compile import steps
from rules.conditions import ALWAYS, leaves
from rules.fields import FieldReader
from rules.grammar import parse
from rules.outputs import SINGLES
from rules.rule_file import read_rule
from rules.rulebook import Book, Books, Parameter, Rule
from rules.vocabulary import Fact, Kind, RuleError, Vocabulary

SHIPPED = Path(__file__).parent / "books"
FOLDER = re.compile(r"(?P<phase>\d{2})-(?P<name>[a-z_]+)")
FILE = re.compile(r"(?P<number>\d{3})-(?P<id>[a-z0-9-]+)\.yaml")


@cache
def shipped() -> Books:
    """Load the books that come with the program, once."""
    return load(SHIPPED)


def load(folder: Path) -> Books:
    """Read and check all books of a folder; raise RuleError with path, reason and remedy.

    A draft that brings no words or parameters of its own uses the shipped ones.
    """
    if not folder.is_dir():
        raise RuleError(folder.name, "没有这个文件夹", "请核对路径")
    vocabulary = read_vocabulary(_own_or_shipped(folder, "vocabulary.yaml"))
    parameters = read_parameters(_own_or_shipped(folder, "parameters.yaml"))
    places = sorted(place for place in folder.iterdir() if FOLDER.fullmatch(place.name))
    if not places:
        raise RuleError(folder.name, "没有规则集", "应有 10-admissibility 这样的文件夹")
    books = tuple(_book(place, vocabulary) for place in places)
    _check_ids(books)
    _check_phases(books)
    _check_starts(books, vocabulary)
    found = Books(vocabulary, books, parameters, _digest(folder))
    for turn in found.turns:
        steps(found, turn)  # its numbers, braces and limits are refused here, not at the first case
    return found


def with_numbers(books: Books, path: Path) -> Books:
    """Put other dated values in place of the parameters of books; raise RuleError."""
    parameters, known = read_parameters(path), books.parameters
    for name in sorted({*parameters} ^ {*known}):
        what = "没有这个数值" if name in parameters else "少了这个数值"
        place, known_names = f"{path.name} {name}", "、".join(known)
        raise RuleError(place, what, f"应有：{known_names}")
    found = Books(books.vocabulary, books.books, parameters, _hash(yaml_files.read(path)))
    for turn in found.turns:
        steps(found, turn)
    return found


def _digest(folder: Path) -> str:
    """Hash the thresholds, which decide as much as the rules do."""
    return _hash(yaml_files.read(_own_or_shipped(folder, "parameters.yaml")))


def _own_or_shipped(folder: Path, name: str) -> Path:
    own = folder / name
    return own if own.exists() else SHIPPED / name


def read_vocabulary(path: Path) -> Vocabulary:
    """Read the facts and add the outputs that later phases may look at."""
    given = [_fact(name, entry, path.name) for name, entry in yaml_files.read(path).items()]
    return Vocabulary.of([*given, *SINGLES.values()])


def read_parameters(path: Path) -> Mapping[str, Parameter]:
    """Read the thresholds."""
    entries = yaml_files.read(path)
    return {name: _parameter(name, entry, path.name) for name, entry in entries.items()}


def _fact(name: str, entry: object, where: str) -> Fact:
    fields = FieldReader(entry, f"{where} {name}", {"kind", "label"}, {"values", "unit"})
    kind = fields.choice("kind", tuple(Kind))
    values = tuple(fields.texts("values")) if "values" in fields.data else ()
    if bool(values) is not (kind in (Kind.ENUM, Kind.TAGS)):
        place = f"{where} {name}"
        raise RuleError(place, "enum 和 tags 要列出 values，其他种类不要", "请改正")
    return Fact(name, Kind(kind), fields.text("label"), values, str(fields.data.get("unit", "")))


def _parameter(name: str, entry: object, where: str) -> Parameter:
    where = f"{where} {name}"
    fields = FieldReader(entry, where, {"label", "unit", "origin", "certainty", "values"}, set())
    steps = [
        FieldReader(step, f"{where}.values[{i}]", {"from", "is"}, set())
        for i, step in enumerate(fields.listed("values"))
    ]
    values = tuple((step.day("from"), step.number("is")) for step in steps)
    if not values or [begins for begins, _ in values] != sorted({begins for begins, _ in values}):
        raise RuleError(where, "values 应按日期从早到晚，且不重复", "新的值写在最后")
    label, unit, origin, certainty = map(fields.text, ("label", "unit", "origin", "certainty"))
    return Parameter(name, label, unit, origin, certainty, values)


def _book(place: Path, vocabulary: Vocabulary) -> Book:
    match = FOLDER.fullmatch(place.name)
    if match is None:
        raise RuleError(place.name, "不是规则集文件夹", "应写作 10-admissibility")
    where = f"{place.name}/book.yaml"
    fields = FieldReader(yaml_files.read(place / "book.yaml"), where, {"title"}, {"only_when"})
    guard = fields.data.get("only_when")
    only_when = parse(guard, vocabulary, f"{where} only_when") if guard else ALWAYS
    contents = {"book": fields.data}
    rules: list[Rule] = []
    for path in sorted(place.glob("*.yaml")):
        if path.name != "book.yaml":
            contents[path.name] = yaml_files.read(path)
            rules.append(_rule(path, contents[path.name], vocabulary))
    title, phase = fields.text("title"), int(match["phase"])
    return Book(match["name"], title, phase, only_when, tuple(rules), _hash(contents))


def _rule(path: Path, data: Mapping[str, Any], vocabulary: Vocabulary) -> Rule:
    where = f"{path.parent.name}/{path.name}"
    match = FILE.fullmatch(path.name)
    if match is None:
        raise RuleError(where, "文件名应为三位数字、连字符和编号", "例如 110-tenure.yaml")
    rule = read_rule(data, vocabulary, where)
    if rule.id != match["id"]:
        place = f"{where} id"
        raise RuleError(place, f"{rule.id} 与文件名不同", f"请写 id: {match['id']}")
    return rule


def _hash(contents: Mapping[str, Any]) -> str:
    text = json.dumps(contents, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _check_ids(books: tuple[Book, ...]) -> None:
    seen: dict[str, str] = {}
    for book in books:
        for rule in book.rules:
            if rule.id in seen:
                place = f"{book.name} {rule.id}"
                raise RuleError(place, f"编号与 {seen[rule.id]} 里的重复", "请改")
            seen[rule.id] = book.name


def _check_phases(books: tuple[Book, ...]) -> None:
    """Refuse a rule that looks at an answer given in the same phase or later."""
    given = (
        (name, book.phase, rule.id) for book in books for rule in book.rules for name in rule.sets
    )
    last = {name: (phase, rule_id) for name, phase, rule_id in given}
    for book in books:
        for rule in book.rules:
            looked = {leaf.fact for part in (book.only_when, rule.when) for leaf in leaves(part)}
            late = sorted(f for f in looked if f in last and last[f][0] >= book.phase)
            if late:
                by = last[late[0]][1]
                what = f"看了 {late[0]}，但它由同一阶段或更后的规则 {by} 给出，会成循环"
                place = f"{book.name} {rule.id} when"
                raise RuleError(place, what, "请移到更后的阶段")


def _check_starts(books: tuple[Book, ...], vocabulary: Vocabulary) -> None:
    """Refuse a limit that is counted from something other than a day."""
    for book in books:
        for rule in book.rules:
            for item in rule.adds.get("deadlines", ()):
                start = item["counted_from"]
                fact = vocabulary.facts.get(str(start))
                if start is not None and (fact is None or fact.kind is not Kind.INT):
                    place = f"{book.name} {rule.id} then.deadlines.counted_from"
                    raise RuleError(place, f"{start} 不是日期事实", vocabulary.nearest(str(start)))
