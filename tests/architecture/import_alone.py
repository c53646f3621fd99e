"""Import each module alone: one parent loads the libraries, one child a module imports it.

A circular import shows only when the wrong module comes first, and a test run imports in one order.
A process a module would take minutes; a fork of a parent that has only libraries takes seconds.
"""

import gc
import os
import sys
import traceback
from importlib import import_module


def begin(modules: str) -> int:
    """Import modules in a child of its own; its traceback goes to standard output."""
    child = os.fork()
    if child:
        return child
    try:
        for module in modules.split():
            import_module(module)
    except BaseException:  # noqa: BLE001 (the child must end here whatever happened)
        print(f"\n{modules}:\n{traceback.format_exc()}", flush=True)  # noqa: T201 (the answer)
        os._exit(1)
    os._exit(0)


def main() -> None:
    """Read libraries from the arguments and from standard input, a line a child, modules."""
    sys.path.insert(0, os.getcwd())  # noqa: PTH109 (the parent set it)
    for library in sys.argv[1:]:
        import_module(library)
    gc.freeze()  # what the children only read stays shared
    waiting, running, failed = sys.stdin.read().splitlines(), 0, 0
    while waiting or running:
        while waiting and running < (os.cpu_count() or 1):
            begin(waiting.pop())
            running += 1
        failed += os.wait()[1] != 0
        running -= 1
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
