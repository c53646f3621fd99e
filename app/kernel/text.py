"""What a person or another program typed, made fit to store: at the edge, once.

NFC for storage (NFKC would change what 張 or １ mean). Refused with a Chinese sentence: NUL and
other control characters, lone surrogates, bidi overrides (they turn printed text round),
private-use and unassigned characters. What no font of ours prints is `documents.guard`'s.
"""

import unicodedata

from app.kernel.errors import Incomplete

ALLOWED_CONTROLS = frozenset("\n\t")
ALLOWED_FORMATS = frozenset("\u00ad\u200b\u200c\u200d\u2060")
REFUSED = {
    "Cc": "控制字符",
    "Cf": "看不见的排版控制字符",
    "Cs": "残缺的编码",
    "Co": "私用区字符",
    "Cn": "未定义的字符",
}


def clean(text: str, *, label: str, limit: int) -> str:
    """Normalize one text to NFC and trim it; Incomplete says what is wrong and what to do.

    `limit` counts characters; in UTF-8 it may take four times as many bytes.
    """
    whole = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    for character in whole:
        if kind := refusal(character):
            code = f"U+{ord(character):04X}"
            message = f"“{label}”里有不能保存的字符（{kind} {code}）。请删去这个字符，重新输入。"
            raise Incomplete(message)
    if len(whole) > limit:
        message = f"“{label}”有 {len(whole)} 个字，最多 {limit} 个字。请删减后再提交。"
        raise Incomplete(message)
    return whole


def whole_number(text: str, digits: int) -> int | None:
    """Read a number of so many digits at most; None for anything else: nothing carries a longer one."""
    return int(text) if text.isdecimal() and len(text) <= digits else None


def refusal(character: str) -> str | None:
    """Say why a character cannot be kept, or None."""
    if character in ALLOWED_CONTROLS or character in ALLOWED_FORMATS:
        return None
    return REFUSED.get(unicodedata.category(character))
