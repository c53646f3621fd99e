"""What a visible signature shows: drawn ink or a seal, and a caption in a font cut to its words.

pyHanko subsets a caption's font at each signature, most of a second for 15 MB; HarfBuzz cuts the
font down to the caption first, in milliseconds. The face is opened once and kept.
"""

import io
from dataclasses import dataclass
from functools import cache
from typing import Any

import uharfbuzz
from pyhanko.pdf_utils.content import RawContent  # noqa: TID251 (the signing package)
from pyhanko.pdf_utils.font.api import FontEngineFactory  # noqa: TID251 (the signing package)
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator  # noqa: TID251 (the signing package)
from pyhanko.pdf_utils.layout import (  # noqa: TID251 (the signing package)
    AxisAlignment,
    BoxConstraints,
    InnerScaling,
    Margins,
    SimpleBoxLayoutRule,
)
from pyhanko.pdf_utils.text import TextBoxStyle  # noqa: TID251 (the signing package)
from pyhanko.stamp import StaticStampStyle, TextStampStyle  # noqa: TID251 (the signing package)

from documents.typefaces import FACES, FONTS

CAPTION_POINTS, CAPTION_ROOM = 5, 42


@dataclass(frozen=True)
class Drawing:
    """PDF operators in a box of ``width`` × ``height``, and the words beside them."""

    content: bytes
    width: float
    height: float
    caption: str = ""

    def style(self) -> Any:  # noqa: ANN401 (pyHanko is untyped)
        """Tell pyHanko how to stamp it."""
        drawn = RawContent(self.content, box=BoxConstraints(self.width, self.height))
        if not self.caption:
            middle = _at(AxisAlignment.ALIGN_MID)
            return StaticStampStyle(border_width=0, background=drawn, background_opacity=1,
                                    background_layout=middle)  # fmt: skip
        words = TextBoxStyle(font=_Cut(self.caption), font_size=CAPTION_POINTS, border_width=0)
        return TextStampStyle(
            border_width=0, background=drawn, background_opacity=1,
            background_layout=_at(AxisAlignment.ALIGN_MIN, Margins(1, CAPTION_ROOM, 2, 1)),
            stamp_text="%(caption)s", text_box_style=words,
            inner_content_layout=_at(AxisAlignment.ALIGN_MAX, shrink=True),
        )  # fmt: skip


@dataclass(frozen=True)
class _Cut(FontEngineFactory):
    """The body font with the characters of one text and no others."""

    text: str

    def create_font_engine(self, writer: Any, obj_stream: Any = None) -> Any:  # noqa: ANN401 (pyHanko is untyped)
        wanted = uharfbuzz.SubsetInput()
        wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).update(map(ord, self.text))
        data = io.BytesIO(uharfbuzz.subset(_face(), wanted).blob.data)
        if obj_stream is None and writer.stream_xrefs:
            obj_stream = writer.prepare_object_stream()
        return GlyphAccumulator(writer, data, CAPTION_POINTS, obj_stream=obj_stream)


@cache
def _face() -> Any:  # noqa: ANN401 (uharfbuzz is untyped)
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / FACES["body"])))


def _at(x: Any, margins: Any = None, *, shrink: bool = False) -> Any:  # noqa: ANN401 (pyHanko is untyped)
    return SimpleBoxLayoutRule(
        x_align=x,
        y_align=AxisAlignment.ALIGN_MIN if shrink else AxisAlignment.ALIGN_MID,
        margins=margins or Margins(1, 1, 1, 1),
        inner_content_scaling=InnerScaling.SHRINK_TO_FIT if shrink else InnerScaling.STRETCH_TO_FIT,
    )
