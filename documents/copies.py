"""The copies of a paper as they leave the printer: each page says which copy, of what content.

The mark lies in the lower margin over the frozen bytes; the copies are for the printer alone, what
is kept and checked stays the frozen paper.
"""

import io
from collections.abc import Sequence
from contextlib import ExitStack

import pikepdf

from documents.compose import mark_pages
from documents.overlay import lay_over
from documents.render import print_marks

MARK = pikepdf.Name("/SizhenCopyMark")
GROUP, GROUPS = 4, 4


def copies_of(pdf: bytes, sha256: str, numbers: Sequence[int], total: int) -> bytes:
    """Put the copies of these numbers behind one another, each marked on each of its pages.

    A number beyond ``total`` is one printed again later. Same copies, same bytes.
    """
    labels = [f"{_said(number, total)}　内容摘要 {spoken(sha256)}" for number in numbers]
    out = io.BytesIO()
    with ExitStack() as opened, pikepdf.new() as made:
        marks = opened.enter_context(_open(print_marks(mark_pages(labels))))
        for mark in marks.pages:
            start = len(made.pages)
            made.pages.extend(opened.enter_context(_open(pdf)).pages)
            for page in made.pages[start:]:
                lay_over(made, page, mark, MARK)
        made.save(out, deterministic_id=True)
    return out.getvalue()


def _open(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def spoken(sha256: str) -> str:
    """Write the head of a content's hash in groups, as it stands on a copy and on the log."""
    return " ".join(sha256[at : at + GROUP] for at in range(0, GROUP * GROUPS, GROUP))


def _said(number: int, total: int) -> str:
    if number > total:
        return f"第 {number} 份（一式 {total} 份之外补印）"
    return f"第 {number} 份　共 {total} 份"
