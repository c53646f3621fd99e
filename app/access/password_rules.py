"""What a new password must be: long, and nothing that a guesser tries first.

At least 12 characters of any script, spaces too; no rule about capitals or signs (ASVS 6.2). Common
passwords and words of the place and the person do not count as length: what is left of a password
without them must still be long enough to be a secret.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NoReturn

from app.access.passwords import LONGEST, plain
from app.kernel.errors import Incomplete
from app.kernel.text import refusal

SHORTEST = 12
SECRET = 6  # distinct characters that must be left without the known words
LIST = Path(__file__).with_name("common_passwords.txt")
CONTEXT = (
    "sizhen", "四诊", "共和县", "gonghe", "共和", "海南州", "hainan", "青海", "qinghai", "恰卜恰",
    "qiabuqia", "人民调解", "调解", "tiaojie", "矛盾纠纷", "司法", "sifa", "0974",
)  # fmt: skip
LOOKALIKES = str.maketrans("@$!013457", "asioieast")
ROWS = ("abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm")
RUN = 4


def check_password(typed: str, personal: Iterable[str] = ()) -> None:
    """Raise Incomplete, with the reason, unless the password may be used."""
    password = plain(typed)
    if len(password) < SHORTEST:
        _refuse(f"密码有 {len(password)} 个字符，至少要 {SHORTEST} 个")
    if len(typed) > LONGEST:
        _refuse(f"密码有 {len(typed)} 个字符，最多 {LONGEST} 个")
    if any(refusal(character) for character in password):
        _refuse("密码里有不能使用的控制字符")
    if len(set(without_known_words(password, personal))) < SECRET:
        _refuse("这个密码太常见，或者由单位名、人名、连续的字母数字拼成，容易被猜到")


def without_known_words(password: str, personal: Iterable[str] = ()) -> str:
    """Leave of a password what no list, place, person or keyboard gives away."""
    rest = fold(password)
    words = {fold(word) for word in (*CONTEXT, *personal) if len(word) > 1} | common()
    for word in sorted(words, key=len, reverse=True):
        rest = rest.replace(word, "")
        rest = rest.replace(word.translate(LOOKALIKES), "")
        if word in rest.translate(LOOKALIKES):
            rest = rest.translate(LOOKALIKES).replace(word, "")
    return _without_runs(rest)


def fold(text: str) -> str:
    """Make wide, capital and spaced letters equal to plain ones."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s\-_.,;:'\"/\\|+*#&=~^%()\[\]{}<>?]+", "", folded)


@cache
def common() -> frozenset[str]:
    """Read the list of common passwords, folded."""
    lines = LIST.read_text(encoding="utf-8").split()
    return frozenset(fold(line) for line in lines) - {""}


def _without_runs(text: str) -> str:
    for row in ROWS:
        for line in (row * 2, row[::-1] * 2):
            for start in range(len(row)):
                for length in range(len(row), RUN - 1, -1):
                    text = text.replace(line[start : start + length], "")
    text = re.sub(r"(.)\1{2,}", r"\1", text)
    return re.sub(r"(.{1,4}?)\1{2,}", r"\1", text)


def _refuse(why: str) -> NoReturn:
    advice = "可以用几个不相干的词或一句话，中文、空格都行，例如三件家里的东西加一个地名。"
    message = f"{why}。{advice}"
    raise Incomplete(message, field="new_password")
