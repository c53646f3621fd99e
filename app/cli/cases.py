"""`cases show`: one case as JSON, for a person at the machine or another program."""

import click
from flask.cli import AppGroup

from app.cases.numbered import find_numbered
from app.cli import door
from app.cli.case_told import tell_case

group = AppGroup("cases", help="案件：按案号查看")


@group.command("show", help="按案号（共调〔2026〕12号、2026-12）或卷号显示一个案件")
@click.argument("number")
@door.answering
def show(number: str) -> None:
    """Say everything about one case."""
    with door.database().read() as session:
        door.answer(tell_case(session, find_numbered(session, number)))
