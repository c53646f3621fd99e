"""A file has one idea and fits a reader; nothing grows into the file that swallowed the rest."""

import ast

from tests.architecture.house import ROOT, short, sources, tracked, tree

VENDORED = ROOT / "app" / "static" / "vendor"
LINES_A_FUNCTION = 30
LINES_A_TEMPLATE = 80
LINES_A_SCRIPT = 300
LINES_UNDER = {"app/web/": 80, "forms/": 60, "": 200}


def too_long(files, allowed):
    """Name the files that have more lines than allowed."""
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in files}
    return [f"{short(p)}：{n} 行，最多 {allowed(p)}" for p, n in lengths.items() if n > allowed(p)]


def budget(path):
    return next(lines for home, lines in LINES_UNDER.items() if short(path).startswith(home))


def test_a_file_fits_a_reader():
    long = too_long(sources("app", "rules", "forms", "documents", "bench"), budget)
    assert not long, f"按主题拆成两个文件：{long}"


def test_a_function_fits_on_a_page():
    long = [
        f"{short(path)}：{node.name} 有 {node.end_lineno - node.lineno + 1} 行"
        for path in sources("app", "rules", "forms", "documents", "bench")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno >= LINES_A_FUNCTION
    ]
    assert not long, f"最多 {LINES_A_FUNCTION} 行，拆出有名字的步骤：{long}"


def test_a_template_fits_a_reader():
    templates = [p for p in tracked() if p.suffix == ".html" and "templates" in p.parts]
    long = too_long(templates, lambda _: LINES_A_TEMPLATE)
    assert not long, f"把重复的部分写成宏：{long}"


def test_a_script_or_style_fits_a_reader():
    files = [p for p in tracked() if p.suffix in {".js", ".css", ".sh"}]
    ours = [p for p in files if VENDORED not in p.parents and "fonts" not in p.parts]
    long = too_long(ours, lambda _: LINES_A_SCRIPT)
    assert not long, long
