"""The case statistics in the order of the statutory table: each figure with its key and its cases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.registers.lines import Line
from app.registers.statistics import CaseStatistics, Cell, Columns, statistics_of


@dataclass(frozen=True)
class Figure:
    """One named figure; `key` finds it again, `cell` knows its cases."""

    key: str
    name: str
    cell: Cell


@dataclass(frozen=True)
class Group:
    """One group of columns of the table."""

    title: str
    figures: tuple[Figure, ...]
    adds_up: bool = False  # to the total


def groups_of(table: CaseStatistics) -> list[Group]:
    """Lay the table out by its groups of columns."""
    first = (
        Figure("total", "调解案件总数", table.total),
        Figure("settled", "调解成功", table.by_result["调解成功"]),
        Figure("difficult", "其中疑难复杂案件", table.difficult),
    )
    return [
        Group("调解案件", first),
        _group("body", "不同主体调解", table.by_body, adds_up=True),
        _group("source", "案件来源", table.by_source, adds_up=True),
        _group("type", "案件分类", table.by_type["2015"], adds_up=True),
        _group("type2010", "案件分类（2010年表）", table.by_type["2010"], adds_up=True),
        _group("result", "调解结果", table.by_result, adds_up=True),
        _group("form", "协议形式", table.by_form),
        Group("履行", (Figure("fulfilled", "履行完毕", table.fulfilled),)),
        _group("confirmed", "司法确认", table.confirmed),
        _group("prevented", "预防激化", table.prevented),
    ]


def find_figure(table: CaseStatistics, key: str) -> Figure | None:
    """Find a figure by its key."""
    return next((figure for figure in _all(table) if figure.key == key), None)


def by_township(
    lines: Sequence[Line], table: CaseStatistics, names: dict[str, str]
) -> list[tuple[str, str, CaseStatistics]]:
    """Count each township on its own: code, name, table; cases without one come last."""
    rows: dict[str, list[Line]] = {code: [] for code in names}
    for line in lines:
        code = line.township if line.township in names else ""
        rows.setdefault(code or "", []).append(line)
    return [
        (code, names.get(code, "县直或未填乡镇"), statistics_of(mine, table.coverage))
        for code, mine in rows.items()
        if mine or code
    ]


def _group(key: str, title: str, columns: Columns, *, adds_up: bool = False) -> Group:
    figures = tuple(Figure(f"{key}.{name}", name, cell) for name, cell in columns.items())
    return Group(title, figures, adds_up=adds_up)


def _all(table: CaseStatistics) -> Iterator[Figure]:
    for group in groups_of(table):
        yield from group.figures
