"""Who may import whom: layers, owners of libraries, and every module alone."""

import ast
import re
import subprocess
import sys
import tomllib

import pytest
from importlinter.cli import lint_imports

from tests.architecture.house import ROOT, module_of, modules, short, sources, tracked, tree

LIBRARIES = ["flask", "sqlalchemy.orm", "flask_wtf", "sqlcipher3", "cryptography", "yaml"]

OWNERS = {
    "durable_rules_engine": {"rules/engine.py"},
    "durable": {"rules/engine.py"},
    "weasyprint": {"documents/render.py", "documents/han_justify.py"},
    "pyhanko": {"documents/sign/", "documents/verify/"},
    "sqlcipher3": {"app/kernel/sqlite.py"},
}


def contracts():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["tool"]["importlinter"]["contracts"]


def test_the_layers_hold(capfd, monkeypatch):
    monkeypatch.chdir(ROOT)
    code = lint_imports(no_cache=True)
    assert code == 0, capfd.readouterr().out


def test_every_part_of_the_app_has_its_place_in_the_layers():
    placed = set(re.findall(r"[\w.]+", " ".join(contracts()[0]["layers"])))
    parts = {".".join(module_of(path).split(".")[:2]) for path in sources("app")} - {"app"}
    missing = parts - placed - {"app.words"}  # words: read by all, it reads only enums
    assert not missing, f"请在 pyproject.toml 的分层表里给 {sorted(missing)} 安排位置"


def test_every_module_can_be_imported_alone():
    done = subprocess.run(
        [sys.executable, "-W", "error", "tests/architecture/import_alone.py", " ".join(LIBRARIES)],
        cwd=ROOT,
        input=" ".join(modules()),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


@pytest.mark.parametrize("path", sources(), ids=short)
def test_a_library_with_traps_has_one_owner(path):
    for node in ast.walk(tree(path)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            owners = OWNERS.get(name.split(".")[0])
            assert owners is None or short(path).startswith(tuple(owners)), (
                f"只有 {owners} 可以使用 {name}"
            )


def test_the_root_package_holds_no_code():
    body = tree(ROOT / "app" / "__init__.py").body
    assert all(isinstance(node, ast.Expr) for node in body), "这里不放代码：会造成循环导入"


def test_nothing_imports_the_wsgi_door():
    for path in [p for p in tracked() if p.suffix == ".py"]:
        for node in ast.walk(tree(path)):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            module = node.module if isinstance(node, ast.ImportFrom) else ""
            assert "wsgi" not in [*names, module], f"{short(path)} 不应导入 wsgi"
