"""Finding a case by what a clerk remembers: two characters, a name's pinyin, a number.

Identity and telephone numbers are found whole, by their blind index; nothing of them is stored in
the clear.
"""

import re
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    cast,
    column,
    exists,
    false,
    literal_column,
    table,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session
from sqlalchemy.types import Text

from app.cases import grams
from app.cases.findable import CaseWords
from app.cases.model import Case
from app.cases.parties import Party
from app.kernel.crypto import KeyRing, plain

MOST_WORDS = 8
ID_NUMBER = re.compile(r"\d{17}[\dX]")
PHONE = re.compile(r"(?:86)?(1\d{10}|0\d{9,11})")
GRAMS = table(
    "case_grams", column("rowid"), column("county_id"), column("case_id"), column("grams")
)
ROWID: ColumnElement[int] = literal_column("case_grams.rowid")
OF_WORDS = and_(CaseWords.county_id == Case.county_id, CaseWords.case_id == Case.id)

Rows = Select[Any]


def find(rows: Rows, session: Session, county_id: str, question: str) -> Rows:
    """Narrow a selection of cases to those a question finds, newest registration first.

    A person's whole identity or telephone number finds their cases; else each word must stand in
    one of the case's fields. `CaseWords.serial` orders the answer and pages it.
    """
    rows = rows.join(CaseWords, OF_WORDS)
    person = _person(session.info["ring"], question)
    if person is not None:
        return rows.where(person).order_by(CaseWords.serial.desc())
    words = [folded for word in question.split() if (folded := grams.fold(word))][:MOST_WORDS]
    if not words:
        return rows.where(false())
    match = _fts if session.get_bind().dialect.name == "sqlite" else _gin
    return match(rows, county_id, words).where(*(_holds(word) for word in words))


def before(rows: Rows, session: Session, serial: int) -> Rows:
    """Leave out what stood on the pages before."""
    if session.get_bind().dialect.name == "sqlite" and GRAMS in rows.get_final_froms():
        return rows.where(serial > ROWID)
    return rows.where(CaseWords.serial < serial)


def _person(ring: KeyRing, question: str) -> ColumnElement[bool] | None:
    number = plain(question)
    mine = (Party.county_id == Case.county_id, Party.case_id == Case.id)
    if ID_NUMBER.fullmatch(number):
        return exists().where(*mine, Party.id_number_blind == ring.blind("id", number))
    if phone := PHONE.fullmatch(number):
        return exists().where(*mine, Party.phone_blind == ring.blind("phone", phone[1]))
    return None


def _fts(rows: Rows, county_id: str, words: list[str]) -> Rows:
    # The plus keeps SQLite from asking the index once a case instead of once a question.
    joined = rows.join(GRAMS, CaseWords.serial == literal_column("+case_grams.rowid"))
    phrases = (" ".join(grams.asked(county_id, word)) for word in words)
    question = " AND ".join(f'"{phrase}"' for phrase in phrases)
    # By the index's own number: it hands the newest out first and stops when a page is full.
    return joined.where(column("case_grams").op("MATCH")(question)).order_by(ROWID.desc())


def _gin(rows: Rows, county_id: str, words: list[str]) -> Rows:
    of_case = and_(GRAMS.c.county_id == CaseWords.county_id, GRAMS.c.case_id == CaseWords.case_id)
    wanted = sorted({gram for word in words for gram in grams.asked(county_id, word)})
    found = rows.join(GRAMS, of_case).where(GRAMS.c.grams.op("@>")(cast(wanted, ARRAY(Text))))
    return found.order_by(CaseWords.serial.desc())


def _holds(word: str) -> ColumnElement[bool]:
    start = f"\n{grams.NAME}" if len(grams.clusters(word)) == 1 else ""
    return CaseWords.words.contains(start + word, autoescape=True)
