"""Cut the shipped fonts from their packages and lock them; run by hand when a font version changes.

The packages are @expo-google-fonts/noto-serif-sc 0.4.3, noto-sans-sc 0.4.3 and noto-serif-tibetan
0.4.2, fetched with ``npm pack`` and unpacked side by side; the list of the 8,105 characters of the
通用规范汉字表 comes from the property kTGH in Unihan_OtherMappings.txt of the Unicode database.
Before a locked font is replaced, compare coverage and look at the rare names of the tests.
"""

import argparse
import hashlib
import shutil
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "documents" / "fonts"
LIST = FONTS / "standard-8105.txt"
WHOLE = ("NotoSerifSC_400Regular.ttf", "NotoSerifTibetan_400Regular.ttf")
SUBSETS = ("NotoSerifSC_700Bold.ttf", "NotoSansSC_500Medium.ttf")
HAN = (range(0x3400, 0xA000), range(0xAC00, 0xD800), range(0xF900, 0xFB00), range(0x20000, 0x40000))


def standard_characters(mappings: Path) -> str:
    """Read the standard's characters out of Unihan, in the standard's own order."""
    found = []
    for line in mappings.read_text("utf-8").splitlines():
        if not line.startswith("#") and "\tkTGH\t" in line:
            code, _, place = line.split("\t")
            found.append((int(place.split(":")[1]), chr(int(code.removeprefix("U+"), 16))))
    return "".join(character for _, character in sorted(found))


def gb2312() -> set[int]:
    """Tell the characters of GB 2312: a font without them is no Chinese font to fontconfig."""
    rows = (bytes([lead, trail]) for lead in range(0xB0, 0xF8) for trail in range(0xA1, 0xFF))
    return {ord(text) for pair in rows if (text := pair.decode("gb2312", "ignore"))}


def cut(source: Path, target: Path, characters: str) -> None:
    """Keep the standard's characters and all that is not Han or Hangul, with every feature."""
    options = Options()
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    font = TTFont(source)
    subsetter = Subsetter(options)
    others = {code for code in font.getBestCmap() if not any(code in block for block in HAN)}
    subsetter.populate(unicodes=others.union(gb2312(), map(ord, characters)))
    subsetter.subset(font)
    font["head"].modified = font["head"].created  # the same bytes on every run
    font.recalcTimestamp = False
    font.save(target)


def lock() -> str:
    """One line a font, in the form that ``sha256sum --check`` reads."""
    fonts = sorted(FONTS.glob("*.ttf"))
    return "".join(f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in fonts)


def coverage() -> str:
    """One line a font: its name, then the code points it prints, as hexadecimal spans."""
    lines = []
    for path in sorted(FONTS.glob("*.ttf")):
        codes = sorted(TTFont(path, lazy=True).getBestCmap())
        spans: list[list[int]] = []
        for code in codes:
            if spans and code == spans[-1][1] + 1:
                spans[-1][1] = code
            else:
                spans.append([code, code])
        text = " ".join(f"{a:X}-{b:X}" if a != b else f"{a:X}" for a, b in spans)
        lines.append(f"{path.name} {text}\n")
    return "".join(lines)


def main() -> None:
    """Write documents/fonts from the unpacked packages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path, help="folder with the unpacked npm packages")
    parser.add_argument("mappings", type=Path, help="Unihan_OtherMappings.txt")
    args = parser.parse_args()
    characters = standard_characters(args.mappings)
    LIST.write_text(characters + "\n", "utf-8")
    for name in WHOLE + SUBSETS:
        source = next(args.packages.rglob(name))
        if name in WHOLE:
            shutil.copyfile(source, FONTS / name)
        else:
            cut(source, FONTS / name, characters)
        licence = next(parent / "LICENSE_FONT" for parent in source.parents[:2]
                       if (parent / "LICENSE_FONT").exists())  # fmt: skip
        shutil.copyfile(licence, FONTS / f"{name.split('_')[0]}-LICENSE.txt")
    (FONTS / "fonts.lock").write_text(lock(), "utf-8")
    (FONTS / "coverage.txt").write_text(coverage(), "utf-8")


if __name__ == "__main__":
    main()
