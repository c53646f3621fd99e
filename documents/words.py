"""How data become Chinese words on paper: dates, hours, amounts, ticks, numbers that stay whole.

Every filter returns safe HTML or plain text that autoescape still guards; no user text reaches CSS
unescaped.
"""

import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from markupsafe import Markup, escape

from documents.money import in_figures, in_words

UNITS = "号|条|万?元|亩|公顷|米|千米|公里|平方米|头|只|匹|斤|公斤|吨|份|日|天|[%％]"
RUN = re.compile(  # what may not be broken, or must be breakable; entities of escaped text stay whole
    r"(?P<entity>&\#?\w+;)|(?P<kept>\d{4}年|\d{1,2}月\d{1,2}日|\d{1,2}时\d{1,2}分"
    rf"|人民币\d[\d,.]*万?元|第?\d[\d,.]*(?:{UNITS})|[A-Za-z0-9*]+(?:[-/.,:_@#*+][A-Za-z0-9*]+)*)"
)
WIDEST = 7.5  # em: a wider run, moved to the next line, would leave a line too loose to be flush
HALF_WIDTH = 0.55  # em of a figure or a Latin letter, on average
CURRENCY = "人民币"
PIECE = re.compile(r"[A-Za-z0-9]{1,8}[^A-Za-z0-9]?|.")
POINT = r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]"  # 一、 (二) 3. open a point, not a speech
SPEAKER = re.compile(rf"^(?!{POINT})[^：:，。；]{{1,16}}[：:]")
CSS_UNSAFE = re.compile(r"[^0-9A-Za-z·\u3000-\u303d\u3400-\u9fff（）：，、—\U00020000-\U000323af]")
TWO_CHARACTERS = 2
HUNDRED = 100
DIGITS = "零一二三四五六七八九"


def nb(text: str) -> Markup:
    """Keep numbers, amounts and dates on one line; a run too long for that may break by fours."""
    return Markup(RUN.sub(_keep, str(escape(text))))  # noqa: S704 (escaped first)


def _keep(found: re.Match[str]) -> str:
    run = found[0]
    if found["entity"] or len(run) == 1:
        return run
    if _width(run) <= WIDEST:
        return f'<span class="nb">{run}</span>'
    if run.startswith(CURRENCY):  # a large amount may stand alone on the next line
        return CURRENCY + RUN.sub(_keep, run.removeprefix(CURRENCY))
    return "\u200b".join(PIECE.findall(run))  # a place to break, of no width


def _width(run: str) -> float:
    return sum(HALF_WIDTH if character.isascii() else 1 for character in run)


def paragraphs(text: str) -> Markup:
    """Set each line of a text as a paragraph."""
    lines = (line.strip() for line in text.splitlines())
    return Markup("").join(Markup("<p>{}</p>").format(nb(line)) for line in lines if line)


def dialogue(text: str) -> Markup:
    """Set each turn of a conversation with its speaker hanging; other lines continue it.

    Where nobody is named as speaking, they are paragraphs.
    """
    turns = [line.strip() for line in text.splitlines()]
    if not any(SPEAKER.match(line) for line in turns):
        return paragraphs(text)
    return Markup("").join(_turn(line) for line in turns if line)


def _turn(line: str) -> Markup:
    speaker = SPEAKER.match(line)
    kind = "turn" if speaker else "turn more"
    return Markup('<p class="{}">{}</p>').format(kind, nb(line))


def date_cn(day: date) -> Markup:
    """Write a date as 2026年3月18日; a line may end after the year alone."""
    return nb(f"{day.year}年{day.month}月{day.day}日")


def time_cn(hour: time) -> Markup:
    """Write an hour as 9时05分, on one line."""
    return Markup('<span class="nb">{}时{:02d}分</span>').format(hour.hour, hour.minute)


def money_cn(amount: Decimal) -> Markup:
    """Write an amount in figures and in capital numerals, as an agreement must."""
    return Markup("{}（大写：{}）").format(nb(f"人民币{in_figures(amount)}元"), in_words(amount))


def count_cn(number: int) -> str:
    """Write a small number as it is said: 3 → 三, 12 → 十二; from 100 on in figures."""
    if not 0 < number < HUNDRED:
        return str(number)
    tens, ones = divmod(number, 10)
    before = (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "")
    return before + (DIGITS[ones] if ones else "")


def spread(label: str) -> str:
    """Widen a label of two characters: 姓名 → 姓　名."""
    return "\u3000".join(label) if len(label) == TWO_CHARACTERS else label


def tick(word: str, chosen: str | Iterable[str]) -> Markup:
    """Print a word behind its box, ticked if it is (among) what was chosen.

    ☑ and ☐ are in no font that ships: the sheet draws ✓ over □.
    """
    held = {chosen} if isinstance(chosen, str) else set(chosen)
    box = '<span class="ticked">□</span>' if word in held else "□"
    return Markup('<span class="choice">{}{}</span>').format(Markup(box), word)  # noqa: S704 (a constant)


def listed(items: Iterable[str], mark: str = "、") -> str:
    """Join names as they are said."""
    return mark.join(items)


def css_string(text: str) -> Markup:
    """Quote a text for a style sheet, every doubtful character as its number."""
    safe = CSS_UNSAFE.sub(lambda found: f"\\{ord(found[0]):06x}", text)
    return Markup(f'"{safe}"')  # noqa: S704 (only listed characters are left)


FILTERS = {
    "nb": nb,
    "paragraphs": paragraphs,
    "dialogue": dialogue,
    "date_cn": date_cn,
    "time_cn": time_cn,
    "money_cn": money_cn,
    "figures": in_figures,
    "in_words": in_words,
    "spread": spread,
    "tick": tick,
    "listed": listed,
    "count_cn": count_cn,
    "css_string": css_string,
}
