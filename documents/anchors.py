"""Places on a page where a signature goes."""

from dataclasses import dataclass

PT_PER_PX = 0.75


@dataclass(frozen=True)
class Anchor:
    """A box on a page: ``page`` from 0, corners in points from the bottom left."""

    page: int
    x1: float
    y1: float
    x2: float
    y2: float

    @classmethod
    def of(cls, page: int, height: float, box: tuple[float, float, float, float]) -> "Anchor":
        """Turn a box in CSS pixels from the top left, on a page of ``height`` pixels."""
        x1, y1, x2, y2 = box
        corners = (x1, height - y2, x2, height - y1)
        return cls(page, *(round(value * PT_PER_PX, 2) for value in corners))

    def whole_points(self) -> tuple[int, int, int, int]:
        """Round the corners, as PDF annotations like them."""
        return round(self.x1), round(self.y1), round(self.x2), round(self.y2)
