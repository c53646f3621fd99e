"""What may stand in no file: addresses of one network, paths of one machine, silent exceptions."""

import re

from tests.architecture.house import ROOT, short, tracked

TEXT = {"", ".py", ".md", ".toml", ".yaml", ".html", ".css", ".js", ".sh", ".txt", ".in", ".json"}
VENDORED = ROOT / "app" / "static" / "vendor"
OWN_RULES = {"tests/architecture/test_tracked_files.py", "tools/lock.sh"}
FILES = [
    path
    for path in tracked()
    if path.suffix in TEXT and VENDORED not in path.parents and short(path) not in OWN_RULES
]
PYTHON = [path for path in FILES if path.suffix == ".py"]

INDEX = re.compile(r"(?i)--(?:extra-)?index-url|--find-links|index-url\s*=|//[\w.-]*pypi[\w.-]*/")
MACHINE = re.compile(r"(?<![\w.~$}/])/(?:work|farm|root|home/[a-z]+)/")
SECRET = re.compile(r"-----BEGIN (?:RSA |EC )?PRIVATE KEY-----")
EXCEPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?![\w-])(.*)")
CODE_AND_REASON = re.compile(
    r"^(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\[[\w, -]+\])\s+(?:#\s*)?\(.{4,}\)"
)
SKIPPED = re.compile(r"pytest\.(?:mark\.)?(?:skip|xfail|importorskip)")


def lines_with(pattern, files):
    """Yield place and match of every line that a pattern finds."""
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if found := pattern.search(line):
                yield f"{short(path)}:{number}", found


def test_no_file_knows_one_machine_or_network():
    for pattern in (INDEX, MACHINE, SECRET):
        found = [f"{place} {match.group()}" for place, match in lines_with(pattern, FILES)]
        assert not found, f"只在一台机器或一个网络里成立：{found}"


def test_every_exception_from_a_rule_has_its_code_and_reason():
    bare = [
        place
        for place, match in lines_with(EXCEPTION, PYTHON)
        if not CODE_AND_REASON.match(match.group(1))
    ]
    assert not bare, f"写明规则编号和理由，如 # noqa: S603 (…)：{bare}"


def test_no_test_is_skipped():
    skipped = [place for place, _ in lines_with(SKIPPED, PYTHON)]
    assert not skipped, f"缺的东西由 make setup 装好，不跳过：{skipped}"


def test_nothing_that_belongs_to_one_installation_is_tracked():
    bad = [short(p) for p in tracked() if p.suffix in {".db", ".pem", ".key", ".p12", ".sqlite"}]
    assert bad == []
