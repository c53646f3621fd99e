"""What a case is found by, kept in step with the case in the same transaction."""

from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Connection,
    ForeignKeyConstraint,
    Text,
    UniqueConstraint,
    event,
    func,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.cases import grams
from app.cases.model import Case
from app.cases.parties import OF_CASE, Party
from app.cases.pinyin import spellings
from app.kernel.bus import Work
from app.kernel.columns import CountyOwned, Model
from app.kernel.footprints import Footprint

COUNTY_BITS = 40  # SQLite's index knows one number a row: the county above, the case below


class CaseWords(CountyOwned, Model):
    """The words a case is found by, folded, one field a line; written anew when they change."""

    __tablename__ = "case_words"
    __table_args__ = (ForeignKeyConstraint(*OF_CASE), UniqueConstraint("county_id", "serial"))

    case_id: Mapped[UUID] = mapped_column(primary_key=True)
    serial: Mapped[int] = mapped_column(BigInteger)
    words: Mapped[str] = mapped_column(Text)


@event.listens_for(CaseWords.__table__, "after_create")
def _make_index(_table: object, connection: Connection, **_: object) -> None:
    grams.make(connection)


def follow_words(footprint: Footprint, work: Work) -> None:
    """Keep a case findable: the reaction to whatever changes its words."""
    if footprint.case_id is not None:
        index_case(work.session, footprint.county_id, footprint.case_id)


def index_case(session: Session, county_id: str, case_id: UUID) -> None:
    """Store the words of a case anew, in the caller's transaction."""
    session.flush()
    fields = _fields(session, county_id, case_id)
    row = session.get(CaseWords, (county_id, case_id))
    if row is None:
        row = CaseWords(county_id=county_id, case_id=case_id, serial=_next(session, county_id))
        session.add(row)
    row.words = "\n".join(fields)
    session.flush()
    grams.put(session, {"county_id": county_id, "case_id": case_id, "serial": row.serial}, fields)


def index_all(session: Session, county_id: str) -> int:
    """Index every case of a county that is not yet; for imports and repairs. How many."""
    known = select(CaseWords.case_id).where(CaseWords.county_id == county_id)
    missing = select(Case.id).where(Case.county_id == county_id, Case.id.not_in(known))
    ids = session.scalars(missing.order_by(Case.received_on, Case.id)).all()
    for case_id in ids:
        index_case(session, county_id, case_id)
    return len(ids)


def index_again(session: Session) -> None:
    """Build the index of every case from its stored words: rows brought back do not carry it."""
    rows = select(CaseWords.county_id, CaseWords.case_id, CaseWords.serial, CaseWords.words)
    for row in session.execute(rows).all():
        key = {"county_id": row.county_id, "case_id": row.case_id, "serial": row.serial}
        grams.put(session, key, row.words.split("\n"))


def _fields(session: Session, county_id: str, case_id: UUID) -> list[str]:
    case = session.get_one(Case, (county_id, case_id))
    mine = (Party.county_id == county_id, Party.case_id == case_id)
    names = session.scalars(select(Party.name).where(*mine).order_by(Party.ordinal)).all()
    texts = (case.title, case.number, case.file_number, case.place, case.summary)
    folded = [grams.fold(words) for words in texts if words]
    folded += [grams.NAME + grams.fold(name) for name in names]
    return folded + [grams.fold(one) for name in names for one in spellings(name)]


def _next(session: Session, county_id: str) -> int:
    last = session.scalar(
        select(func.max(CaseWords.serial)).where(CaseWords.county_id == county_id)
    )
    return (last or int(county_id) << COUNTY_BITS) + 1
