"""Reading one YAML mapping: which keys it must and may have, and what is in them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from rules.vocabulary import RuleError


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

    def text(self, key: str) -> str:
        """Give a text that is not blank."""
        value = self.data[key]
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, f"{value!r} 不是文字", "请写一句话")
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
        return value

    def texts(self, key: str) -> list[str]:
        """Give a list of texts."""
        values = self.listed(key)
        for value in values:
            if not isinstance(value, str):
                instead = "yes、no、数字和日期请加引号"
                raise self.wrong(key, f"{value!r} 不是文字", instead)
        return values

    def day(self, key: str) -> date:
        """Give a date."""
        value = self.data[key]
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(key, f"“{value}”不是日期", "例如 2026-01-01")
        return value

    def number(self, key: str) -> int:
        """Give a whole number."""
        value = self.data[key]
        if type(value) is not int:
            raise self.wrong(key, f"{value!r} 不是整数", "金额请用分")
        return value
