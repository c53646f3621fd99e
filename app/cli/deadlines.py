"""`deadlines`: compute due dates from a file of terms and what happened to them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from app.cases.intake.lines import lines_of
from app.cli.door import answering
from app.cli.records import opened
from app.cli.speaking import Group
from app.deadlines.calendar import WorkingCalendar
from app.deadlines.ledger import Derivation, Entry, Kind, derive
from app.deadlines.terms import terms

ODD = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)

group = Group("deadlines", help="期限台账：由起算、中止、延长推算到期日。")


@group.command("compute")
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
@answering
def compute(file: Path) -> None:
    """逐行推算 FILE（JSON Lines，“-”是标准输入）里的期限，每行答一行。"""
    with opened(file) as lines:
        answers = [_answer(line) for _, line in lines_of(lines)]
    for answer in answers:
        click.echo(json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace"))
    if any(answer["errors"] for answer in answers):
        raise SystemExit(1)


def _answer(line: bytes) -> dict[str, Any]:
    said: Any = None
    try:
        said = json.loads(line)
        derivation = _derive(said)
    except ODD as error:
        derivation = Derivation(None, errors=(_sentence(error),))
    return {
        "id": said.get("id") if isinstance(said, dict) else None,
        "due_on": derivation.due_on.isoformat() if derivation.due_on else None,
        "last_day_rolled": derivation.rolled,
        "derivation": list(derivation.steps),
        "errors": list(derivation.errors),
    }


def _derive(said: dict[str, Any]) -> Derivation:
    term = terms().get(said["deadline"])
    if term is None:
        message = f"没有“{said['deadline']}”这个期限，编号应为 T01 至 T31。"
        return Derivation(None, errors=(message,))
    entries = [_entry(entry) for entry in said.get("entries") or ()]
    return derive(term, _day(said["start_on"]), entries, WorkingCalendar.announced())


def _entry(entry: dict[str, Any]) -> Entry:
    agreed = entry.get("agreed_by")
    days = entry.get("days")
    if days is not None and (isinstance(days, bool) or not isinstance(days, int)):
        message = f"天数 {days!r} 不是整数"
        raise _Odd(message)
    if entry["kind"] not in set(Kind):
        message = f"没有“{entry['kind']}”这种事项"
        raise _Odd(message)
    return Entry(
        kind=Kind(entry["kind"]),
        on=_day(entry["on"]),
        days=days,
        agreed_by="、".join(agreed) if isinstance(agreed, list) else agreed,
        because=entry.get("because"),
    )


def _day(told: object) -> date:
    try:
        return date.fromisoformat(str(told))
    except ValueError as error:
        message = f"日历上没有“{told}”这一天"
        raise _Odd(message) from error


class _Odd(ValueError):
    """What cannot be read, said for people."""


def _sentence(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"缺少 {error.args[0]}，请补上后重试。"
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        return "这一行不是完整的 UTF-8 JSON，请检查文件是否被截断。"
    why = f"：{error}" if isinstance(error, _Odd) else ""
    return f"这一行看不懂{why}。日期写作 2026-03-02，kind 为 pause、resume、extend 或 shorten。"
