"""`registers`: the statutory statistics of a period."""

from datetime import datetime
from pathlib import Path

import click
from flask.cli import AppGroup
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cli import door
from app.kernel.errors import Incomplete, NotNow
from app.places.model import County
from app.registers.lines import Basis, lines_of
from app.registers.statistics import CaseStatistics, statistics_of
from app.registers.written import as_json, write_sheet

group = AppGroup("registers", help="统计台账：由案件直接汇总，不另填报。")
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
    with door.database().read() as session:
        county = _county(session)
        table = _table(session, county, (start, end), Basis(basis))
    if form == "xlsx" and out is not None:
        write_sheet(table, county.name, out)
    door.answer(as_json(table, county.county_id))
    if table.faults:
        raise SystemExit(1)


def _table(
    session: Session, county: County, period: tuple[datetime, datetime], basis: Basis
) -> CaseStatistics:
    start, end = (moment.date() for moment in period)
    if end < start:
        raise Incomplete("截止日早于起始日，请核对。")
    lines = lines_of(session, county.county_id, start, end, basis)
    return statistics_of(lines, start, end, basis)


def _county(session: Session) -> County:
    county = session.scalars(select(County).order_by(County.county_id)).first()
    if county is None:
        raise NotNow("还没有设置县，请先运行 setup。")
    return county
