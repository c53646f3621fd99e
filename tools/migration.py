"""Write the next migration from the difference between the models and a migrated database."""

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from alembic import command
from alembic.script import ScriptDirectory

import app.tables  # noqa: F401 (fills the metadata)
from app.kernel.crypto import KeyRing
from app.kernel.db import Database
from app.kernel.migrations import settings, upgrade


def main() -> None:
    """Migrate an empty database to the newest shape, then write what is still missing."""
    words = sys.argv[1] if len(sys.argv) > 1 else ""
    if not re.fullmatch(r"[a-z0-9_]+", words):
        sys.exit("请给迁移起个名字：make migration words=add_nudges")
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(f"sqlite:///{folder}/empty.db", KeyRing.new())
        upgrade(database)
        with database.engine.connect() as connection:
            where = settings(connection)
            head = ScriptDirectory.from_config(where).get_current_head() or "0000"
            number = f"{int(head) + 1:04d}"
            command.revision(where, message=words, autogenerate=True, rev_id=number)
        database.dispose()
    print(f"已生成 migrations/versions/{number}_{words}.py，请逐行核对后再提交。")


if __name__ == "__main__":
    main()
