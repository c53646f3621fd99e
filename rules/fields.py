"""Reading one YAML mapping: which keys it must and may have, and what is in them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from rules.vocabulary import MAX_INT, RuleError

MAX_TEXT = 200
MAX_ITEMS = 100
WHOLE = range(-MAX_INT, MAX_INT + 1)
YEARS = range(1949, 2200)  # a rule of the county is of these years; 9999 is a slip of the hand


class FieldReader:
    """One mapping with its place; each method gives a checked value or raises RuleError."""

    def __init__(
        self, data: object, where: str, needed: Collection[str], optional: Collection[str]
    ) -> None:
        if not isinstance(data, Mapping):
            raise RuleError(
                where, f"应为“键: 值”，得到 {data!r}", f"需要 {'、'.join(sorted(needed))}"
            )
        self.data: Mapping[str, Any] = data
        self.where = where
        known = sorted({*needed, *optional})
        for key in data:
            if key not in known:
                near = get_close_matches(str(key), known, n=1, cutoff=0.4)
                instead = f"是否想写 {near[0]}？" if near else f"可写：{'、'.join(known)}"
                raise self.wrong(key, "不认识这个键", instead)
        missing = sorted(set(needed) - set(data))
        if missing:
            raise RuleError(where, f"缺少 {'、'.join(missing)}", "请补上")

    def wrong(self, key: str, what: str, instead: str) -> RuleError:
        """Make the error that names this key."""
        return RuleError(f"{self.where}.{key}", what, instead)

    def text(self, key: str, most: int = MAX_TEXT) -> str:
        """Give a text that is not blank and not longer than a page can show."""
        value = self.data[key]
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, f"{value!r} 不是文字", "请写一句话")
        if len(value.strip()) > most:
            raise self.wrong(key, f"有 {len(value.strip())} 个字，超过 {most} 个", "请写短一些")
        return value.strip()

    def choice(self, key: str, among: Sequence[str]) -> str:
        """Give one of the listed words."""
        value = self.data[key]
        if value not in among:
            near = get_close_matches(str(value), among, n=1, cutoff=0.5)
            instead = f"是否想写 {near[0]}？" if near else f"可用：{'、'.join(among)}"
            raise self.wrong(key, f"没有 {value!r} 这个值", instead)
        return str(value)

    def listed(self, key: str) -> list[Any]:
        """Give a list."""
        value = self.data[key]
        if not isinstance(value, list):
            raise self.wrong(key, f"应为列表，得到 {value!r}", "请写成 [...]")
        if len(value) > MAX_ITEMS:
            raise self.wrong(key, f"有 {len(value)} 项，超过 {MAX_ITEMS} 项", "请拆成几条规则")
        return value

    def texts(self, key: str) -> list[str]:
        """Give a list of texts."""
        values = self.listed(key)
        for value in values:
            if not isinstance(value, str):
                instead = "yes、no、数字和日期请加引号"
                raise self.wrong(key, f"{value!r} 不是文字", instead)
            if not value.strip() or len(value) > MAX_TEXT:
                what = f"“{value[:20]}”应为 1 到 {MAX_TEXT} 个字"
                raise self.wrong(key, what, "请写短一些，不要空着")
        return values

    def day(self, key: str) -> date:
        """Give a date."""
        value = self.data[key]
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(key, f"“{value}”不是日期", "例如 2026-01-01")
        if value.year not in YEARS:
            what = f"“{value}”的年份不在 {YEARS[0]} 到 {YEARS[-1]} 之间"
            raise self.wrong(key, what, "请核对年份；长期有效的不用写 until")
        return value

    def number(self, key: str, among: range = WHOLE) -> int:
        """Give a whole number within bounds."""
        value = self.data[key]
        if type(value) is not int:
            raise self.wrong(key, f"{value!r} 不是整数", "金额请用分")
        if value not in among:
            raise self.wrong(key, f"{value} 不在 {among[0]} 到 {among[-1]} 之间", "请核对单位")
        return value
