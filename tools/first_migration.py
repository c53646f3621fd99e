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
    _compare()
    FILE.write_text(
        _with_what_models_cannot_say(FILE.read_text(encoding="utf-8")), encoding="utf-8"
    )


def _compare() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(f"sqlite:///{folder}/empty.db", KeyRing.new())
        with database.engine.connect() as connection:
            command.revision(
                settings(connection), message="First county", autogenerate=True, rev_id="0001"
            )
        database.dispose()


def _with_what_models_cannot_say(text: str) -> str:
    """Add the triggers and the engines' own search tables."""
    text = re.sub(r"\n\s*# (### .*)", "", text)
    text = text.replace("def upgrade", f"{_besides()}\n\n\ndef upgrade", 1)
    text = text.replace(
        "\n\n\ndef downgrade",
        "\n    for statement in BESIDES[op.get_bind().dialect.name]:\n"
        "        op.execute(sa.text(statement.replace(':', '\\\\:')))\n\n\ndef downgrade",
        1,
    )
    return text.rstrip() + (
        '\n    op.execute("DROP TABLE case_grams")'
        '\n    if op.get_bind().dialect.name == "postgresql":\n'
        '        op.execute("DROP FUNCTION refuse_change()")\n'
    )


def _besides() -> str:
    lines = []
    for dialect, statements in TRIGGERS.items():
        said = [f"        {each.strip()!r},\n" for each in (*statements, *MAKE[dialect])]
        lines.append(f'    "{dialect}": (\n{"".join(said)}    ),\n')
    return "BESIDES = {\n" + "".join(lines) + "}"


if __name__ == "__main__":
    main()
