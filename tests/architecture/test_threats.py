"""The list of threats is honest: each number stands once, each test it names exists."""

import re

from tests.architecture.house import ROOT

TEXT = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (S\d\d) \| (.+?) \| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/.]+\.py)::(\w+)`")


def test_every_threat_stands_once_in_order():
    numbers = [number for number, _, _ in ROW.findall(TEXT)]
    assert numbers == [f"S{n:02d}" for n in range(1, len(numbers) + 1)]
    assert len(numbers) >= 42


def test_a_threat_has_a_test_or_says_that_it_is_open():
    silent = [n for n, _, how in ROW.findall(TEXT) if not TEST.search(how) and "open" not in how]
    assert not silent


def test_every_test_that_is_named_exists():
    missing = [
        f"{file}::{name}"
        for file, name in TEST.findall(TEXT)
        if not (ROOT / file).is_file()
        or not re.search(rf"def {name}\b", (ROOT / file).read_text(encoding="utf-8"))
    ]
    assert not missing, missing
