"""Column types and the base class that every table grows from."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    CheckConstraint,
    ColumnClause,
    DateTime,
    Dialect,
    MetaData,
    String,
    literal_column,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """A UTC instant; SQLite keeps no zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC, without a zone where the engine has none."""
        if value is None:
            return None
        instant = value.astimezone(UTC)
        return instant if dialect.name == "postgresql" else instant.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give UTC back."""
        del dialect
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Model(DeclarativeBase):
    """Base of every table."""

    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Instant()}


class CountyOwned:
    """Mixin: the county is the first column of every key (security boundary and shard key)."""

    county_id: Mapped[str] = mapped_column(String(6), primary_key=True, sort_order=-2)


def one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    """Let a text column hold only the words of an enum; null passes where the column allows it."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f'"{column}" IN ({listed})', name=column)


def written(word: StrEnum) -> ColumnClause[str]:
    """Write an enum's word into a statement, where an index holds only the rows of such a word.

    Were it bound, SQLite would ask at every run whether the index serves, and plan anew.
    """
    return literal_column(f"'{word.value}'", String)
