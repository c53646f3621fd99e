"""What may stand in no file: addresses of one network, paths of one machine, silent exceptions."""

import re

import pytest

from tests.architecture.house import ROOT, short, tracked

TEXT = {"", ".py", ".md", ".toml", ".yaml", ".html", ".css", ".js", ".sh", ".txt", ".in", ".json"}
VENDORED = ROOT / "app" / "static" / "vendor"
FILES = [p for p in tracked() if p.suffix in TEXT and VENDORED not in p.parents]

# Written with a gap, so that this file does not contain what it looks for.
INDEX = re.compile(r"(?i)--(?:extra-)?index-url|--find-links|index-url\s*=|//[\w.-]*pypi[\w.-]*/")
MACHINE = re.compile(r"(?<![\w.~$}/])/(?:work|farm|root|home/[a-z]+)/")
SECRET = re.compile(r"-----BEGIN (?:RSA |EC )?PRIVATE KEY-----")
EXCEPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?![\w-])(.*)")
CODE_AND_REASON = re.compile(
    r"^(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\[[\w, -]+\])\s+(?:#\s*)?\(.{4,}\)"
)
SKIPPED = re.compile(r"pytest\.(?:mark\.)?(?:skip|xfail|importorskip)")

OWN_RULES = {"tests/architecture/test_tracked_files.py", "tools/lock.sh"}


@pytest.mark.parametrize("path", FILES, ids=short)
def test_no_file_knows_one_machine_or_network(path):
    if short(path) in OWN_RULES:
        return
    text = path.read_text(encoding="utf-8")
    for pattern in (INDEX, MACHINE, SECRET):
        found = pattern.search(text)
        assert found is None, f"{short(path)}：{found.group()!r} 只在一台机器或一个网络里成立"


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".py"], ids=short)
def test_every_exception_from_a_rule_has_its_code_and_reason(path):
    if short(path) in OWN_RULES:
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = EXCEPTION.search(line)
        if found:
            said = found.group(1)
            assert CODE_AND_REASON.match(said), f"{short(path)}:{number} 写明规则编号和理由"


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".py"], ids=short)
def test_no_test_is_skipped(path):
    if short(path) in OWN_RULES:
        return
    found = SKIPPED.search(path.read_text(encoding="utf-8"))
    assert found is None, f"{short(path)}：缺的东西由 make setup 装好，不跳过"


def test_nothing_that_belongs_to_one_installation_is_tracked():
    bad = [short(p) for p in tracked() if p.suffix in {".db", ".pem", ".key", ".p12", ".sqlite"}]
    assert bad == []
