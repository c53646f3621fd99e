"""A folder of its own for a copy being made or put back; what a killed one left is cleared first."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from app.cli.keys import alone_in
from app.kernel.files import held, write_whole

PREFIX = ".copy-"
TOLD = "draft"


@contextmanager
def workplace(home: Path) -> Iterator[Path]:
    """Make the folder and hold it; gone at the end, unless it was given another name."""
    with ExitStack() as stack:
        with alone_in(home):
            _clear(home)
            folder = Path(tempfile.mkdtemp(dir=home, prefix=PREFIX))
            stack.enter_context(held(folder, waits=False))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def tell_draft(folder: Path, draft: Path) -> None:
    """Note where a draft is written outside the folder, so that it is cleared with it."""
    write_whole(folder / TOLD, bytes(draft.resolve()))


def _clear(home: Path) -> None:
    for left in home.glob(f"{PREFIX}*"):
        with suppress(BlockingIOError), held(left, waits=False):
            if (left / TOLD).exists():
                Path((left / TOLD).read_text(encoding="utf-8")).unlink(missing_ok=True)
            shutil.rmtree(left)
