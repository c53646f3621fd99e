"""Finding a case by what a clerk remembers: two characters, a name's pinyin, a number.

Identity and telephone numbers are found whole, by their blind index; nothing of them is stored in
the clear.
"""

import re
from enum import Enum, auto
from typing import Any, TypeAlias

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Select,
    and_,
    bindparam,
    cast,
    column,
    exists,
    false,
    literal_column,
    table,
)
from sqlalchemy.dialects.postgresql import ARRAY
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
BLIND: BindParameter[bytes] = bindparam("asked_blind")
SERIAL = bindparam("before_serial", type_=BigInteger)

Rows = Select[Any]


class Way(Enum):
    """How a question is looked up."""

    ID_NUMBER = auto()
    PHONE = auto()
    WORDS = auto()
    NOWHERE = auto()


Question: TypeAlias = tuple[Way, int]  # what its statement depends on: the way, how many words


def understand(ring: KeyRing, county_id: str, asked: str) -> tuple[Question, dict[str, Any]]:
    """Say how a question is looked up, and give the values its statement runs with.

    A person's whole identity or telephone number finds their cases; else each word must stand in
    one of the case's fields.
    """
    number = plain(asked)
    if ID_NUMBER.fullmatch(number):
        return (Way.ID_NUMBER, 0), {"asked_blind": ring.blind("id", number)}
    if phone := PHONE.fullmatch(number):
        return (Way.PHONE, 0), {"asked_blind": ring.blind("phone", phone[1])}
    words = [folded for word in asked.split() if (folded := grams.fold(word))][:MOST_WORDS]
    if not words:
        return (Way.NOWHERE, 0), {}
    cut = [grams.asked(county_id, word) for word in words]
    values: dict[str, Any] = {f"asked_{n}": _within_words(word) for n, word in enumerate(words)}
    values["asked_phrases"] = " AND ".join(f'"{" ".join(one)}"' for one in cut)
    values["asked_grams"] = sorted({gram for one in cut for gram in one})
    return (Way.WORDS, len(words)), values


def find(rows: Rows, question: Question, engine: str) -> Rows:
    """Narrow a selection of cases to those a question finds, newest registration first.

    `CaseWords.serial` orders the answer and pages it; the values come from `understand`.
    """
    way, count = question
    rows = rows.join(CaseWords, OF_WORDS)
    if way is not Way.WORDS:
        return rows.where(_of_person(way)).order_by(CaseWords.serial.desc())
    match = _fts if engine == "sqlite" else _gin
    return match(rows).where(
        *(CaseWords.words.contains(bindparam(f"asked_{n}")) for n in range(count))
    )


def before(rows: Rows, question: Question, engine: str) -> Rows:
    """Leave out what stood on the pages before."""
    if engine == "sqlite" and question[0] is Way.WORDS:
        return rows.where(SERIAL > ROWID)
    return rows.where(CaseWords.serial < SERIAL)


def _of_person(way: Way) -> ColumnElement[bool]:
    mine = (Party.county_id == Case.county_id, Party.case_id == Case.id)
    if way is Way.ID_NUMBER:
        return exists().where(*mine, Party.id_number_blind == BLIND)
    return exists().where(*mine, Party.phone_blind == BLIND) if way is Way.PHONE else false()


def _fts(rows: Rows) -> Rows:
    # The plus keeps SQLite from asking the index once a case instead of once a question.
    joined = rows.join(GRAMS, CaseWords.serial == literal_column("+case_grams.rowid"))
    match = column("case_grams").op("MATCH")(bindparam("asked_phrases"))
    # By the index's own number: it hands the newest out first and stops when a page is full.
    return joined.where(match).order_by(ROWID.desc())


def _gin(rows: Rows) -> Rows:
    of_case = and_(GRAMS.c.county_id == CaseWords.county_id, GRAMS.c.case_id == CaseWords.case_id)
    wanted = cast(bindparam("asked_grams"), ARRAY(Text))
    found = rows.join(GRAMS, of_case).where(GRAMS.c.grams.op("@>")(wanted))
    return found.order_by(CaseWords.serial.desc())


def _within_words(word: str) -> str:
    """Say how a folded word stands in the words; no wildcard is in it (letters, marks, digits)."""
    start = f"\n{grams.NAME}" if len(grams.clusters(word)) == 1 else ""
    return f"{start}{word}"
