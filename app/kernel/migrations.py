"""Bring a database to the newest shape, or back; the same on both engines."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from app.kernel.db import Database
from app.kernel.sqlite import WRITE

FOLDER = Path(__file__).parents[2] / "migrations"


def upgrade(database: Database, revision: str = "head") -> None:
    """Apply the migrations up to a revision, in one transaction."""
    with (
        database.engine.connect().execution_options(**{WRITE: True}) as connection,
        connection.begin(),
    ):
        command.upgrade(settings(connection), revision)


def downgrade(database: Database, revision: str) -> None:
    """Take migrations back down to a revision, in one transaction."""
    with (
        database.engine.connect().execution_options(**{WRITE: True}) as connection,
        connection.begin(),
    ):
        command.downgrade(settings(connection), revision)


def settings(connection: Connection | None = None) -> Config:
    """Tell Alembic where the migrations are and on which connection they run."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config
