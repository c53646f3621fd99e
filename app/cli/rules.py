"""`rules`: what the rulebooks say of a file of disputes, and how far they agree with real cases."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from app.cases.intake.problems import Problem
from app.cli.agreement import compare, decide_record, table
from app.cli.door import NOT_DONE, answer, answering, clock, database, tell
from app.cli.records import Line, records_of
from app.cli.rules_check import check as look_at
from app.cli.rules_check import is_refused
from app.cli.rules_replay import replay_draft
from app.cli.speaking import Group
from rules import FactError, RuleError
from rules.loader import SHIPPED

WRONG = 1
KIND_WORDS = {
    "dead": "永不成立",
    "conflicts": "冲突",
    "overlaps": "重叠",
    "shadowed": "被遮蔽",
    "gaps": "空白",
    "uncovered": "案例未用到",
    "errors": "错误",
}
WHY: dict[type[OSError], str] = {
    FileNotFoundError: "没有这个文件",
    IsADirectoryError: "这是一个文件夹",
    PermissionError: "没有读取权限",
}
CASES = click.Path(exists=True, dir_okay=False, path_type=Path)
group = Group("rules", help="规则集：对一批纠纷作出判断、检查规则、与真实案例对照。")


def day(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    """Read an option that is a day; a refusal in Chinese ends with 2."""
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        tell(f"“{text}”不是日期，请写成 2026-03-02 的样子。")
        sys.exit(NOT_DONE)


def with_file(path: Path, work: Callable[[Path], bool]) -> None:
    """Do the work on a file; say in Chinese when it cannot be read; leave with the right code."""
    try:
        is_right = work(path)
    except OSError as error:
        tell(f"读不出 {path}：{WHY.get(type(error), '读取出错')}。请检查文件名和权限。")
        sys.exit(NOT_DONE)
    if not is_right:
        sys.exit(WRONG)


@group.command("decide")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--on", callback=day, help="按这一天的规则判断，默认各条的收到日期。")
@answering
def decide(file: Path, on: date | None) -> None:
    """逐行判断 FILE（JSON Lines，“-”是标准输入），每行答一行；看不懂的一行答 errors。"""

    def work(path: Path) -> bool:
        is_right = True
        for line in records_of(path):
            said = _decision(line, on)
            answer(said)
            is_right = is_right and "errors" not in said
        return is_right

    with_file(file, work)


def _decision(line: Line, on: date | None) -> dict[str, Any]:
    if line.record is None:
        return _refusal(line.ref, line.problems)
    try:
        return decide_record(line.record, on).to_dict()
    except FactError as error:
        return _refusal(line.ref, [Problem((error.fact,), str(error))])
    except OverflowError:
        return _refusal(line.ref, [Problem(("received_on",), "期限超出了日历，请核对日期。")])


def _refusal(ref: str | None, problems: Any) -> dict[str, Any]:  # noqa: ANN401 (any sequence)
    return {"ref": ref, "errors": [problem.to_dict() for problem in problems]}


@group.command("check")
@click.argument("folder", type=click.Path(path_type=Path), default=SHIPPED, required=False)
@click.option("--cases", type=CASES, help="真实案例（JSON Lines），看哪些规则没用到。")
@answering
def check(folder: Path, cases: Path | None) -> None:
    """检查规则文件夹（默认现行规则）：死规则、冲突、重叠、被遮蔽、空白、未用到。"""

    def work(path: Path) -> bool:
        path.stat()
        said = look_at(path, cases)
        answer(said)
        for error in said["errors"]:
            tell(error["message"])
        tell("、".join(f"{KIND_WORDS[kind]} {len(found)}" for kind, found in said.items()))
        return not is_refused(said)

    with_file(folder, work)


@group.command("replay")
@click.option("--draft", type=click.Path(path_type=Path), required=True, help="草稿规则文件夹。")
@click.option("--since", callback=day, help="只看这一天以后的判断。")
@answering
def replay(draft: Path, since: date | None) -> None:
    """把草稿规则放到以往判断的事实上重算，列出每一处变化。"""

    def work(path: Path) -> bool:
        path.stat()
        try:
            played = replay_draft(database(), path, since, clock().today())
        except RuleError as error:
            tell(str(error))
            return False
        answer(played.to_dict())
        for fault in played.faults:
            tell(f"没有算：{fault}")
        return not played.faults

    with_file(draft, work)


@group.command("agreement")
@click.argument("file", type=click.Path(path_type=Path))
@answering
def agreement(file: Path) -> None:
    """与带期望答案的案例 FILE 对照，按字段列表：证据清楚的和其他的分开。"""

    def work(path: Path) -> bool:
        lines = path.read_text(encoding="utf-8").splitlines()
        counts, differences = compare(json.loads(line) for line in lines if line.strip())
        tell("\n".join([table(counts), *differences]))
        rows = [
            {"field": field, "group": group, "agrees": agrees, "cases": cases}
            for (field, group, agrees), cases in sorted(counts.items())
        ]
        answer({"agreement": rows, "differences": differences})
        return True

    with_file(file, work)
