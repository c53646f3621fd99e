"""A case by the number somebody wrote down: the registration number, its short form, or the 卷号.

共调〔2026〕12号, 共调[2026]12, 2026-12 and （2026）共恰人调字第1号 are all understood, in any
brackets and widths; the answer is one case or none, never the nearest.
"""

import re
import unicodedata

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.cases.numbers import case_number, file_number
from app.kernel.errors import NotFound
from app.places.model import County

BRACKETS = "[]()（）〔〕【】［］{}<>《》"
LONGEST = 60
SHORT = re.compile(r"(?P<year>\d{4})[-/.](?P<serial>\d{1,9})")
REGISTRATION = re.compile(r"(?P<county>\D{1,10})调第?(?P<year>\d{4})[-/]?第?(?P<serial>\d{1,9})号?")
FILE = re.compile(r"(?P<year>\d{4})年?(?P<body>\D{1,20}?)人调字?第?(?P<serial>\d{1,9})号?")


def find_numbered(session: Session, written: str) -> Case:
    """Find the case of a written number in any county; NotFound otherwise."""
    for county in session.scalars(select(County).order_by(County.county_id)).all():
        numbers = meant_by(written, county.short_name)
        asked = or_(Case.number.in_(numbers), Case.file_number.in_(numbers))
        case = session.scalar(select(Case).where(Case.county_id == county.county_id, asked))
        if case is not None:
            return case
    message = (
        f"没有案号或卷号是“{written[:LONGEST]}”的案件。请核对；"
        "可以写成 共调〔2026〕12号、2026-12 或卷号。"
    )
    raise NotFound(message)


def meant_by(written: str, short_name: str) -> list[str]:
    """List the stored spellings that a written number may mean in a county."""
    plain = _plain(written)
    found = [written.strip()]
    if match := SHORT.fullmatch(plain):
        found.append(case_number(int(match["year"]), int(match["serial"]), short_name))
    if match := REGISTRATION.fullmatch(plain):
        found.append(case_number(int(match["year"]), int(match["serial"]), match["county"]))
    if match := FILE.fullmatch(plain):
        found.append(file_number(match["body"], int(match["year"]), int(match["serial"])))
    return list(dict.fromkeys(found))


def _plain(written: str) -> str:
    bare = "".join(c for c in written[: LONGEST * 2] if c not in BRACKETS and not c.isspace())
    return "".join(
        c for c in unicodedata.normalize("NFKC", bare) if c not in BRACKETS and not c.isspace()
    )
