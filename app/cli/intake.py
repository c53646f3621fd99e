"""`intake import`: disputes from another program, a line a record, a line an answer."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import click
from sqlalchemy import select

from app.access.founding import system_account
from app.cases.intake.lines import lines_of, parse
from app.cases.intake.problems import BadRecord
from app.cases.intake.reception import Reception, Result, Taken, refused
from app.cli import door
from app.cli.intake_told import Tally
from app.cli.records import opened
from app.cli.speaking import Group
from app.kernel.errors import Incomplete
from app.kernel.text import clean
from app.places.model import County

SENDER = "import"
WRONG = 1

group = Group("intake", help="登记：从别的系统批量导入纠纷。")


@group.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sender", default=SENDER, help="来件系统的名称；同一名称、同一编号只收一次")
@click.option("--county", default=None, help="本县代码；只有一个县时不用写")
@click.option("--dry-run", is_flag=True, help="只检查和试分流，什么也不保存")
@door.answering
def take(file: Path, sender: str, county: str | None, *, dry_run: bool) -> None:
    """逐行导入 FILE（JSON Lines，“-”是标准输入），每行答一行。"""
    reception = _reception(sender, county)
    answer = Rehearsal(reception).look if dry_run else reception.take
    tally = Tally()
    with _opened(file) as records:
        for number, line in lines_of(records):
            tally.note(number, _answer(line, answer))
    door.tell(tally.said(dry_run=dry_run))
    if tally.wrong:
        sys.exit(WRONG)


class Rehearsal:
    """A dry run: nothing is stored, yet the second line of one ref is told to be a duplicate."""

    def __init__(self, reception: Reception) -> None:
        self.reception = reception
        self.seen: dict[str, Taken] = {}

    def look(self, mapping: Any) -> Taken:  # noqa: ANN401 (whatever was sent)
        """Say what taking the record would answer."""
        taken = self.reception.look(mapping)
        if taken.ref is None or taken.result is Result.INVALID:
            return taken
        if taken.ref in self.seen:
            return Taken(taken.ref, Result.DUPLICATE, None, self.seen[taken.ref].decision)
        self.seen[taken.ref] = taken
        return taken


def _answer(line: bytes, answer: Callable[[Any], Taken]) -> Result:
    """Take one line and answer it at once; what UTF-8 cannot carry stays escaped."""
    try:
        taken = answer(parse(line))
    except BadRecord as error:
        taken = refused(None, *error.problems)
    text = json.dumps(taken.to_dict(), ensure_ascii=False)
    click.echo(text.encode("utf-8", "backslashreplace"))
    return taken.result


def _opened(file: Path) -> BinaryIO:
    try:
        return opened(file)
    except OSError as error:
        message = f"打不开文件 {file}（{error.strerror}）。请核对路径后重试，没有导入任何记录。"
        raise Incomplete(message) from error


def _reception(sender: str, county: str | None) -> Reception:
    name = clean(sender, label="来件系统名称", limit=60)
    if not name or name == "desk":
        raise Incomplete("请用 --sender 写明来件系统的名称（desk 留给窗口登记）。")
    with door.database().read() as session:
        counties = [county] if county else list(session.scalars(select(County.county_id)))
        if len(counties) != 1:
            raise Incomplete(
                "这套系统里不止一个县，请用 --county 写明导入到哪个县，如：--county 632521"
            )
        actor_id = system_account(session, counties[0])
    return Reception(door.bus(), counties[0], actor_id, name)
