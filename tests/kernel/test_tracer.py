"""The watcher itself: it sees a forgotten county, and only then."""

import pytest
import sqlalchemy as sa

from app.cases.model import Case
from tests.tracer import ROOT, loose_tables, watch
from tests.world import COUNTY

OWNED = frozenset({"cases", "parties", "users"})


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT cases.id FROM cases WHERE cases.county_id = ? AND cases.id = ?",
        "SELECT c.id FROM cases AS c WHERE c.county_id IN (?, ?)",
        "SELECT 1 FROM cases WHERE (cases.county_id, cases.id) IN ((?, ?))",
        "SELECT 1 FROM cases JOIN parties ON parties.county_id = cases.county_id WHERE cases.county_id = ?",
        "SELECT 1 FROM cases, parties WHERE cases.county_id = ? AND parties.county_id = cases.county_id",
        "UPDATE cases SET stage=? WHERE cases.county_id = ? AND cases.id = ?",
        "DELETE FROM users WHERE users.county_id = ?",
        "SELECT county_id FROM counties",
    ],
)
def test_a_county_that_is_said_is_seen(statement):
    assert loose_tables(statement, OWNED) == []


@pytest.mark.parametrize(
    ("statement", "loose"),
    [
        ("SELECT cases.id FROM cases WHERE cases.id = ?", ["cases"]),
        ("SELECT c.id FROM cases AS c WHERE cases.county_id = ?", ["cases"]),
        ("SELECT 1 FROM cases JOIN parties ON parties.case_id = cases.id WHERE cases.county_id = ?", ["parties"]),
        ("SELECT 1 FROM cases, parties WHERE cases.county_id = ?", ["parties"]),
        ("SELECT 1 FROM cases WHERE cases.county_id = ? AND EXISTS (SELECT 1 FROM parties WHERE parties.case_id = cases.id)", ["parties"]),
        ("UPDATE cases SET stage=? WHERE cases.id = ?", ["cases"]),
        ("DELETE FROM users", ["users"]),
        ("SELECT a.id FROM cases AS a JOIN cases AS b ON a.county_id = b.county_id", ["cases", "cases"]),
    ],
)  # fmt: skip
def test_a_forgotten_county_is_named(statement, loose):
    assert loose_tables(statement, OWNED) == loose


def test_only_what_the_app_says_counts(sqlite_shelf):
    with sqlite_shelf.fresh() as database:
        found = watch(database.engine, Case.metadata)
        with database.read() as session:
            session.execute(sa.select(Case.id))
            assert found == []
            there = compile("session.execute(asks)", f"{ROOT}/app/somewhere.py", "exec")
            exec(there, {"session": session, "asks": sa.select(Case.id)})  # noqa: S102 (code that looks as if it stood in the app)
            by_key = sa.select(Case.id).where(Case.county_id == COUNTY, Case.number == "1")
            exec(there, {"session": session, "asks": by_key})  # noqa: S102 (the same)
    assert [one.split("：")[0] for one in found] == ["没有限定本县", "整张表走一遍"]
