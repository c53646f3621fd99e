"""Write migrations/versions/0001 anew from the models; only until the first county runs on it."""

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from alembic import command

from app.cases.grams import MAKE
from app.kernel.crypto import KeyRing
from app.kernel.db import Database
from app.kernel.footprints import TRIGGERS
from app.kernel.migrations import FOLDER, settings

FILE = FOLDER / "versions" / "0001_first_county.py"


def main() -> None:
    """Compare the models with an empty database and write the difference."""
    FILE.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(f"sqlite:///{folder}/empty.db", KeyRing.new())
        with database.engine.connect() as connection:
            command.revision(
                settings(connection), message="First county", autogenerate=True, rev_id="0001"
            )
        database.dispose()
    text = FILE.read_text(encoding="utf-8")
    text = re.sub(r"\n\s*# (### .*)", "", text)
    triggers = "BESIDES = {\n" + "".join(
        f'    "{dialect}": (\n'
        + "".join(
            f"        {statement.strip()!r},\n" for statement in (*statements, *MAKE[dialect])
        )
        + "    ),\n"
        for dialect, statements in TRIGGERS.items()
    )
    text = text.replace("def upgrade", triggers + "}\n\n\ndef upgrade", 1)
    text = text.replace(
        "\n\n\ndef downgrade",
        "\n    for statement in BESIDES[op.get_bind().dialect.name]:\n"
        "        op.execute(sa.text(statement.replace(':', '\\\\:')))\n\n\ndef downgrade",
        1,
    )
    text = text.rstrip() + (
        '\n    op.execute("DROP TABLE case_grams")'
        '\n    if op.get_bind().dialect.name == "postgresql":\n'
        '        op.execute("DROP FUNCTION refuse_change()")\n'
    )
    FILE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
