"""What a copy cannot know: that the centre was put back after it was made.

Noted in three places, for any of them may be lost: the data that a copy replaces, a file of the
installation, and one beside the copies, which a new machine finds together with them.
"""

import json
from datetime import datetime
from pathlib import Path

from app.agreements.restorations import PutBack, Restoration, put_backs
from app.kernel.db import Database
from app.kernel.errors import Incomplete
from app.kernel.files import write_whole

NOTE = "restorations.json"


def earlier(database: Database, *folders: Path) -> set[PutBack]:
    """Gather every restoration that the data here, or a note in one of the folders, tells of."""
    return of_data(database).union(*(_noted(folder / NOTE) for folder in folders))


def note(known: set[PutBack], folder: Path) -> None:
    """Write the note of a folder anew."""
    said = sorted([one.copied_at.isoformat(), one.restored_at.isoformat()] for one in known)
    write_whole(folder / NOTE, json.dumps(said).encode())


def of_data(database: Database) -> set[PutBack]:
    """Say which restorations the data here tells of."""
    try:
        with database.read() as session:
            connection = session.connection()
            is_told = connection.dialect.has_table(connection, Restoration.__tablename__)
            return put_backs(session) if is_told else set()
    except Exception:  # noqa: BLE001 (data too broken to tell: often that is why it is replaced)
        return set()


def _noted(file: Path) -> set[PutBack]:
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        return {PutBack(*map(datetime.fromisoformat, one)) for one in said}
    except FileNotFoundError:
        return set()
    except (ValueError, TypeError) as error:
        message = f"{file} 读不懂，没有恢复：里面记着中心恢复过几次，编号要靠它不重。请找回原样。"
        raise Incomplete(message) from error
