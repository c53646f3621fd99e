"""What the house consists of: files, modules, templates. The tests beside this file judge it."""

import ast
import subprocess
from functools import cache
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOMES = ("app", "rules", "forms", "documents")


@cache
def tracked() -> tuple[Path, ...]:
    """List the files that are, or are about to be, under version control."""
    git = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    found = subprocess.run(
        [*git, "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    files = (ROOT / name for name in found.stdout.split("\0") if name)
    return tuple(path for path in files if path.is_file())


def sources(*homes: str) -> list[Path]:
    """List the Python files of these top-level packages and modules."""
    wanted = homes or (*HOMES, "config.py", "wsgi.py")
    files = (path for path in tracked() if path.suffix == ".py")
    return sorted(path for path in files if path.relative_to(ROOT).parts[0] in wanted)


def module_of(path: Path) -> str:
    """Name the module of a Python file."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def modules() -> list[str]:
    """Name every module of the program."""
    return [module_of(path) for path in sources()]


@cache
def load_all() -> None:
    """Import the whole app, so that every table, command and enum is known."""
    for path in sources("app"):
        import_module(module_of(path))


@cache
def tree(path: Path) -> ast.Module:
    """Parse a Python file once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def short(path: Path) -> str:
    """Name a file from the project's root; for test ids and messages."""
    return path.relative_to(ROOT).as_posix()


def words_of(name: str) -> list[str]:
    """Cut an identifier into its words: RouteCase and route_case are both [route, case]."""
    spaced = "".join(
        f"_{c}" if c.isupper() and i and not name[i - 1].isupper() else c
        for i, c in enumerate(name)
    )
    return [word for word in spaced.lower().replace("-", "_").split("_") if word]
