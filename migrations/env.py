"""Alembic's door: the connection is handed in by app/kernel/migrations.py."""

from alembic import context
from sqlalchemy.types import TypeEngine

import app.tables  # noqa: F401 (fills the metadata)
from app.cases.grams import is_index
from app.kernel.columns import Instant, Model


def render_item(kind: str, item: object, _context: object) -> str | bool:
    """Write our own column types as the plain ones they store."""
    if kind == "type" and isinstance(item, Instant):
        return "sa.DateTime(timezone=True)"
    return False


def compare_type(
    _context: object, _column: object, _inspected: object, found: TypeEngine, meant: TypeEngine
) -> bool | None:
    """Instants are DateTime in the database; leave the rest to Alembic."""
    del found
    return False if isinstance(meant, Instant) else None


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Leave the search index to app/cases/grams.py: each engine has its own."""
    return not (kind == "table" and is_index(name))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Model.metadata,
    render_item=render_item,
    compare_type=compare_type,
    include_name=include_name,
    render_as_batch=False,
    transactional_ddl=True,
)
context.run_migrations()
