"""Embed fonts without the tables that no reader of a PDF asks for: 8 KB less an agreement.

WeasyPrint leaves the whole font's maps, names and vertical widths beside the glyphs in use. A
CIDFontType2 font program needs the tables below and no others (ISO 32000-1, table 126), for its
glyphs are chosen by number. The patched class is not public: han_justify asserts its version.
"""

import struct
from typing import Any, NamedTuple

NEEDED = frozenset(
    {b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"cvt ", b"fpgm", b"prep"}
)
TRUE_TYPE = b"\0\1\0\0"
WHOLE = 0xB1B0AFBA  # what the words of a font add up to, by the adjustment in its head


class _Table(NamedTuple):
    tag: bytes
    checksum: int
    offset: int
    length: int


def install(fonts: Any) -> None:  # noqa: ANN401 (the renderer's class of fonts, which has no stubs)
    """Let the renderer drop what is not needed once it has cut a font down to its glyphs in use."""
    cut = fonts.clean

    def clean(font: Any, *how: object) -> None:  # noqa: ANN401 (the same)
        cut(font, *how)
        if font.file_content.startswith(TRUE_TYPE):
            font.file_content = lean(font.file_content)

    fonts.clean = clean


def lean(program: bytes) -> bytes:
    """Write a TrueType font again with the tables it needs."""
    count = int.from_bytes(program[4:6], "big")
    every = (_Table(*struct.unpack_from(">4sIII", program, 12 + 16 * n)) for n in range(count))
    tables = [table for table in every if table.tag in NEEDED]
    bodies = [_padded(program[one.offset : one.offset + one.length]) for one in tables]
    directory = _directory(tables, bodies)
    head = next(n for n, table in enumerate(tables) if table.tag == b"head")
    rest = WHOLE - _sum(directory) - sum(table.checksum for table in tables)
    bodies[head] = bodies[head][:8] + struct.pack(">I", rest & 0xFFFFFFFF) + bodies[head][12:]
    return directory + b"".join(bodies)


def _directory(tables: list[_Table], bodies: list[bytes]) -> bytes:
    power = len(tables).bit_length() - 1
    found = 16 << power
    rows = [TRUE_TYPE, struct.pack(">HHHH", len(tables), found, power, 16 * len(tables) - found)]
    offset = 12 + 16 * len(tables)
    for table, body in zip(tables, bodies, strict=True):
        rows.append(struct.pack(">4sIII", table.tag, table.checksum, offset, table.length))
        offset += len(body)
    return b"".join(rows)


def _padded(body: bytes) -> bytes:
    return body + bytes(-len(body) % 4)


def _sum(words: bytes) -> int:
    return sum(struct.unpack(f">{len(words) // 4}I", words))
