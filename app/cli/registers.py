"""`registers`: the statutory statistics of a period."""

from datetime import datetime
from pathlib import Path

import click
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.model import Case
from app.cli import door
from app.cli.speaking import Group
from app.kernel.errors import Incomplete, NotNow
from app.kernel.files import write_whole
from app.places.model import County
from app.places.reading import township_names
from app.registers.coverage import Basis, Coverage
from app.registers.figures import by_township
from app.registers.lines import Line, lines_of
from app.registers.sheets import statistics_book
from app.registers.statistics import CaseStatistics, statistics_of
from app.registers.written import as_json

group = Group("registers", help="统计台账：由案件直接汇总，不另填报。")
DAY = click.DateTime(["%Y-%m-%d"])


@group.command("cases")
@click.option("--from", "start", type=DAY, required=True, help="起始日（含）")
@click.option("--to", "end", type=DAY, required=True, help="截止日（含）")
@click.option("--basis", type=click.Choice([b.value for b in Basis]), default=Basis.ACCEPTED.value)
@click.option("--format", "form", type=click.Choice(["json", "xlsx"]), default="json")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path))
@door.answering
def cases(start: datetime, end: datetime, basis: str, form: str, out: Path | None) -> None:
    """人民调解案件情况统计表（表二）。"""
    if form == "xlsx" and out is None:
        raise Incomplete("xlsx 需要用 --out 指定文件名。")
    coverage = _coverage(start, end, Basis(basis))
    with door.database().read() as session:
        county = _county(session)
        lines = lines_of(session, coverage, Case.county_id == county.county_id)
        names = township_names(session, county.county_id)
    table = statistics_of(lines, coverage)
    if form == "xlsx" and out is not None:
        write_whole(out, _book(county.name, table, lines, names))
    door.answer(as_json(table, county.county_id))
    if table.faults:
        raise SystemExit(1)


def _coverage(start: datetime, end: datetime, basis: Basis) -> Coverage:
    if end < start:
        raise Incomplete("截止日早于起始日，请核对。")
    return Coverage(start.date(), end.date(), basis)


def _book(county: str, table: CaseStatistics, lines: list[Line], names: dict[str, str]) -> bytes:
    parts = [(name, part) for _, name, part in by_township(lines, table, names)]
    return statistics_book((county, table), parts)


def _county(session: Session) -> County:
    county = session.scalars(select(County).order_by(County.county_id)).first()
    if county is None:
        raise NotNow("还没有设置县，请先运行 setup。")
    return county
