"""Files written whole and folders held: a kill or a full disk leaves the old or the new, no half."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DRAFT = ".part"


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the place, then rename into it; what is no file (a pipe) is written as it is."""
    place = path.resolve()
    if place.exists() and not place.is_file():
        place.write_bytes(content)
        return
    draft = place.with_name(place.name + DRAFT)
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


@contextmanager
def held(folder: Path, *, waits: bool = True) -> Iterator[None]:
    """Hold a folder, under whatever name it comes to; BlockingIOError if held and not to wait.

    The hold ends with its process, however that ends.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)
