"""Kills (SIGKILL) a piece of work at one of its changes of the disk, in a child of its own.

A change is what Python tells its auditors of: a file opened to be written, named anew, taken away.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any

CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate"}
WRITING = os.O_WRONLY | os.O_RDWR

Change = tuple[str, tuple[Any, ...]]


def changes(event: str, args: tuple[Any, ...]) -> bool:
    """Say whether an audit event is a change of the disk."""
    return event in CHANGES or (event == "open" and bool((args[2] or 0) & WRITING))


def is_killed(work: Callable[[], object], wanted: Callable[[Change], bool]) -> bool:
    """Do the work in a child, killed before the first change that is wanted; False if none was."""
    child = os.fork()
    if child:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code in {0, -signal.SIGKILL}, "the work itself failed: see its trace above"
        return code != 0
    code = 1
    try:

        def audit(event: str, args: tuple[Any, ...]) -> None:
            if changes(event, args) and wanted((event, args)):
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(audit)
        work()
        code = 0
    except Exception:  # noqa: BLE001 (the parent says that it failed)
        traceback.print_exc()
    finally:
        os._exit(code)


def nth(number: int) -> Callable[[Change], bool]:
    """Want the n-th change."""
    seen = iter(range(1, number + 1))
    return lambda _: next(seen, number) == number


def naming(event: str, name: str) -> Callable[[Change], bool]:
    """Want the first change of a kind in whose arguments a name stands."""
    return lambda change: change[0] == event and any(name in str(one) for one in change[1])
