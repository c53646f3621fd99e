"""`dossiers build`: a case's file bound into one PDF, with what is missing."""

import sys
from pathlib import Path

import click
from flask.cli import AppGroup

from app.cases.numbered import find_numbered
from app.cli import door
from app.dossiers.binding import bind

SOMETHING_MISSING = 1
group = AppGroup("dossiers", help="卷宗：装订成一个文件。")


@group.command("build")
@click.argument("number")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@door.answering
def build(number: str, out: Path) -> None:
    """装订案件 NUMBER 的卷宗：封面、目录、文书、封底；说明缺哪些文书。"""
    with door.database().read() as session:
        case = find_numbered(session, number)
        file = bind(session, case, door.clock().today(), compiler="")
    out.write_bytes(file.bound.pdf)
    missing = list(dict.fromkeys(line.entry.code for line in file.missing))
    door.answer({"pages": file.bound.pages, "missing": missing})
    if missing:
        door.tell("卷内还缺：" + "、".join(line.entry.title for line in file.missing))
        sys.exit(SOMETHING_MISSING)
