"""A first run of a draft inside a child process: what the limits missed must not take us along.

The static limits are the real guard; this contains a hang (the engine keeps the GIL) or a crash.
Run as a module with a folder: compiles every period and asks one question.
"""

import subprocess
import sys
from pathlib import Path

from rules.compile import steps, together
from rules.engine import matcher
from rules.loader import load

SECONDS = 20


class TrialFailed(RuntimeError):
    """The draft hung or killed the engine."""


def trial(folder: Path, seconds: float = SECONDS) -> None:
    """Compile a folder in a child; raise TrialFailed when it does not come back well."""
    command = [sys.executable, "-m", "rules.trial", str(folder.resolve())]
    root = Path(__file__).parent.parent
    try:
        done = subprocess.run(  # noqa: S603 (our own module, our own interpreter)
            command, cwd=root, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        message = f"{seconds:g} 秒内没有编译完，请拆分规则"
        raise TrialFailed(message) from error
    if done.returncode:
        message = f"引擎没有编译成功（{done.returncode}），请拆分规则"
        raise TrialFailed(message)


def main(folder: Path) -> None:
    """Compile every period of a folder and ask about a case of which nothing is known."""
    books = load(folder)
    for turn in books.turns:
        asked = matcher(together(steps(books, turn)))
        if asked is not None:
            asked.match({})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
