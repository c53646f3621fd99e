"""The private font set: locked files, what each can print, and a fontconfig that sees nothing else.

No font of the machine may leak into a paper: a character that our fonts lack must be refused, not
drawn by whatever font happens to have it.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
LOCK, COVERAGE = FONTS / "fonts.lock", FONTS / "coverage.txt"
TIBETAN = range(0x0F00, 0x1000)
FACES = {  # what a text is printed in → the file that prints it
    "body": "NotoSerifSC_400Regular.ttf",
    "heading": "NotoSerifSC_700Bold.ttf",
    "label": "NotoSansSC_500Medium.ttf",
    "tibetan": "NotoSerifTibetan_400Regular.ttf",
}
FONT_OF = {  # the family and weight that a written paper must then really hold
    "body": ("Noto Serif SC", 400),
    "heading": ("Noto Serif SC", 700),
    "label": ("Noto Sans SC", 500),
    "tibetan": ("Noto Serif Tibetan", 400),
}

_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
"""


class FontsChangedError(RuntimeError):
    """A font file is missing, new, or not the one that was locked."""


def check_lock() -> None:
    """Refuse to start with fonts other than those locked (SHA-256, the form of sha256sum)."""
    lines = (line.partition("  ") for line in LOCK.read_text("utf-8").splitlines())
    locked = {name: digest for digest, _, name in lines}
    found = {path.name: _digest(path) for path in FONTS.glob("*.ttf")}
    if changed := sorted({*(locked.items() ^ found.items())}):
        names = "、".join(sorted({name for name, _ in changed}))
        message = f"字体文件与登记的不一致：{names}。请恢复原字体后再启动，期间不得打印文书。"
        raise FontsChangedError(message)


def use_private_fonts(cache_dir: Path) -> None:
    """Point this process at our fonts alone, with its fonts.conf and cache in ``cache_dir``."""
    if "weasyprint" in sys.modules:
        raise RuntimeError("the private font set must be chosen before weasyprint is imported")
    cache_dir.mkdir(parents=True, exist_ok=True)
    config = cache_dir.resolve() / "fonts.conf"
    config.write_text(_CONFIG.format(fonts=FONTS.resolve(), cache=cache_dir.resolve()), "utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)


@cache
def covered(face: str) -> frozenset[int]:
    """Tell every code point that prints in a face; Tibetan falls through to its own font."""
    own = _coverage()[FACES[face]]
    tibetan = _coverage()[FACES["tibetan"]]
    return own | {code for code in tibetan if code in TIBETAN}


@cache
def _coverage() -> dict[str, frozenset[int]]:
    """Read the character maps, kept beside the fonts since reading the fonts takes a second."""
    lines = (line.split() for line in COVERAGE.read_text("utf-8").splitlines())
    return {name: frozenset(_codes(spans)) for name, *spans in lines}


def _codes(spans: list[str]) -> Iterator[int]:
    for span in spans:
        first, _, last = span.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
