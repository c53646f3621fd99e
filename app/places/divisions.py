"""A list of administrative divisions as it comes in a file, read and checked before it is used.

The form is that of the national statistical codes: `code,name,level,parent_code`; a code's length
gives its level. Any county's list of this form can be read; none is built into the program.
"""

import csv
import io
from dataclasses import dataclass

from app.kernel.errors import Incomplete
from app.kernel.text import clean

HEADER = ["code", "name", "level", "parent_code"]
LEVELS = {2: "province", 4: "prefecture", 6: "county", 9: "township", 12: "village"}
ABOVE = {4: 2, 6: 4, 9: 6, 12: 9}
LARGEST = 2_000_000  # characters; a province has about 5,000 townships and villages a prefecture
STATISTICAL = range(400, 600)  # 类似乡级、类似村级: counted, but no government stands behind them


@dataclass(frozen=True)
class Division:
    """One line of the list."""

    code: str
    name: str
    level: str
    parent_code: str | None

    @property
    def is_statistical(self) -> bool:
        """Say whether the code marks an area that exists for counting only (统计用区划代码)."""
        parts = [self.code[at : at + 3] for at in (6, 9) if len(self.code) >= at + 3]
        return any(int(part) in STATISTICAL for part in parts)


def read_divisions(text: str) -> tuple[Division, ...]:
    """Read a list; Incomplete names the first line that is wrong and says why."""
    if len(text) > LARGEST:
        raise Incomplete("区划文件太大（超过 200 万字）。请只导入一个州市的区划。")
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    if next(rows, None) != HEADER:
        message = f"区划文件第 1 行应当是：{','.join(HEADER)}。请核对文件。"
        raise Incomplete(message)
    found: dict[str, Division] = {}
    for number, row in enumerate(rows, 2):
        if row:
            division = _read(row, number)
            if division.code in found:
                raise _wrong(number, f"代码 {division.code} 出现了两次")
            found[division.code] = division
    _check_parents(found)
    return tuple(found.values())


def _read(row: list[str], number: int) -> Division:
    if len(row) != len(HEADER):
        raise _wrong(number, f"应当有 {len(HEADER)} 列，现在有 {len(row)} 列")
    code, name, level, parent = (cell.strip() for cell in row)
    if not (code.isascii() and code.isdigit()) or LEVELS.get(len(code)) != level:
        raise _wrong(number, f"代码 {code[:20]!r} 的长度与级别 {level[:20]!r} 不符")
    if parent != code[: ABOVE.get(len(code), 0)]:
        raise _wrong(number, f"上级代码 {parent[:20]!r} 不是 {code} 的上级")
    if not name:
        raise _wrong(number, "没有名称")
    return Division(code, clean(name, label="名称", limit=60), level, parent or None)


def _check_parents(found: dict[str, Division]) -> None:
    for division in found.values():
        if division.parent_code and division.parent_code not in found:
            message = f"区划文件里有 {division.name}，却没有它的上级 {division.parent_code}。"
            raise Incomplete(message)


def _wrong(number: int, why: str) -> Incomplete:
    return Incomplete(f"区划文件第 {number} 行不对：{why}。请改正后重新导入。")
