"""Intake records from a file, one a line: each is read on its own, a bad one never stops the rest."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cases.intake.checks import settle
from app.cases.intake.problems import Problem
from app.cases.intake.record import IntakeRecord
from app.cases.intake.shape import faults

BROKEN = "这一行不是完整的 UTF-8 JSON，请检查文件是否被截断。"
ODD = "这一行里有不成字的字符，请用 UTF-8 重新导出。"


@dataclass(frozen=True)
class Line:
    """One line: the record as the rules see it, or what is wrong with it."""

    ref: str | None
    record: dict[str, Any] | None
    problems: tuple[Problem, ...] = ()


def lines_of(path: Path) -> Iterator[Line]:
    """Read every line that is not blank; raise OSError when the file cannot be read."""
    with path.open("rb") as file:
        for number, line in enumerate(file):
            text = line.removeprefix(b"\xef\xbb\xbf") if number == 0 else line
            if text.strip():
                yield _line(text)


def _line(text: bytes) -> Line:
    try:
        said = json.loads(text.decode("utf-8"))
        json.dumps(said, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return Line(None, None, (Problem((), ODD),))
    except (ValueError, RecursionError):
        return Line(None, None, (Problem((), BROKEN),))
    found = tuple(faults(said))
    if found:
        return Line(_ref(said), None, found)
    # A decision needs the shape and what an identity number says of age, not a right number.
    record, _ = settle(IntakeRecord.from_record(said))
    return Line(record.ref, record.to_record())


def _ref(said: Any) -> str | None:  # noqa: ANN401 (whatever the line held)
    ref = said.get("ref") if isinstance(said, dict) else None
    return ref if isinstance(ref, str) else None
