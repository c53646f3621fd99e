"""The signatures drawn on a sheet, as its page shows them and as its electronic file takes them in."""

from collections.abc import Container

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.dossiers.ink_model import InkSignature
from app.dossiers.shelf import take
from documents.ink import reopen
from documents.sign import InkMark


def inks_of(session: Session, county_id: str, frozen_sha256: str) -> dict[str, InkSignature]:
    """Read the drawings on a sheet by their place; at each place the newest counts."""
    mine = select(InkSignature).where(
        InkSignature.county_id == county_id, InkSignature.frozen_sha256 == frozen_sha256
    )
    rows = session.scalars(mine.order_by(InkSignature.drawn_at, InkSignature.id))
    return {row.place: row for row in rows}


def marks_of(
    session: Session, county_id: str, frozen_sha256: str, places: Container[str]
) -> tuple[InkMark, ...]:
    """Open the drawings of a sheet for its electronic file, in the order in which they were drawn."""
    rows = sorted(inks_of(session, county_id, frozen_sha256).values(), key=lambda row: row.drawn_at)
    return tuple(
        InkMark.of(
            row.place,
            row.signer,
            row.drawn_at,
            reopen(take(session, county_id, row.sha256).content),
        )
        for row in rows
        if row.place in places
    )
