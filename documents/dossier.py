"""Bind a file (卷宗): cover, catalogue with computed pages, the papers numbered through, back cover.

The binding is for reading and printing; each paper's own signed file stays the original. Page
numbers stand in the outer upper corner, right on odd and left on even pages, from the first paper
on: cover, catalogue and back cover bear none.
"""

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pikepdf

from documents.compose import number_pages
from documents.overlay import lay_over
from documents.papers import BackCover, CatalogLine, DossierCatalog, DossierCover
from documents.render import print_marks, render

NUMBER = pikepdf.Name("/SizhenPageNumber")


@dataclass(frozen=True)
class Part:
    """One paper of the file: its catalogue title and its PDF, signed or scanned."""

    title: str
    pdf: bytes
    remark: str = ""


@dataclass(frozen=True)
class Bound:
    """The bound file: ``pages`` counts numbered pages alone, ``lines`` are the catalogue."""

    pdf: bytes
    sha256: str
    pages: int
    lines: tuple[CatalogLine, ...]


class BadPart(ValueError):
    """A paper of the file cannot be read."""


def assemble(cover: DossierCover, parts: Sequence[Part], back: BackCover) -> Bound:
    """Bind the parts in the order given; ``back.pages`` is filled in. Same parts, same bytes."""
    opened = [_open(part) for part in parts]
    lines = tuple(_lines(parts, opened))
    pages = sum(len(document.pages) for document in opened)
    catalog = DossierCatalog(
        committee=cover.committee, number=cover.number, lines=lines, compiled_on=cover.compiled_on
    )
    fronts = [_pages(render(paper).pdf) for paper in (cover, catalog)]
    backs = _pages(render(replace(back, pages=pages)).pdf)
    out = io.BytesIO()
    with pikepdf.new() as bound, _pages(_numbers(pages)) as numbers:
        for document in (*fronts, *opened, backs):
            bound.pages.extend(document.pages)
        first = sum(len(front.pages) for front in fronts)
        for number in range(pages):
            lay_over(bound, bound.pages[first + number], numbers.pages[number], NUMBER)
        _outline(bound, lines, first)
        bound.docinfo["/Title"] = f"{cover.number} {cover.name}"
        bound.save(out, deterministic_id=True)
    for document in (*fronts, *opened, backs):
        document.close()
    pdf = out.getvalue()
    return Bound(pdf, hashlib.sha256(pdf).hexdigest(), pages, lines)


def _open(part: Part) -> pikepdf.Pdf:
    """Open a paper with its signatures drawn into the page, as a reader sees them."""
    try:
        document = _pages(part.pdf)
    except pikepdf.PdfError as error:
        message = f"卷内材料“{part.title}”打不开，请重新上传后再装订。"
        raise BadPart(message) from error
    document.flatten_annotations("all")
    for page in document.pages:
        if "/Annots" in page:
            del page["/Annots"]
    if "/AcroForm" in document.Root:
        del document.Root["/AcroForm"]
    return document


def _pages(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf)) if pdf else pikepdf.new()


def _numbers(count: int) -> bytes:
    return print_marks(number_pages(count)) if count else b""


def _lines(parts: Sequence[Part], opened: Sequence[pikepdf.Pdf]) -> Iterator[CatalogLine]:
    page = 1
    for part, document in zip(parts, opened, strict=True):
        yield CatalogLine(title=part.title, page=page, remark=part.remark)
        page += len(document.pages)


def _outline(bound: pikepdf.Pdf, lines: Sequence[CatalogLine], first: int) -> None:
    with bound.open_outline() as outline:
        for line in lines:
            place = first + (line.page or 1) - 1
            outline.root.append(pikepdf.OutlineItem(line.title, place))
