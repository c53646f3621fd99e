"""A file has one idea and fits a reader; nothing grows into the file that swallowed the rest."""

import ast

import pytest

from tests.architecture.house import ROOT, short, sources, tracked, tree

LINES_A_FUNCTION = 30
LINES_A_TEMPLATE = 80
OWED = {"app/web/guard.py": 102, "app/cases/enums.py": 266}  # to be split; may only shrink
VENDORED = ROOT / "app" / "static" / "vendor"


def lines_allowed(path):
    if short(path) in OWED:
        return OWED[short(path)]
    home = path.relative_to(ROOT).parts
    if home[:2] == ("app", "web"):
        return 80
    return 60 if home[0] == "forms" else 200


@pytest.mark.parametrize("path", sources("app", "rules", "forms", "documents", "bench"), ids=short)
def test_a_file_and_its_functions_fit_a_reader(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    allowed = lines_allowed(path)
    assert lines <= allowed, f"{short(path)} 有 {lines} 行，最多 {allowed} 行：按主题拆成两个文件"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = node.end_lineno - node.lineno + 1
            assert length <= LINES_A_FUNCTION, f"{node.name} 有 {length} 行：拆出有名字的步骤"


TEMPLATES = [p for p in tracked() if p.suffix == ".html" and "templates" in p.parts]


@pytest.mark.parametrize("path", TEMPLATES, ids=short)
def test_a_template_fits_a_reader(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LINES_A_TEMPLATE, f"{short(path)} 有 {lines} 行：把重复的部分写成宏"


SCRIPTS = [
    p
    for p in tracked()
    if p.suffix in {".js", ".css", ".sh"} and VENDORED not in p.parents and "fonts" not in p.parts
]


@pytest.mark.parametrize("path", SCRIPTS, ids=short)
def test_a_script_or_style_fits_a_reader(path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 300, f"{short(path)} 有 {lines} 行，最多 300 行"
