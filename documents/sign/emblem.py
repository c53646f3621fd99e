"""What a seal's signature shows: glyph outlines on an arc in a ring, drawn once, needing no font.

The demonstration's seal has a star and says 演示. A real key's appearance is no picture of the
committee's stamp (电子签名法 gives such a picture no effect): a ring that says 电子签章, until the
seal's custodian provides the image and counsel allows it.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from documents.typefaces import FACES, FONTS

SIZE, CENTER = 500, 250.0
RING, RING_WIDTH = 228, 13
TEXT_RADIUS, TEXT_SIZE, CONDENSED = 172, 50, 0.82
SPREAD_EACH, SPREAD_MOST = 17.5, 270.0  # degrees
STAR_OUTER, STAR_INNER, CORNERS = 72.0, 27.5, 10
NOTE_SIZE, NOTE_HEIGHT, WORDS_HEIGHT = 36, 115.0, 250.0
RED = "0.843 0 0.059"
QUARTER = 0.5522847  # control point of a quarter circle as a cubic curve


@lru_cache(maxsize=64)
def emblem(committee: str, *, is_demo: bool) -> bytes:
    """Draw the PDF operators of a seal in a box of 500 × 500, origin at the bottom left."""
    parts = [f"q {RED} rg {RED} RG {RING_WIDTH} w", _ring(RING)]
    with TTFont(FONTS / FACES["label"]) as font:
        glyphs = _Glyphs(font)
        parts += _name(glyphs, committee)
        if is_demo:
            parts += [_star(), *_words(glyphs, "演示", NOTE_HEIGHT)]
        else:
            parts += _words(glyphs, "电子签章", WORDS_HEIGHT)
    return "\n".join([*parts, "f Q"]).encode()


class _Pen(BasePen):
    """Write outlines as PDF operators; the base pen turns quadratic curves into cubic ones."""

    def __init__(self, glyphs: Any) -> None:  # noqa: ANN401 (fontTools is untyped)
        super().__init__(glyphs)
        self.written: list[str] = []

    def _write(self, operator: str, *points: Sequence[float]) -> None:
        numbers = " ".join(f"{value:.1f}" for point in points for value in point)
        self.written.append(f"{numbers} {operator}".strip())

    def _moveTo(self, pt: Sequence[float]) -> None:  # noqa: N802 (fontTools' own name)
        self._write("m", pt)

    def _lineTo(self, pt: Sequence[float]) -> None:  # noqa: N802 (fontTools' own name)
        self._write("l", pt)

    def _curveToOne(self, *points: Sequence[float]) -> None:  # noqa: N802 (fontTools' own name)
        self._write("c", *points)

    def _closePath(self) -> None:  # noqa: N802 (fontTools' own name)
        self._write("h")


class _Glyphs:
    def __init__(self, font: Any) -> None:  # noqa: ANN401 (fontTools is untyped)
        self.outlines, self.names = font.getGlyphSet(), font.getBestCmap()
        self.units = font["head"].unitsPerEm

    def place(self, character: str, middle: tuple[float, float], size: float, turn: float) -> str:
        """Draw a glyph with its middle at ``middle``, turned clockwise by ``turn`` radians."""
        glyph, scale = self.outlines[self.names[ord(character)]], size / self.units
        wide = scale * CONDENSED
        a, b = wide * math.cos(turn), -wide * math.sin(turn)
        c, d = scale * math.sin(turn), scale * math.cos(turn)
        x, y = glyph.width / 2, 0.38 * self.units
        pen = _Pen(self.outlines)
        move = (middle[0] - a * x - c * y, middle[1] - b * x - d * y)
        glyph.draw(TransformPen(pen, (a, b, c, d, *move)))
        return " ".join(pen.written)


def _name(glyphs: _Glyphs, text: str) -> list[str]:
    spread = math.radians(min(SPREAD_MOST, SPREAD_EACH * len(text)))
    size = min(TEXT_SIZE, spread * TEXT_RADIUS / len(text) / CONDENSED)
    placed = []
    for index, character in enumerate(text):
        turn = spread * (index / max(1, len(text) - 1) - 0.5)
        middle = (CENTER + TEXT_RADIUS * math.sin(turn), CENTER + TEXT_RADIUS * math.cos(turn))
        placed.append(glyphs.place(character, middle, size, turn))
    return placed


def _words(glyphs: _Glyphs, text: str, height: float) -> list[str]:
    first = CENTER - (len(text) - 1) / 2 * NOTE_SIZE * 1.2
    places = ((first + index * NOTE_SIZE * 1.2, height) for index in range(len(text)))
    return [glyphs.place(c, place, NOTE_SIZE, 0.0) for c, place in zip(text, places, strict=True)]


def _star() -> str:
    drawn = []
    for index in range(CORNERS):
        radius = STAR_INNER if index % 2 else STAR_OUTER
        turn = index * 2 * math.pi / CORNERS
        x, y = CENTER + radius * math.sin(turn), CENTER + radius * math.cos(turn)
        drawn.append(f"{x:.1f} {y:.1f} {'l' if index else 'm'}")
    return " ".join([*drawn, "h"])


def _ring(radius: float) -> str:
    c, r, k = CENTER, radius, QUARTER * radius
    quarters = (
        (c + r, c + k, c + k, c + r, c, c + r),
        (c - k, c + r, c - r, c + k, c - r, c),
        (c - r, c - k, c - k, c - r, c, c - r),
        (c + k, c - r, c + r, c - k, c + r, c),
    )
    curves = " ".join(" ".join(f"{value:.1f}" for value in quarter) + " c" for quarter in quarters)
    return f"{c + r:.1f} {c:.1f} m {curves} s"
