"""`papers`: list a case's papers, issue one, check a file."""

import sys
from pathlib import Path
from typing import Any

import click
from sqlalchemy import select

from app.access.founding import system_account
from app.cases.numbered import find_numbered
from app.cli import door
from app.cli.beside import judge_beside, sign_beside
from app.cli.handing import demand_place, hand_over
from app.cli.speaking import Group
from app.dossiers.commands import IssuePaper, TellPaperWords
from app.dossiers.contents import Line, contents_of
from app.dossiers.model import IssuedPaper
from app.dossiers.pressing import issue
from app.dossiers.register import Answer, check_file
from app.dossiers.sealing import FOLDER
from app.dossiers.shelf import take
from app.dossiers.strengthening import strengthen_papers
from app.dossiers.subjects import newest_subject
from app.places.model import County

NOT_VALID = 1
KEPT = "文书已经出具并存档，可以在案件的文书页打开"
CASE = click.argument("number")
OUT = click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
group = Group("papers", help="文书：列出、出具、核验。")


@group.command("list")
@CASE
@door.answering
def show(number: str) -> None:
    """列出案件 NUMBER 的文书：应有的、已有的。"""
    with door.database().read() as session:
        door.answer([_line(line) for line in contents_of(session, find_numbered(session, number))])


@group.command("issue")
@CASE
@click.argument("paper")
@OUT
@click.option("--word", "words", multiple=True, metavar="名称=内容", help="只有这份文书才要的话。")
@door.answering
def print_and_keep(number: str, paper: str, out: Path, words: tuple[str, ...]) -> None:
    """为案件 NUMBER 出具文书 PAPER：打印、定稿、签章、存档，写入文件。"""
    demand_place(out)
    with door.database().read() as session:
        case = find_numbered(session, number)
        said: dict[str, Any] = {
            "county_id": case.county_id,
            "actor_id": system_account(session, case.county_id),
            "on": door.clock().today(),
            "case_id": case.id,
            "code": paper,
            "subject_id": newest_subject(session, case, paper),
        }
    command = IssuePaper(**said)
    if words:
        door.bus().execute(TellPaperWords(**said, words=tuple(map(_pair, words))))
    paper_id = issue(door.bus(), command, door.config().home / FOLDER)
    with door.database().read() as session:
        row = session.get_one(IssuedPaper, (command.county_id, paper_id))
        hand_over(out, take(session, row.county_id, row.sha256).content, KEPT)
        if row.signature_count:
            sign_beside(out, row.committee_id)
        door.answer(
            {"paper": row.code, "sha256": row.sha256, "pages": row.pages,
             "signatures": row.signature_count}
        )  # fmt: skip


@group.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@door.answering
def verify(file: Path) -> None:
    """核验 FILE：签章是否有效，登记中有没有。"""
    with door.database().read() as session:
        answer = check_file(session, file.read_bytes(), door.config().home / FOLDER)
        door.answer(_told(answer))
        stands = judge_beside(file, answer.paper.committee_id if answer.paper else None)
    if not (answer.valid and stands):
        sys.exit(NOT_VALID)


@group.command("strengthen")
@door.answering
def make_last() -> None:
    """归档加固：给已盖电子签章、还没有加固的文书加上验证资料和时间戳；可以每夜执行。"""
    keys, authority = door.config().home / FOLDER, door.config().time_stamps
    with door.database().read() as session:
        counties = session.scalars(select(County.county_id)).all()
    nights = [strengthen_papers(door.bus(), one, keys, authority=authority) for one in counties]
    waiting = sum(night.waiting for night in nights)
    door.answer({"strengthened": sum(night.done for night in nights), "waiting": waiting})
    if waiting:
        door.tell(f"还有 {waiting} 份没有加固：{next(night.why for night in nights if night.why)}")
        sys.exit(NOT_VALID)


def _pair(word: str) -> tuple[str, str]:
    name, _, text = word.partition("=")
    return name.strip(), text.replace("\\n", "\n")


def _line(line: Line) -> dict[str, Any]:
    paper = line.paper
    return {
        "paper": line.entry.code,
        "title": line.entry.title,
        "required": line.is_required,
        "state": line.state,
        "sha256": paper.sha256 if paper else None,
        "pages": paper.pages if paper else None,
    }


def _told(answer: Answer) -> dict[str, Any]:
    return {
        "valid": answer.valid,
        "verdict": answer.verdict,
        "signatures": [
            {"role": one.role, "name": one.name, "signed_at": one.signed_at}
            for one in answer.signatures
        ],
        "register": answer.register,
        "problems": list(answer.problems),
    }
