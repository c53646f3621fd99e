"""What a copy claims to hold, and whether it does: counts of rows, the chains' heads, the shape."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from alembic.migration import MigrationContext
from sqlalchemy import Connection, func, select, table
from sqlalchemy.orm import Session

from app.kernel.columns import Model
from app.kernel.footprints import ChainHead, verify


@dataclass(frozen=True)
class Chain:
    """Where a county's footprints end; kept outside the machine it proves that no tail was cut."""

    county_id: str
    rows: int
    head: str
    broken_at: int | None


@dataclass(frozen=True)
class Manifest:
    """A copy in a few lines."""

    made_at: str
    form: str
    revision: str | None
    counts: dict[str, int]
    chains: tuple[Chain, ...]

    @classmethod
    def of(cls, session: Session, chain_key: bytes, now: datetime, form: str) -> "Manifest":
        """Count a database through one consistent view."""
        return cls(
            made_at=now.isoformat(timespec="seconds"),
            form=form,
            revision=revision_of(session.connection()),
            counts=count_rows(session),
            chains=walk_chains(session, chain_key),
        )

    @classmethod
    def read(cls, said: dict[str, Any]) -> "Manifest":
        """Read it back from JSON."""
        chains = tuple(Chain(**chain) for chain in said["chains"])
        return cls(**{**said, "chains": chains})

    def say(self) -> dict[str, Any]:
        """Write it as JSON."""
        return asdict(self)

    def recount(self, session: Session, chain_key: bytes) -> "Manifest":
        """Count the same tables again, elsewhere."""
        counts, chains = count_rows(session, self.counts), walk_chains(session, chain_key)
        return replace(self, counts=counts, chains=chains)

    def differences(self, other: "Manifest") -> list[str]:
        """Say in what another count differs from this one."""
        found = [
            f"{name}: {count} → {other.counts.get(name)}"
            for name, count in self.counts.items()
            if other.counts.get(name) != count
        ]
        if self.chains != other.chains:
            found.append("留痕的末尾不同")
        return found


def revision_of(connection: Connection) -> str | None:
    """Name the migration a database stands at."""
    return MigrationContext.configure(connection).get_current_revision()


def count_rows(session: Session, names: Iterable[str] = ()) -> dict[str, int]:
    """Count these tables, or every table there is now."""
    counted = sorted(names or Model.metadata.tables)
    return {
        name: session.scalar(select(func.count()).select_from(table(name))) or 0 for name in counted
    }


def walk_chains(session: Session, key: bytes) -> tuple[Chain, ...]:
    """Verify every county's footprints."""
    counties = session.scalars(select(ChainHead.county_id).order_by(ChainHead.county_id)).all()
    verdicts = [(county, verify(session, county, key)) for county in counties]
    return tuple(Chain(c, v.rows, v.head, v.broken_at) for c, v in verdicts)
