"""Administrative divisions and grid cells, as rows; loaded from a replaceable CSV file."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.columns import CountyOwned, Model


class County(Model):
    """A county this installation serves; `short_name` (共) opens its registration numbers."""

    __tablename__ = "counties"

    county_id: Mapped[str] = mapped_column(String(6), primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    short_name: Mapped[str] = mapped_column(String(10))


class Area(CountyOwned, Model):
    """A division by its statistical code: 2 province, 4 prefecture, 6 county, 9 township, 12 village.

    `is_statistical` marks areas with no township government or committee behind them.
    """

    __tablename__ = "areas"
    __table_args__ = (Index(None, "county_id", "parent_code"),)

    code: Mapped[str] = mapped_column(String(12), primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    level: Mapped[str] = mapped_column(String(20))
    parent_code: Mapped[str | None] = mapped_column(String(12))
    is_statistical: Mapped[bool] = mapped_column(default=False)


class GridCell(CountyOwned, Model):
    """网格: the smallest watched place, with its grid worker."""

    __tablename__ = "grid_cells"
    __table_args__ = (Index(None, "county_id", "village_code"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60))
    village_code: Mapped[str] = mapped_column(String(12))
    worker_id: Mapped[UUID | None]
    closed_on: Mapped[date | None]


class HouseholdGroup(CountyOwned, Model):
    """户长联户: five to fifteen households of a grid cell under one chosen head (户长制)."""

    __tablename__ = "household_groups"
    __table_args__ = (
        ForeignKeyConstraint(
            ["county_id", "grid_cell_id"], ["grid_cells.county_id", "grid_cells.id"]
        ),
        Index(None, "county_id", "grid_cell_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    grid_cell_id: Mapped[UUID]
    name: Mapped[str] = mapped_column(String(60))
    head_name: Mapped[str | None] = mapped_column(String(60))
    households: Mapped[int]
