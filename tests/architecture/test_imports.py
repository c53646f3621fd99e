"""Who may import whom: layers, owners of libraries, and every module alone."""

import ast
import re
import subprocess
import sys
import tomllib

import grimp

from tests.architecture.house import HOMES, ROOT, module_of, modules, short, sources, tracked, tree

OWNERS = {
    "durable_rules_engine": {"rules/engine.py"},
    "durable": {"rules/engine.py"},
    "weasyprint": {"documents/render.py", "documents/han_justify.py"},
    "pyhanko": {"documents/sign", "documents/verify"},
    "sqlcipher3": {"app/kernel/sqlite.py"},
}


def imports_in(path):
    """Yield the modules a file imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def libraries():
    """Name every module that is imported somewhere and is not ours."""
    ours = (*HOMES, "config", "wsgi", "__future__")
    found = {name for path in sources() for name in imports_in(path)}
    return sorted(name for name in found if name.split(".")[0] not in ours)


def layers():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["tool"]["importlinter"]["contracts"][0]["layers"]


def test_the_layers_hold():
    # In its own process: the linter's logging set-up would silence every logger of this one.
    linter = [
        sys.executable,
        "-c",
        "import sys; from importlinter.cli import lint_imports as run; sys.exit(run(no_cache=True))",
    ]
    told = subprocess.run(linter, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def test_every_part_of_the_app_has_its_place_in_the_layers():
    placed = set(re.findall(r"[\w.]+", " ".join(layers())))
    parts = {".".join(module_of(path).split(".")[:2]) for path in sources("app")} - {"app"}
    missing = parts - placed - {"app.words"}  # words: read by all, it reads only enums
    assert not missing, f"请在 pyproject.toml 的分层表里给 {sorted(missing)} 安排位置"


def circles(needs):
    """Name the modules that lead back to themselves."""

    def leads_to(start):
        seen, waiting = set(), list(needs[start])
        while waiting:
            module = waiting.pop()
            if module not in seen:
                seen.add(module)
                waiting.extend(needs[module])
        return seen

    return {module for module in needs if module in leads_to(module)}


def first_steps():
    """Name the modules whose import, as the first of all, could meet a half-made one.

    Only in a circle does the first one matter. Whoever imports `app.web.health` runs `app.web`
    before; so a package stands for all that it holds, unless they also form a circle without it.
    """
    graph = grimp.build_graph(*HOMES)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    parents = {module: module.rpartition(".")[0] for module in imports}
    entangled = circles({m: imports[m] | ({parents[m]} - {""}) for m in imports})
    first = {module for module in entangled if parents[module] not in entangled}
    return first | circles(imports)


def test_every_module_can_be_imported_alone():
    alone = {*HOMES, *first_steps()}
    straight = " ".join(module for module in modules() if module not in alone)
    done = subprocess.run(
        [sys.executable, "-W", "error", "tests/architecture/import_alone.py", *libraries()],
        cwd=ROOT,
        input="\n".join([*alone, straight]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_a_library_with_traps_has_one_owner():
    for path in sources():
        for name in imports_in(path):
            owners = OWNERS.get(name.split(".")[0])
            own = owners is None or any(short(path).startswith(o) for o in owners)
            assert own, f"{short(path)} 不应使用 {name}：只有 {owners} 知道它的陷阱"


def test_the_root_package_holds_no_code():
    body = tree(ROOT / "app" / "__init__.py").body
    assert all(isinstance(node, ast.Expr) for node in body), "这里不放代码：会造成循环导入"


def test_nothing_imports_the_wsgi_door():
    for path in [p for p in tracked() if p.suffix == ".py"]:
        assert "wsgi" not in imports_in(path), f"{short(path)} 不应导入 wsgi"
