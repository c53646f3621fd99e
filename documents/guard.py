"""No name is ever printed as a box, or as somebody else's glyph.

Cheap enough for data entry: a form asks ``check_text`` when a word is typed, and the renderer asks
again before layout. Private-use characters are refused even where a font has a glyph for them,
since each font gives them its own meaning; bidi controls, since U+202E turns printed text round.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from documents.typefaces import covered

LAYOUT = frozenset("\n\r\t")
HARMLESS_FORMAT = frozenset("\u00ad\u200b\u200c\u200d\u2060")  # soft hyphen, ZWSP, joiners
VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
COMPATIBILITY_HAN = (range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
SHOWN = 5


@dataclass(frozen=True)
class Fault:
    """One character that cannot be printed, and why (Chinese)."""

    character: str
    reason: str
    place: int

    @property
    def code_point(self) -> str:
        """Write the character as U+XXXX."""
        return f"U+{ord(self.character):04X}"

    @property
    def sentence(self) -> str:
        """Say it to the clerk; a character that cannot be shown is given by number alone."""
        visible = unicodedata.category(self.character)[0] in "LNPS"
        shown = f"“{self.character}”" if visible else ""
        return f"第{self.place + 1}个字{shown}（{self.code_point}）{self.reason}"


class Unprintable(ValueError):
    """Text holds characters that may not, or cannot, be printed; ``faults`` names each."""

    def __init__(self, faults: tuple[Fault, ...], where: str = "") -> None:
        self.faults, self.where = faults, where
        said = "；".join(fault.sentence for fault in faults[:SHOWN])
        more = f"；等{len(faults)}处" if len(faults) > SHOWN else ""
        super().__init__(f"{where}字形无法打印：{said}{more}。请改用通用规范字后再保存。")

    @property
    def characters(self) -> tuple[str, ...]:
        """Name the characters at fault."""
        return tuple(fault.character for fault in self.faults)


def normalise(text: str) -> str:
    """Put text into Unicode's composed form (NFC), as it is stored and printed."""
    return unicodedata.normalize("NFC", text)


def check_text(text: str, *, face: str = "body", where: str = "") -> None:
    """Raise Unprintable unless every character can be printed in ``face``.

    Faces: body, heading, label, tibetan; ``where`` opens the sentence (当事人姓名：).
    """
    if found := tuple(faults(text, face=face)):
        raise Unprintable(found, where)


def faults(text: str, *, face: str = "body") -> Iterator[Fault]:
    """Name each character that cannot be printed, once, at its first place."""
    known = covered(face)
    for character in dict.fromkeys(text):
        if reason := _reason(character, known):
            yield Fault(character, reason, text.index(character))


def _reason(character: str, known: frozenset[int]) -> str | None:
    if character in LAYOUT:
        return None
    code, category = ord(character), unicodedata.category(character)
    if category == "Co":
        return "是自造字（私用区），各处字形不同，请改用标准字"
    if category in {"Cs", "Cc"} or (category == "Cf" and character not in HARMLESS_FORMAT):
        return "是看不见的控制符，请删除"
    if any(code in block for block in VARIATION_SELECTORS):
        return "是异体字选择符，请删除"
    plain = normalise(character)
    if plain != character and any(code in block for block in COMPATIBILITY_HAN):
        return f"是兼容汉字，请改用“{plain}”"
    return None if code in known or character in HARMLESS_FORMAT else "没有可用的字形"
