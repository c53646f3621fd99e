"""Signatures drawn on a screen: checked, kept by their hash, bound to the sheet that was shown.

Such a drawing is an aid (电子签名法 13 条): what counts is the hand on paper. It goes into the
electronic file the next time the same sheet is pressed, and never into another one.
"""

import hashlib
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agreements.commands import RegisterSignatures, SignatureWords
from app.agreements.enums import SignatureMethod
from app.agreements.identity import insists_on_ink
from app.agreements.signing import demand_tablet_may, register_signatures
from app.cases.model import Case
from app.cases.verbs import take_case
from app.dossiers.commands import Content, DrawSignature
from app.dossiers.enums import MediaType
from app.dossiers.ink_model import InkSignature
from app.dossiers.ink_seats import ROWS
from app.dossiers.issuing import find_paper
from app.dossiers.model import IssuedPaper
from app.dossiers.shelf import keep
from app.dossiers.tags import Tag
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow, Stale
from app.kernel.ids import new_id
from documents.ink import BadInk, read_ink

AGREEMENT = "mediation_agreement"
INKABLE = frozenset({AGREEMENT, *ROWS})


def inkable(session: Session, case: Case, on: date) -> frozenset[str]:
    """Name the papers that may be signed on a screen; none where the law wants ink (电子签名法 3 条)."""
    return frozenset() if insists_on_ink(session, case, on) else INKABLE


def read_strokes(raw: str, width: float, height: float) -> Content:
    """Check what a pad sent; Incomplete says what is wrong. The canonical strokes are what is kept."""
    try:
        ink = read_ink(raw.encode(), width, height)
    except BadInk as error:
        raise Incomplete(str(error), field="strokes") from error
    canonical = ink.canonical()
    return Content(canonical, hashlib.sha256(canonical).hexdigest(), MediaType.JSON, 1)


def draw_signature(command: DrawSignature, work: Work) -> str:
    """Keep a drawn signature with its sheet; an agreement registers it as the aid it is. Answer its hash."""
    case = take_case(work)
    paper = find_paper(work.session, case, command.paper_id)
    _check(command, paper, work)
    keep(command.strokes, work)
    work.session.add(_row(command, paper, work))
    if paper.code == AGREEMENT:
        _register(command, paper, work)
    else:
        barred = insists_on_ink(work.session, case, command.on)
        demand_tablet_may(is_barred=barred, is_agreed=command.is_agreed)
    kept = {"paper_id": paper.id, "place": command.place, "ink_sha256": command.strokes.sha256}
    work.record(Tag.INKED, case.id, **kept)
    return command.strokes.sha256


def _register(command: DrawSignature, paper: IssuedPaper, work: Work) -> None:
    hand = SignatureWords(
        role=command.role, signer=command.signer, method=SignatureMethod.TABLET, on=command.on,
        party_id=command.party_id, witness=command.witness,
    )  # fmt: skip
    said = RegisterSignatures(
        county_id=command.county_id, actor_id=command.actor_id, on=command.on,
        case_id=command.case_id, agreement_id=paper.subject_id, signatures=(hand,),
        is_tablet_agreed=command.is_agreed,
    )  # fmt: skip
    register_signatures(said, work)


def _check(command: DrawSignature, paper: IssuedPaper, work: Work) -> None:
    if paper.code not in INKABLE or paper.superseded_at is not None:
        raise NotNow(
            "屏幕签名只用于最新一版的协议书和调解、调查、回访记录，请从案件的文书页重新打开。"
        )
    if paper.frozen_sha256 != command.frozen_sha256:
        raise Stale("屏幕上显示的不是这一版文书，签名没有保存。请重新打开，看过内容再签。")
    used = select(InkSignature.id).where(
        InkSignature.county_id == paper.county_id, InkSignature.nonce == command.nonce
    )
    if work.session.scalar(used) is not None:
        raise Stale("这一次签名已经保存过了。要重签，请重新打开签名页。")


def _row(command: DrawSignature, paper: IssuedPaper, work: Work) -> InkSignature:
    return InkSignature(
        county_id=paper.county_id,
        id=new_id(),
        paper_id=paper.id,
        frozen_sha256=command.frozen_sha256,
        nonce=command.nonce,
        place=command.place,
        signer=command.signer,
        sha256=command.strokes.sha256,
        witness=command.witness,
        device=command.device,
        recorded_by=command.actor_id,
        drawn_at=work.now,
    )
