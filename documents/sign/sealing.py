"""The order of signatures: the system certifies, people's ink follows, the committee's seal locks.

A party's ink is evidence, not a personal key: the system signs over it. Papers on marriage,
adoption and inheritance are never sealed electronically (电子签名法 Art 3): print them.
"""

import io
from dataclasses import dataclass
from datetime import datetime

from pyhanko.pdf_utils.incremental_writer import (  # noqa: TID251 (the signing package)
    IncrementalPdfFileWriter,
)
from pyhanko.sign import PdfSignatureMetadata  # noqa: TID251 (the signing package)
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter  # noqa: TID251 (the signing package)

from documents.ink import Ink
from documents.render import Rendered
from documents.sign.appearance import Drawing
from documents.sign.emblem import SIZE, emblem
from documents.sign.fields import SEAL, SYSTEM, add_fields, field_name
from documents.sign.keys import CommitteeKey
from documents.sign.signer import CHINA, DIGEST, DatedSigner, HeldKeySigner


class InkRequired(PermissionError):
    """The law wants ink, fingerprint and the wet seal for this paper."""


class NotSealable(ValueError):
    """The paper has no place for what is to be put on it."""


@dataclass(frozen=True)
class InkMark:
    """A person's drawn signature: at which anchor, whose, when, and its outline in PDF operators.

    ``evidence`` is the SHA-256 of the canonical strokes, signed with the document.
    """

    role: str
    name: str
    drawn_at: datetime
    content: bytes
    width: float
    height: float
    evidence: str = ""

    @classmethod
    def of(cls, role: str, name: str, drawn_at: datetime, ink: Ink) -> "InkMark":
        """Take a checked signature from a pad."""
        return cls(role, name, drawn_at, ink.pdf_content(), ink.width, ink.height, ink.sha256)


@dataclass(frozen=True)
class Hand:
    """Who signs, under which name, and why."""

    role: str
    name: str
    signed_at: datetime
    reason: str = ""


def seal(
    rendered: Rendered,
    key: CommitteeKey,
    *,
    signed_at: datetime,
    inks: tuple[InkMark, ...] = (),
) -> bytes:
    """Certify, ink and seal a frozen paper; ``signed_at`` bears a zone.

    On a form without a place for the seal, drawn signatures are locked by one that does not show.
    Raises InkRequired, or NotSealable when the paper has no place for the seal or an ink.
    """
    _refuse(rendered, key, inks, signed_at)
    roles = (SYSTEM, *(ink.role for ink in inks), SEAL)
    pdf = add_fields(rendered.pdf, roles, rendered.anchors)
    pdf = sign_as(pdf, key, Hand(SYSTEM, "四诊文书系统", signed_at), None)
    for ink in inks:
        when = ink.drawn_at.astimezone(CHINA)
        drawing = Drawing(ink.content, ink.width, ink.height, f"{ink.name}\n{when:%Y-%m-%d %H:%M}")
        reason = f"手写电子签名（辅助） {ink.evidence}".strip()
        pdf = sign_as(pdf, key, Hand(ink.role, ink.name, ink.drawn_at, reason), drawing)
    shown = SEAL in rendered.anchors
    round_seal = Drawing(emblem(key.committee, is_demo=key.is_demo), SIZE, SIZE) if shown else None
    return sign_as(pdf, key, Hand(SEAL, key.committee, signed_at), round_seal)


def _refuse(
    rendered: Rendered, key: CommitteeKey, inks: tuple[InkMark, ...], signed_at: datetime
) -> None:
    if rendered.ink_only:
        raise InkRequired(
            "涉及婚姻、收养、继承等人身关系的文书不能使用电子签名（电子签名法第三条）；"
            "请打印后由当事人亲笔签名、捺印并加盖印章。"
        )
    if SEAL not in rendered.anchors and not inks:
        raise NotSealable("这份文书没有盖章的位置（草稿或不加盖印章的文书），不能加盖电子印章。")
    if missing := sorted({ink.role for ink in inks} - set(rendered.anchors)):
        message = f"文书上没有这些签名位置：{'、'.join(missing)}。"
        raise NotSealable(message)
    if rendered.committee != key.committee:
        message = f"文书属于{rendered.committee}，不能加盖{key.committee}的印章。"
        raise NotSealable(message)
    if any(moment.utcoffset() is None for moment in (signed_at, *(i.drawn_at for i in inks))):
        raise NotSealable("签署时间必须带时区。")


def sign_as(pdf: bytes, key: CommitteeKey, hand: Hand, drawing: Drawing | None) -> bytes:
    """Add one revision. The first signature certifies; later ones may only fill fields."""
    metadata = PdfSignatureMetadata(
        field_name=field_name(hand.role),
        md_algorithm=DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        name=hand.name,
        reason=hand.reason or None,
        certify=hand.role == SYSTEM,
        docmdp_permissions=MDPPerm.NO_CHANGES if hand.role == SEAL else MDPPerm.FILL_FORMS,
    )
    identity = key.hands[SEAL if hand.role == SEAL else SYSTEM]
    style = drawing.style() if drawing else None
    signer = DatedSigner(metadata, HeldKeySigner(identity, key), stamp_style=style)
    signer.signed_at = hand.signed_at
    words = {"caption": drawing.caption} if drawing else None
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    return bytes(signer.sign_pdf(writer, appearance_text_params=words).getbuffer())
