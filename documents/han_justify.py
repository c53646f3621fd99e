"""Justification between Han characters, which WeasyPrint 70 does not have: it widens only spaces.

The free width of a line is shared out over the gaps between its characters. Widths are settled at
layout, the spacing is set when the text is drawn. Lines with Tibetan, or with anything but text,
keep the original behaviour; a line that would need wider gaps than MOST_EM stays ragged, and the
lint says so. The patched names are not public: the major version is asserted, a test watches the
right edge.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import weasyprint  # noqa: TID251 (the patch of the renderer)
from weasyprint.formatting_structure import boxes  # noqa: TID251 (the patch of the renderer)
from weasyprint.layout import inline  # noqa: TID251 (the patch of the renderer)
from weasyprint.text.line_break import Layout  # noqa: TID251 (the patch of the renderer)

SUPPORTED = "70."
MOST_EM = 0.45  # 0.30 is seldom passed: where an amount or a date went whole to the next line
FEWEST_GAPS = 2
HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U000323af]")
TIBETAN = re.compile("[\u0f00-\u0fff]")  # stacks must never be spaced apart
WIDTHLESS = frozenset({"Mn", "Me", "Cf"})

_widen_spaces = inline.justify_line


def install() -> None:
    """Replace the renderer's justification; only for the version it was written for."""
    if not weasyprint.VERSION.startswith(SUPPORTED):
        message = f"Han justification knows WeasyPrint {SUPPORTED}*, not {weasyprint.VERSION}"
        raise RuntimeError(message)
    inline.justify_line = justify_line


def justify_line(context: object, line: Any, extra_width: float) -> None:  # noqa: ANN401 (a box of WeasyPrint, untyped)
    """Share ``extra_width`` CSS pixels out over the line's gaps, where it is plain Han text."""
    texts = list(_text_boxes(line))
    text = "".join(box.text for box in texts)
    if not _is_plain_han(line, text):
        _widen_spaces(context, line, extra_width)
        return
    gaps = _places(text) - 1
    if gaps >= FEWEST_GAPS and extra_width / gaps <= MOST_EM * line.style["font_size"]:
        _spread(line, extra_width / gaps, 0.0, texts[-1])


class _SpacedStyle:
    """A style but for its letter spacing."""

    __slots__ = ("spacing", "style")

    def __init__(self, style: Any, spacing: float) -> None:  # noqa: ANN401 (a style of WeasyPrint, untyped)
        self.style, self.spacing = style, spacing

    def __getitem__(self, key: str) -> object:
        return self.spacing if key == "letter_spacing" else self.style[key]

    def __getattr__(self, name: str) -> object:
        return getattr(self.style, name)


class _HanLayout(Layout):
    """A Pango layout that adds ``han_spacing`` when it is asked to justify at drawing."""

    style: Any
    han_spacing = 0.0

    def set_text(self, text: str, justify: bool = False) -> None:  # noqa: FBT001, FBT002 (WeasyPrint's own signature)
        if not justify or not self.han_spacing:
            super().set_text(text, justify)
            return
        style, spacing = self.style, self.style["letter_spacing"]
        base = 0 if spacing == "normal" else spacing
        self.style = _SpacedStyle(style, base + self.han_spacing)
        try:
            super().set_text(text, justify)
        finally:
            self.style = style


def _in_flow(box: Any) -> list[Any]:  # noqa: ANN401 (a box of WeasyPrint, untyped)
    return [child for child in box.children if child.is_in_normal_flow()]


def _text_boxes(box: Any) -> Iterator[Any]:  # noqa: ANN401 (a box of WeasyPrint, untyped)
    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in _in_flow(box):
            yield from _text_boxes(child)


def _places(text: str) -> int:
    """Count the characters that take a place of their own."""
    return sum(unicodedata.category(character) not in WIDTHLESS for character in text)


def _is_plain_han(line: Any, text: str) -> bool:  # noqa: ANN401 (a box of WeasyPrint, untyped)
    only_text = all(isinstance(part, boxes.TextBox | boxes.InlineBox) for part in _in_flow(line))
    return only_text and bool(HAN.search(text)) and not TIBETAN.search(text)


def _spread(box: Any, gap: float, shift: float, last: object) -> float:  # noqa: ANN401 (a box of WeasyPrint, untyped)
    """Move a box by ``shift``, widen it by its gaps, and return the shift of what follows."""
    box.position_x += shift
    if isinstance(box, boxes.TextBox):
        box.pango_layout.__class__ = _HanLayout
        box.pango_layout.han_spacing = gap
        extra = gap * (_places(box.text) - (box is last))
    else:
        extra = 0.0
        for child in _in_flow(box):
            extra = _spread(child, gap, shift + extra, last) - shift
    box.width += extra
    return shift + extra
