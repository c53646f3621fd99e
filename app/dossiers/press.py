"""The press: rows → plain data → bytes, outside every write transaction (SQLite has one writer).

What was read may change before the bytes are kept; so the data's hash travels along and is compared
inside the transaction that keeps them (`issuing.py`).
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.dossiers.asked import asked_for
from app.dossiers.catalogue import entry_of
from app.dossiers.codes import read_code
from app.dossiers.commands import Content, Pressed
from app.dossiers.enums import MediaType
from app.dossiers.ink_reading import marks_of
from app.dossiers.mapping import KNOWN, MAKERS
from app.dossiers.mapping.desk import Desk
from app.dossiers.sealing import code_key, key_of
from app.dossiers.wording import told_words
from app.kernel.errors import Incomplete, NotNow
from documents.alarm import RenderFault
from documents.compose import MissingWordError, canonical
from documents.guard import Unprintable
from documents.issue import issue
from documents.lint import LayoutFault
from documents.papers import Paper
from documents.papers.parts import BadPaperError
from documents.render import Rendered, render
from documents.sign import InkMark, seal

SEAL = "seal"


@dataclass(frozen=True)
class Wish:
    """Which paper, about what, on which day, for whom."""

    code: str
    subject_id: UUID
    on: date
    actor_id: UUID


def press(session: Session, case: Case, wish: Wish, *, keys: Path, now: datetime) -> Pressed:
    """Print a paper once; seal it where it has a place for the seal or bears drawn signatures.

    Not where ink is the only way. `keys` is the folder of the committees' signing keys.
    """
    paper = compose_paper(session, case, wish)
    issued, printed = print_with_code(paper, code_key(keys))
    frozen = _content(printed.pdf, printed.pages)
    sealed, marks = None, tuple[InkMark, ...]()
    if not printed.ink_only:
        marks = marks_of(session, case.county_id, frozen.sha256, printed.anchors)
    if marks or (SEAL in printed.anchors and not printed.ink_only):
        key = key_of(keys, case, paper.committee)
        sealed = _content(seal(printed, key, signed_at=now, inks=marks), printed.pages)
    code = read_code(issued.check_code) or ""
    return Pressed(frozen, sealed, data_sha256(paper), code, len(marks))


def compose_paper(session: Session, case: Case, wish: Wish) -> Paper:
    """Lay the rows out as the paper's plain data."""
    maker = MAKERS.get(wish.code)
    if maker is None:
        title = entry_of(wish.code).title
        message = f"{title}不由系统打印。请把原件扫描后上传入卷。"
        raise NotNow(message)
    desk = Desk(session, case, wish.subject_id, wish.on, wish.actor_id)
    desk = replace(desk, words=words_for(desk, wish.code))
    try:
        return maker(desk)
    except BadPaperError as error:
        raise Incomplete(str(error)) from error


def words_for(desk: Desk, code: str, *, demanded: bool = True) -> dict[str, str]:
    """Gather the few words that only this paper needs: what the case knows, then what was told.

    Incomplete names each that is still missing, unless they are merely to be shown.
    """
    known = KNOWN[code](desk) if code in KNOWN else {}
    words = {**known, **told_words(desk.session, desk.case, code, desk.subject_id)}
    if demanded and (
        missing := [w for w in asked_for(code) if w.required and not words.get(w.name)]
    ):
        labels = "、".join(word.label for word in missing)
        message = f"出具{entry_of(code).title}还要填：{labels}。请在案件的文书页点“填写”。"
        raise Incomplete(message, field=missing[0].name)
    return words


def print_paper(paper: Paper, *, draft: bool = False) -> Rendered:
    """Render without a code, and say in Chinese what keeps a paper from being printed."""
    with _said_in_chinese(paper):
        return render(paper, draft=draft)


def print_with_code(paper: Paper, key: Ed25519PrivateKey) -> tuple[Paper, Rendered]:
    """Render with the signed QR code and its short code."""
    with _said_in_chinese(paper):
        return issue(paper, key)


@contextmanager
def _said_in_chinese(paper: Paper) -> Iterator[None]:
    try:
        yield
    except Unprintable as error:
        raise Incomplete(str(error)) from error
    except (LayoutFault, MissingWordError, RenderFault, ValueError) as error:
        message = f"{paper.title}没有打印：{error}"
        raise Incomplete(message) from error


def data_sha256(paper: Paper) -> str:
    """Hash what a paper says, without the code that each printing has anew."""
    return hashlib.sha256(canonical(replace(paper, qr_text="", check_code=""))).hexdigest()


def _content(pdf: bytes, pages: int) -> Content:
    return Content(pdf, hashlib.sha256(pdf).hexdigest(), MediaType.PDF, pages)
