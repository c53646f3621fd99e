"""Migrations lead to the models, back to nothing and forward again, on both engines."""

import re
from uuid import UUID

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import DatabaseError

import app.tables  # noqa: F401 (fills the metadata)
from app.cases.grams import is_index
from app.kernel.columns import Instant, Model
from app.kernel.footprints import Footprint
from app.kernel.migrations import downgrade, settings, upgrade
from app.places.model import County
from tests.world import COUNTY, NOW, build

SCRIPTS = ScriptDirectory.from_config(settings())
REVISIONS = [script.revision for script in SCRIPTS.walk_revisions()][::-1]


def differences(database):
    """List how the database differs from the models, as Alembic sees it."""
    with database.engine.connect() as connection:
        options = {"compare_type": types_differ, "compare_server_default": True}
        options["include_name"] = lambda name, kind, _: not (kind == "table" and is_index(name))
        context = MigrationContext.configure(connection, opts=options)
        return compare_metadata(context, Model.metadata)


def types_differ(_context, _inspected, _column, _found, meant):
    return False if isinstance(meant, Instant) else None


def shape(database):
    """Describe what Alembic does not compare: checks, triggers. A later migration adds a column last."""
    inspector = sa.inspect(database.engine)
    tables = {
        name: (
            {column["name"] for column in inspector.get_columns(name)},
            {
                check["name"]: re.sub(r"[\s()\"]|::\w+( varying)?(\[\])?", "", check["sqltext"])
                for check in inspector.get_check_constraints(name)
            },
            {
                (tuple(key["constrained_columns"]), key["referred_table"])
                for key in inspector.get_foreign_keys(name)
            },
        )
        for name in inspector.get_table_names()
        if name != "alembic_version"
    }
    return tables, triggers(database)


def triggers(database):
    where = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with database.engine.connect() as connection:
        return set(connection.scalars(sa.text(where[database.engine.dialect.name])))


def test_the_history_is_one_line_with_numbered_names():
    assert len(SCRIPTS.get_heads()) == 1
    for number, revision in enumerate(REVISIONS, 1):
        assert revision == f"{number:04d}"
        assert re.search(rf"{revision}_[a-z0-9_]+\.py$", SCRIPTS.get_revision(revision).path)


def test_the_newest_migration_equals_the_models(empty_database):
    upgrade(empty_database)
    assert differences(empty_database) == []


def test_migrated_and_made_from_the_models_have_one_shape(empty_database, other_empty_database):
    upgrade(empty_database)
    Model.metadata.create_all(other_empty_database.engine)
    assert shape(empty_database) == shape(other_empty_database)


@pytest.mark.parametrize("revision", REVISIONS)
def test_each_step_goes_down_and_up_again(empty_database, revision):
    upgrade(empty_database, revision)
    before = shape(empty_database)
    downgrade(empty_database, "-1")
    upgrade(empty_database, revision)
    assert shape(empty_database) == before


def test_down_to_nothing_leaves_nothing(empty_database):
    upgrade(empty_database)
    downgrade(empty_database, "base")
    assert shape(empty_database) == ({}, set())


def test_data_survives_a_second_upgrade(empty_database):
    upgrade(empty_database)
    add_county(empty_database)
    upgrade(empty_database)
    with empty_database.engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT name FROM counties")) == "贵德县"


def test_a_filled_database_can_be_taken_down_and_built_again(empty_database):
    upgrade(empty_database)
    for _ in range(2):
        with empty_database.write() as session:
            build(session)
        add_footprint(empty_database)
        downgrade(empty_database, "base")
        upgrade(empty_database)
    assert differences(empty_database) == []


@pytest.mark.parametrize(
    "change", ["UPDATE case_events SET tag = 'x'", "DELETE FROM case_events"], ids=["改", "删"]
)
def test_a_footprint_can_be_neither_changed_nor_deleted(database, change):
    add_footprint(database)
    with pytest.raises(DatabaseError, match="append-only"), database.engine.begin() as connection:
        connection.execute(sa.text(change))
    with database.engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT tag FROM case_events")) == "case:registered"


def add_county(database):
    with database.write() as session:
        session.add(County(county_id="632523", name="贵德县", short_name="贵"))


def add_footprint(database):
    with database.write() as session:
        session.add(
            Footprint(
                county_id=COUNTY, position=1, tag="case:registered", on=NOW.date(),
                recorded_at=NOW, actor_id=UUID(int=1), particulars="{}", mac=bytes(32),
            )
        )  # fmt: skip
