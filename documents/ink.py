"""Handwritten signatures from a pad: hostile until checked, canonical for evidence, drawn by us.

Nothing the browser sent is embedded as it came. The canonical JSON and its SHA-256 are the
evidence, kept with device, witness and time; one filled outline a stroke is what is shown. Such a
signature assists the paper original and is never its only proof (电子签名法 Art 13).
"""

import hashlib
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

MOST_BYTES, MOST_STROKES, MOST_POINTS = 400_000, 200, 6_000
MARGIN = 5  # pad pixels that a stroke may leave the pad by
PAD_MOST = 10_000
LEAST_LENGTH, LEAST_WIDTH, LEAST_MILLISECONDS = 40, 15, 200
THIN, THICK = 0.012, 0.045  # of the pad's height, so that the look does not depend on the device
LATEST = 2**53  # milliseconds that JavaScript can count
MIDDLING_PEN = 0.5


class BadInk(ValueError):
    """The strokes are malformed, too many, or too little to be a signature."""


class Point(NamedTuple):
    """Where the pen was, when (milliseconds), and how hard it pressed (0–1)."""

    x: float
    y: float
    time: int
    pressure: float


@dataclass(frozen=True)
class Ink:
    """A checked signature on a pad of ``width`` × ``height`` pixels."""

    strokes: tuple[tuple[Point, ...], ...]
    width: float
    height: float

    def canonical(self) -> bytes:
        """Write the bytes that are stored and hashed."""
        data = {"width": self.width, "height": self.height, "strokes": self.strokes}
        return json.dumps(data, separators=(",", ":"), sort_keys=True).encode()

    @property
    def sha256(self) -> str:
        """Hash the canonical bytes."""
        return hashlib.sha256(self.canonical()).hexdigest()

    def svg(self) -> str:
        """Draw it for the screen."""
        path = "".join(
            "M" + " ".join(f"{x:.1f} {y:.1f}" for x, y in polygon) + "Z"
            for polygon in self._outlines()
        )
        box = f"0 0 {self.width:g} {self.height:g}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">'
            f'<path fill="#111" d="{path}"/></svg>'
        )

    def pdf_content(self) -> bytes:
        """Draw it as PDF operators in a box of the pad's size, origin at the bottom left."""
        lines = ["q 0.07 g"]
        for polygon in self._outlines():
            points = (
                f"{x:.1f} {self.height - y:.1f} {'l' if index else 'm'}"
                for index, (x, y) in enumerate(polygon)
            )
            lines.append(" ".join(points) + " h")
        return "\n".join([*lines, "f Q"]).encode()

    def _outlines(self) -> Iterator[list[tuple[float, float]]]:
        thin, thick = self.height * THIN, self.height * THICK
        for stroke in self.strokes:
            yield _outline(stroke, thin, thick)


def read_ink(raw: bytes, width: float, height: float) -> Ink:
    """Read what signature_pad's toData() sent from a pad of that size, or raise BadInk."""
    if len(raw) > MOST_BYTES:
        raise BadInk("签名数据过大，请清除后重写。")
    if not (0 < width <= PAD_MOST and 0 < height <= PAD_MOST):
        raise BadInk("签名板尺寸不对，请刷新页面后重写。")
    strokes = tuple(
        tuple(_point(point, width, height) for point in points) for points in _groups(raw)
    )
    times = [point.time for stroke in strokes for point in stroke]
    if any(later < earlier for earlier, later in pairwise(times)):
        raise BadInk("签名的时间先后不对，请清除后重写。")
    _refuse_blank(strokes)
    return Ink(strokes, width, height)


def reopen(canonical: bytes) -> Ink:
    """Open strokes that were checked once, from their canonical bytes."""
    data = json.loads(canonical)
    strokes = tuple(tuple(Point(*point) for point in points) for points in data["strokes"])
    return Ink(strokes, data["width"], data["height"])


def _groups(raw: bytes) -> list[list[object]]:
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BadInk("签名数据无法读取，请清除后重写。") from error
    if not isinstance(data, list) or not 1 <= len(data) <= MOST_STROKES:
        raise BadInk("签名没有笔画，或笔画过多，请清除后重写。")
    groups = [_points(stroke) for stroke in data]
    if sum(map(len, groups)) > MOST_POINTS:
        raise BadInk("签名的点过多，请清除后重写。")
    return groups


def _points(stroke: object) -> list[object]:
    points = stroke.get("points") if isinstance(stroke, dict) else None
    if not isinstance(points, list) or not points:
        raise BadInk("签名中有空的笔画，请清除后重写。")
    return points


def _point(raw: object, width: float, height: float) -> Point:
    if not isinstance(raw, dict):
        raise BadInk("签名数据无法读取，请清除后重写。")
    x, y, moment = (_number(raw.get(name)) for name in ("x", "y", "time"))
    inside = -MARGIN <= x <= width + MARGIN and -MARGIN <= y <= height + MARGIN
    if not inside or not 0 <= moment <= LATEST:
        raise BadInk("签名超出了签名板，请清除后重写。")
    return Point(round(x, 1), round(y, 1), int(moment), _pressure(raw.get("pressure")))


def _number(value: object) -> float:
    """Read a finite number; JSON knows integers without end."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadInk("签名数据无法读取，请清除后重写。")
    try:
        number = float(value)
    except OverflowError as error:
        raise BadInk("签名超出了签名板，请清除后重写。") from error
    if not math.isfinite(number):
        raise BadInk("签名超出了签名板，请清除后重写。")
    return number


def _pressure(value: object) -> float:
    """Read the pressure; a pad without any sends 0 or nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
        return MIDDLING_PEN
    return round(float(value), 2)


def _refuse_blank(strokes: tuple[tuple[Point, ...], ...]) -> None:
    xs = [point.x for stroke in strokes for point in stroke]
    length = sum(math.dist(a[:2], b[:2]) for stroke in strokes for a, b in pairwise(stroke))
    lasted = strokes[-1][-1].time - strokes[0][0].time
    if length < LEAST_LENGTH or max(xs) - min(xs) < LEAST_WIDTH or lasted < LEAST_MILLISECONDS:
        raise BadInk("签名是空白，或只有一点，请由本人重新书写。")


def _outline(stroke: tuple[Point, ...], thin: float, thick: float) -> list[tuple[float, float]]:
    """Draw a closed line round the stroke: out along its left side, back along its right."""
    left, right = [], []
    for index, point in enumerate(stroke):
        before, after = stroke[max(0, index - 1)], stroke[min(len(stroke) - 1, index + 1)]
        dx, dy = after.x - before.x, after.y - before.y
        norm = math.hypot(dx, dy) or 1.0
        half = (thin + (thick - thin) * point.pressure) / 2
        across = (-dy / norm * half, dx / norm * half)
        left.append((point.x + across[0], point.y + across[1]))
        right.append((point.x - across[0], point.y - across[1]))
    return left + right[::-1]
