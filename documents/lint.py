"""Faults of a laid-out paper that the renderer does not report; any of them stops the print.

It walks the boxes of the document: text beyond its cell or its page, marks at the wrong end of a
line, ragged lines, a signature block split or alone, empty pages, and characters that the face
of their own line cannot print. The box tree is not public: the renderer's version is pinned.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from documents.anchors import PT_PER_PX, Anchor
from documents.guard import check_text
from documents.typefaces import TIBETAN

NEVER_FIRST = frozenset("，。、；：？！）》」』】〉”’…℃·")
NEVER_LAST = frozenset("（《「『【〈“‘￥")
TOLERANCE = 0.5  # CSS pixels
LEADING = 4  # CSS pixels: a glyph box may be taller than its line
LINES_ABOVE = 2
CROWD = 6  # more parties, mediators and witnesses than this may sign on several pages
BOLD = 600
RECEIVED, SIGNERS = "received-", ("party-", "mediator-", "witness-")
HAN = re.compile("[\u4e00-\u9fff]")

Box = Any  # a box of WeasyPrint, untyped


class LayoutFault(ValueError):
    """The paper was laid out, but must not be printed like that."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("文书版式有误，未打印：" + "；".join(self.faults[:5]))


@dataclass
class Walk:
    """One pass over a document's boxes, sorted by what the rules ask for."""

    texts: list[tuple[Box, Box, Box]]  # text box, its cell or None, its page box
    paragraphs: list[Box]


def check(document: Any, anchors: Mapping[str, Anchor], most_pages: int) -> frozenset[str]:  # noqa: ANN401 (WeasyPrint is untyped)
    """Name the faces the document prints in; raise LayoutFault or Unprintable at any fault."""
    walk = Walk([], [])
    for page in document.pages:
        _gather(page._page_box, None, page._page_box, walk)  # noqa: SLF001 (no public box tree)
    faces = _check_faces(walk)
    found = [
        *_overflow(walk),
        *_line_ends(walk),
        *_ragged(walk),
        *_empty_pages(document),
        *_signature_block(document, anchors),
    ]
    if len(document.pages) > most_pages:
        found.append(f"共{len(document.pages)}页，超过{most_pages}页")
    if found:
        raise LayoutFault(found)
    return faces


def _kind(box: Box) -> str:
    return type(box).__name__


def _gather(box: Box, cell: Box, page: Box, walk: Walk) -> None:
    kind = _kind(box)
    if kind == "TextBox":
        walk.texts.append((box, cell, page))
        return
    if kind == "TableCellBox":
        cell = box
    children = getattr(box, "children", ())
    if any(_kind(child) == "LineBox" for child in children):
        walk.paragraphs.append(box)
    for child in children:
        if _kind(child) != "MarginBox":
            _gather(child, cell, page, walk)


def _face(box: Box) -> str:
    family = box.style["font_family"][0]
    if family == "Noto Sans SC":
        return "label"
    return "heading" if box.style["font_weight"] >= BOLD else "body"


def _check_faces(walk: Walk) -> frozenset[str]:
    """Check each text against the font of its own line: a fallback inside the set stands out."""
    printed: dict[str, set[str]] = {}
    for box, _, _ in walk.texts:
        if box.style["font_family"][0] != "Noto Serif Tibetan":
            printed.setdefault(_face(box), set()).update(box.text)
    for face, characters in sorted(printed.items()):
        check_text("".join(sorted(characters)), face=face)
    return frozenset(printed)


def _overflow(walk: Walk) -> Iterator[str]:
    for box, cell, page in walk.texts:
        if not box.text.strip():
            continue
        edge = page.content_box_x() + page.width
        if cell:
            edge = min(edge, cell.position_x + cell.border_width())
        hung = (len(box.text) - len(box.text.rstrip("\u3000"))) * box.style["font_size"]
        beyond = box.position_x + box.width - hung - edge  # a blank at a line's end may hang
        if beyond > TOLERANCE:
            yield f"“{box.text[:12]}”超出{'单元格' if cell else '版心'}{beyond * PT_PER_PX:.0f}磅"
        below = box.position_y + box.height - page.content_box_y() - page.height
        if below > LEADING:
            yield f"“{box.text[:12]}”超出版心下边{below * PT_PER_PX:.0f}磅"


def _text(box: Box) -> str:
    if _kind(box) == "TextBox":
        return str(box.text)
    return "".join(map(_text, getattr(box, "children", ())))


def _lines(paragraph: Box) -> list[Box]:
    return [child for child in paragraph.children if _kind(child) == "LineBox"]


def _line_ends(walk: Walk) -> Iterator[str]:
    """Judge only breaks inside a paragraph: its first and last lines may begin or end freely."""
    for paragraph in walk.paragraphs:
        for before, after in pairwise(_text(line).strip() for line in _lines(paragraph)):
            if before and after and (before[-1] in NEVER_LAST or after[0] in NEVER_FIRST):
                yield f"“{before[-6:]}｜{after[:6]}”处断行不当"


def _ragged(walk: Walk) -> Iterator[str]:
    for paragraph in walk.paragraphs:
        if paragraph.style["text_align_all"] != "justify":
            continue
        edge = paragraph.content_box_x() + paragraph.width
        for line in _lines(paragraph)[:-1]:
            if not _spreads(_text(line)):
                continue
            last = _last_text(line)
            short = edge - last.position_x - last.width if last else 0.0
            if abs(short) > TOLERANCE:
                yield f"“{_text(line)[-8:]}”一行未对齐，差{short * PT_PER_PX:.0f}磅"


def _spreads(text: str) -> bool:
    """Say whether a line is spread to both edges: Han, and no Tibetan, whose stacks hold together."""
    return bool(HAN.search(text)) and not any(ord(character) in TIBETAN for character in text)


def _last_text(box: Box) -> Box:
    if _kind(box) == "TextBox":
        return box
    for child in reversed(getattr(box, "children", ())):
        if found := _last_text(child):
            return found
    return None


def _empty_pages(document: Box) -> Iterator[str]:
    for number, page in enumerate(document.pages, 1):
        flow = [c for c in page._page_box.children if _kind(c) != "MarginBox"]  # noqa: SLF001 (no public box tree)
        if not any(_text(child).strip() for child in flow):
            yield f"第{number}页是空白页"


def _signature_block(document: Box, anchors: Mapping[str, Anchor]) -> Iterator[str]:
    """Hold the places to sign together, with at least two lines of text above them.

    A crowd of them may run on over pages; receipts are signed later and may stand apart.
    """
    crowd = sum(name.startswith(SIGNERS) for name in anchors) > CROWD
    apart = (RECEIVED, *SIGNERS) if crowd else (RECEIVED,)
    together = [anchor for name, anchor in anchors.items() if not name.startswith(apart)]
    pages = sorted({anchor.page for anchor in together})
    if len(pages) > 1:
        yield f"签名处分在第{'、'.join(str(page + 1) for page in pages)}页"
    elif pages and not crowd:
        page = document.pages[pages[0]]
        top = page.height - max(anchor.y2 for anchor in together) / PT_PER_PX
        if _lines_above(page._page_box, top) < LINES_ABOVE:  # noqa: SLF001 (no public box tree)
            yield f"第{pages[0] + 1}页只有签名处而没有正文"


def _lines_above(box: Box, top: float) -> int:
    if _kind(box) == "MarginBox":
        return 0
    if _kind(box) == "LineBox":
        return int(bool(_text(box).strip()) and box.position_y + box.height < top)
    return sum(_lines_above(child, top) for child in getattr(box, "children", ()))
