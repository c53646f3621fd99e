"""One thing, one word: modules, classes, columns and fields follow the dictionary.

Enum members are the words of the law and of the contract, and stay as they are.
"""

import ast
import re

from tests.architecture.house import ROOT, short, sources, tree, words_of

DRAWERS = {"util", "utils", "helper", "helpers", "common", "manager", "service", "misc", "tools"}
ROW = re.compile(r"^\|(?P<meaning>[^|]+)\|(?P<word>[^|]+)\|(?P<note>[^|]*)\|(?P<never>[^|]*)\|$")


def forbidden():
    """Read the dictionary's last column: word → the row's right word."""
    words = {}
    for line in (ROOT / "docs" / "dictionary.md").read_text(encoding="utf-8").splitlines():
        row = ROW.match(line)
        if row and "---" not in line and row["never"].strip() not in {"", "never"}:
            for never in row["never"].split(","):
                words[re.sub(r"\(.*?\)", "", never).strip()] = row["word"].strip()
    return words


FORBIDDEN = forbidden()


def fields_of(node):
    """Yield the names assigned in a class body: columns and fields."""
    if any(ast.unparse(base) == "StrEnum" for base in node.bases):
        return
    for line in node.body:
        targets = [line.target] if isinstance(line, ast.AnnAssign) else []
        targets += line.targets if isinstance(line, ast.Assign) else []
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def names_in(path):
    """Yield the words that others see: of the module, its classes and their fields."""
    yield from words_of(path.stem)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef):
            for name in (node.name, *fields_of(node)):
                yield from words_of(name)


def test_the_dictionary_forbids_something():
    assert {"complaint", "ticket", "litigant"} <= FORBIDDEN.keys()


def test_no_module_is_a_drawer():
    drawers = [short(path) for path in sources() if path.stem in DRAWERS]
    assert not drawers, f"请用它装的那一件事来命名：{drawers}"


def test_names_follow_the_dictionary():
    wrong = [
        f"{short(path)} 用了“{word}”，词典里这件事叫 {FORBIDDEN[word]}"
        for path in sources()
        if "kernel" not in path.parts
        for word in names_in(path)
        if word in FORBIDDEN
    ]
    assert not wrong, wrong
