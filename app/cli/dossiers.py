"""`dossiers build`: a case's file bound into one PDF, with what is missing."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from app.access.founding import system_account
from app.cases.numbered import find_numbered
from app.cli import door
from app.cli.handing import demand_place, hand_over
from app.cli.speaking import Group
from app.dossiers.binding import bind
from app.dossiers.commands import ExportDossier
from app.dossiers.exporting import package_of
from app.dossiers.sealing import FOLDER
from app.kernel.files import write_whole

SOMETHING_MISSING = 1
group = Group("dossiers", help="卷宗：装订成一个文件。")


OUT = click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))


@group.command("build")
@click.argument("number")
@OUT
@door.answering
def build(number: str, out: Path) -> None:
    """装订案件 NUMBER 的卷宗：封面、目录、文书、封底；说明缺哪些文书。"""
    with door.database().read() as session:
        case = find_numbered(session, number)
        file = bind(session, case, door.clock().today(), compiler="")
    write_whole(out, file.bound.pdf)
    missing = list(dict.fromkeys(line.entry.code for line in file.missing))
    door.answer({"pages": file.bound.pages, "missing": missing})
    if missing:
        door.tell("卷内还缺：" + "、".join(line.entry.title for line in file.missing))
        sys.exit(SOMETHING_MISSING)


@group.command("export")
@click.argument("number")
@OUT
@door.answering
def export(number: str, out: Path) -> None:
    """导出案件 NUMBER 的卷宗包：文书、机读数据、扫描件和清单，解压后 python3 verify.py 核验。"""
    demand_place(out)
    with door.database().read() as session:
        case = find_numbered(session, number)
        system = system_account(session, case.county_id)
        on = door.clock().today()
        command = ExportDossier(county_id=case.county_id, actor_id=system, on=on, case_id=case.id)
        package = package_of(session, case, command, door.config().home / FOLDER)
    door.bus().execute(replace(command, sha256=package.sha256, papers=package.papers))
    hand_over(out, package.content, "已经记下导出一次")
    door.answer({"papers": package.papers, "sha256": package.sha256})
