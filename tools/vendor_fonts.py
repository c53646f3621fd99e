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
SYMBOLS = (  # Latin, Greek, punctuation, arrows, figures, boxes, shapes, CJK marks, full width
    range(0x20, 0x180), range(0x391, 0x3CA), range(0x2010, 0x2070), range(0x20A0, 0x20C0),
    range(0x2100, 0x2200), range(0x2200, 0x2300), range(0x2460, 0x2600), range(0x2600, 0x2670),
    range(0x2700, 0x27C0), range(0x3000, 0x3040), range(0x3200, 0x3400), range(0xFE10, 0xFE50),
    range(0xFF00, 0xFFF0),
)  # fmt: skip


def standard_characters(mappings: Path) -> str:
    """Read the standard's characters out of Unihan, in the standard's own order."""
    found = []
    for line in mappings.read_text("utf-8").splitlines():
        if not line.startswith("#") and "\tkTGH\t" in line:
            code, _, place = line.split("\t")
            found.append((int(place.split(":")[1]), chr(int(code.removeprefix("U+"), 16))))
    return "".join(character for _, character in sorted(found))


def cut(source: Path, target: Path, characters: str) -> None:
    """Keep the standard's characters and the symbols, with every layout feature."""
    options = Options()
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    font = TTFont(source)
    subsetter = Subsetter(options)
    wanted = {ord(character) for character in characters}
    subsetter.populate(unicodes=wanted.union(*SYMBOLS))
    subsetter.subset(font)
    font["head"].modified = font["head"].created  # the same bytes on every run
    font.recalcTimestamp = False
    font.save(target)


def lock() -> str:
    """One line a font, in the form that ``sha256sum --check`` reads."""
    fonts = sorted(FONTS.glob("*.ttf"))
    return "".join(f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in fonts)


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


if __name__ == "__main__":
    main()
