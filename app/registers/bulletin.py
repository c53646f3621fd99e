"""月报: a month in sentences and tables, each figure counted from the cases, beside a year ago."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from app.registers.codes import codes, headline_of
from app.registers.coverage import Basis
from app.registers.lines import Line, lines_of, people_of
from app.registers.months import before, of_month
from app.registers.sheet import chinese
from app.registers.statistics import CaseStatistics, statistics_of
from app.registers.three_years import Whole

MOST = 8  # rows of a table of types


@dataclass(frozen=True)
class Part:
    """One part: a heading, sentences, and a table where `columns` has names."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Figures:
    """What the bulletin of a month is drafted from; `now`, `last` and `year` by acceptance."""

    month: date
    now: list[Line]
    last: list[Line]
    year: list[Line]
    closed: CaseStatistics
    closed_year: CaseStatistics
    whole: Whole
    staff: tuple[int, int]  # full-time mediators, specialists
    townships: dict[str, str]
    today: date


def year_ago(month: date) -> date:
    """Name the same month of the year before."""
    return month.replace(year=month.year - 1)


def month_lines(
    session: Session, counted: ColumnElement[bool], month: date, basis: Basis
) -> list[Line]:
    """Read a month's lines."""
    return lines_of(session, of_month(month, basis), counted)


def ended(session: Session, counted: ColumnElement[bool], month: date) -> CaseStatistics:
    """Count what was closed in a month."""
    lines = month_lines(session, counted, month, Basis.CLOSED)
    return statistics_of(lines, of_month(month, Basis.CLOSED))


def parts_of(figures: Figures) -> list[Part]:
    """Draft the bulletin."""
    return [
        _whole(figures),
        _types(figures),
        _headlines(figures),
        _places(figures),
        _features(figures),
        _three(figures),
        Part("七、下一步工作", ("（由负责人填写）",)),
    ]


def changed(now: int, then: int) -> str:
    """Say how a figure moved: 上升9.1%, 下降3.0%, 持平, or that there was nothing to compare."""
    if now == then:
        return "持平"
    if not then:
        return "无可比"
    rate = (Decimal(100 * abs(now - then)) / then).quantize(Decimal("0.1"))
    return f"{'上升' if now > then else '下降'}{rate}%"


def share(count: int, whole: int) -> str:
    """Say a share in percent."""
    return f"{(Decimal(100 * count) / whole).quantize(Decimal('0.1'))}%" if whole else "无"


def _whole(f: Figures) -> Part:
    now, last, year = len(f.now), len(f.last), len(f.year)
    came = (
        f"本月受理矛盾纠纷{now}件，涉及{people_of(f.now)}人；上月{last}件，环比{changed(now, last)}；"
        f"去年同月{year}件，同比{changed(now, year)}。"
    )
    closed, was = f.closed, f.closed_year
    went = (
        f"本月办结{closed.total.cases}件，其中调解成功{closed.by_result['调解成功'].cases}件，"
        f"调解成功率{closed.success_rate or '无案件'}（办结口径）；去年同月办结{was.total.cases}件，"
        f"成功率{was.success_rate or '无案件'}。协议涉及金额{closed.amount / 10000:,.2f}万元，"
        f"已履行完毕{closed.fulfilled.cases}件。"
    )
    return Part("一、总体情况", (came, went))


def _types(f: Figures) -> Part:
    column = codes().type_of["2015"]
    now = Counter(column[line.dispute_type] for line in f.now)
    then = Counter(column[line.dispute_type] for line in f.year)
    return _compared("二、纠纷类型", "类型", now, then)


def _headlines(f: Figures) -> Part:
    now = Counter(headline_of(line.source, line.dispute_type) for line in f.now)
    then = Counter(headline_of(line.source, line.dispute_type) for line in f.year)
    words = "劳资债务、家庭邻里、涉疫就医、涉诉信访四类按来源和类型归并，对应关系待县里核定。"
    part = _compared("三、重点类别", "类别", now, then, codes().headlines)
    return Part(part.heading, (words,), part.columns, part.rows)


def _places(f: Figures) -> Part:
    now = Counter(f.townships.get(line.township or "", "县直或其他") for line in f.now)
    then = Counter(f.townships.get(line.township or "", "县直或其他") for line in f.year)
    names = (*f.townships.values(), *(name for name in now if name not in f.townships.values()))
    return _compared("四、各乡镇", "乡镇", now, then, names)


def _compared(
    heading: str, first: str, now: Counter[str], then: Counter[str], names: tuple[str, ...] = ()
) -> Part:
    listed = names or tuple(name for name, _ in now.most_common(MOST))
    rows = tuple(
        (name, str(now[name]), share(now[name], now.total()), str(then[name]),
         changed(now[name], then[name]))
        for name in listed
    )  # fmt: skip
    columns = (first, "本月（件）", "占比", "去年同月（件）", "同比")
    return Part(heading, () if rows else ("本月没有受理案件。",), columns if rows else (), rows)


def _features(f: Figures) -> Part:
    column = codes().type_of["2015"]
    now = Counter(column[line.dispute_type] for line in f.now)
    then = Counter(column[line.dispute_type] for line in f.year)
    found = []
    if now:
        name, count = now.most_common(1)[0]
        found.append(f"{name}纠纷最多，{count}件，占{share(count, now.total())}。")
    risen = max(now, key=lambda name: now[name] - then[name], default=None)
    if risen and now[risen] > then[risen]:
        found.append(f"同比增加最多的是{risen}纠纷，多{now[risen] - then[risen]}件。")
    difficult = sum(line.is_difficult for line in f.now)
    found.append(f"疑难复杂案件{difficult}件。")
    found += [
        f"{name}{cell.cases}件{cell.people}人。"
        for name, cell in f.closed.prevented.items()
        if cell.cases
    ]
    return Part("五、主要特点", tuple(found))


def _three(f: Figures) -> Part:
    count, settled = f.whole.count, f.whole.settled
    full, specialists = f.staff
    words = (
        f"截至{chinese(f.today)}的三年里，共调处各类矛盾纠纷{count}件，调解成功{settled}件，"
        f"成功率{share(settled, count)}（受理口径，调解成功件数÷调解案件总数）。"
    )
    people = f"全县有专职人民调解员{full}名、行业调解专家{specialists}名。"
    groups = ((name, f.whole.headlines[name]) for name in codes().headlines)
    rows = tuple((name, str(found), share(found, count)) for name, found in groups)
    return Part("六、近三年", (words, people), ("类别", "三年（件）", "占比"), rows)


def first_of(text: str, today: date) -> date:
    """Read 2026-10 as a month that has begun; the last whole month where it is none."""
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return before(today)
    return month if date(2000, 1, 1) < month <= today else before(today)
