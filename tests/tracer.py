"""Watches every statement of the app: what reads or changes rows says of which county.

On a sharded cluster a statement without the county asks every machine; in any installation it is
one forgotten condition away from showing a neighbor's cases. The SQL is read as the database gets
it; equalities between tables carry the county from one to the other. SQLite is asked for its plan
as well: a county named only within an OR is no way into an index, and the table is walked whole.
"""

import re
import sys
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

ROOT = Path(__file__).parents[1]
FREE = {"counties", "alembic_version"}  # the list of counties itself
PLANNED: set[str] = set()  # whose plan was looked at: the same in every database of a run

SOURCE = re.compile(
    r"(?:\bFROM|\bJOIN|\bUPDATE|,)\s+(?P<table>[a-z_]+)(?:\s+AS\s+(?P<alias>\w+))?"
    r"(?=\s*(?:,|\)|$|\bWHERE\b|\bSET\b|\bJOIN\b|\bLEFT\b|\bON\b|\bORDER\b|\bGROUP\b|\bLIMIT\b|\bFOR\b|\bUNION\b))"
)
EQUAL = re.compile(r"\b(\w+)\.county_id\s*=\s*(?:(\w+)\.county_id\b|\S+)")
LISTED = re.compile(r"\b(\w+)\.county_id(?:,[^()]*\))?\s+IN\s*\(")


def loose_tables(statement: str, owned: frozenset[str]) -> list[str]:
    """Name the tables of a statement whose county is left open."""
    sources = {
        found["alias"] or found["table"]: found["table"]
        for found in SOURCE.finditer(statement)
        if found["table"] in owned
    }
    pinned, pairs = set(LISTED.findall(statement)), []
    for one, two in EQUAL.findall(statement):
        if two:
            pairs.append({one, two})
        else:
            pinned.add(one)
    for _ in pairs:
        for pair in pairs:
            pinned |= pair if pair & pinned else set()
    return sorted(table for name, table in sources.items() if name not in pinned)


def asked_by_the_app() -> bool:
    """Say whether the nearest code of ours that led to this statement is the app's."""
    frame = sys._getframe(1)  # noqa: SLF001 (walking the stack is the point)
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(str(ROOT)) and "/.venv/" not in file and file != __file__:
            return file.startswith(f"{ROOT}/app/")
        frame = frame.f_back
    return False


def walked_tables(connection: Any, statement: str, values: Any, owned: frozenset[str]) -> list[str]:
    """Name the tables that SQLite would walk through whole."""
    ask = connection.connection.driver_connection.execute
    steps = [step[3].split() for step in ask(f"EXPLAIN QUERY PLAN {statement}", values)]
    return sorted({step[1] for step in steps if step[0] == "SCAN" and step[1] in owned})


def watch(engine: sa.Engine, metadata: sa.MetaData) -> list[str]:
    """Collect the app's statements that leave a table's county open."""
    owned = frozenset(metadata.tables) - FREE
    found: list[str] = []

    def see(connection: Any, _cursor: Any, statement: str, values: Any, _: Any, many: Any) -> None:
        text = " ".join(statement.split())
        if text.split(" ", 1)[0] not in {"SELECT", "UPDATE", "DELETE", "WITH"}:
            return
        loose = loose_tables(text, owned)
        if loose and asked_by_the_app():
            found.append(f"没有限定本县：{loose}：{text[:800]}")
        if engine.dialect.name == "sqlite" and text not in PLANNED and asked_by_the_app():
            PLANNED.add(text)
            walked = walked_tables(connection, statement, values[0] if many else values, owned)
            if walked:
                found.append(f"整张表走一遍：{walked}：{text[:800]}")

    event.listen(engine, "before_cursor_execute", see)
    return found
