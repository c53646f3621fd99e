"""The schema as a nation would hold it: every table cut by county, refused by nobody."""

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from app.kernel.columns import Model

PARTS = 4


@pytest.fixture
def nation(postgresql_shelf):
    """An empty PostgreSQL database, whatever engine the other tests run on."""
    with postgresql_shelf.empty() as database:
        yield database


def cut_by_county(metadata):
    """Copy the metadata so that PostgreSQL partitions every table by hash of its county."""
    copy = sa.MetaData()
    for table in metadata.sorted_tables:
        table.to_metadata(copy).dialect_options["postgresql"]["partition_by"] = "HASH (county_id)"
    return copy


def build(database, metadata):
    with database.engine.begin() as connection:
        metadata.create_all(connection)
        for table in metadata.sorted_tables:
            for part in range(PARTS):
                connection.execute(
                    sa.text(
                        f'CREATE TABLE "{table.name}_{part}" PARTITION OF "{table.name}"'
                        f" FOR VALUES WITH (modulus {PARTS}, remainder {part})"
                    )
                )


def test_every_table_can_be_cut_by_county(nation):
    build(nation, cut_by_county(Model.metadata))
    with nation.engine.connect() as connection:
        cut = connection.scalar(sa.text("SELECT count(*) FROM pg_partitioned_table"))
    assert cut == len(Model.metadata.tables)


def test_a_key_across_counties_would_be_refused(nation):
    bad = sa.MetaData()
    sa.Table(
        "tickets",
        bad,
        sa.Column("county_id", sa.String(6), primary_key=True),
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.String(20), unique=True),
    )
    with pytest.raises(DBAPIError, match="must include all partitioning columns"):
        build(nation, cut_by_county(bad))
