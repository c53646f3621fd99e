"""Import each module alone: one parent loads the libraries, one child a module imports it.

A circular import shows only when the wrong module comes first, and a test run imports in one order.
A process a module would take minutes; a fork of a parent that has only libraries takes seconds.
"""

import os
import sys
import traceback
from importlib import import_module


def preload(names: list[str]) -> None:
    """Load what is not ours, so that the children find it."""
    for name in names:
        import_module(name)


def imports_alone(module: str) -> bool:
    """Import a module in a child of its own; its traceback goes to standard output."""
    child = os.fork()
    if child == 0:
        try:
            import_module(module)
        except BaseException:  # noqa: BLE001 (the child must end here whatever happened)
            print(f"\n{module}:\n{traceback.format_exc()}", flush=True)  # noqa: T201 (the answer)
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def main() -> None:
    """Read libraries from the first argument and modules from standard input."""
    sys.path.insert(0, os.getcwd())  # noqa: PTH109 (the parent set it)
    preload(sys.argv[1].split())
    results = [imports_alone(module) for module in sys.stdin.read().split()]
    sys.exit(not all(results))


if __name__ == "__main__":
    main()
