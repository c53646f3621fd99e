"""Intake records from a file as the rules see them: a bad line is an answer, never in the way."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.cases.intake.checks import settle
from app.cases.intake.lines import lines_of, parse
from app.cases.intake.problems import BadRecord, Problem
from app.cases.intake.record import IntakeRecord
from app.cases.intake.shape import faults

ODD = "这一行里有不成字的字符，请用 UTF-8 重新导出。"


@dataclass(frozen=True)
class Line:
    """One line: the record as the rules see it, or what is wrong with it."""

    ref: str | None
    record: dict[str, Any] | None
    problems: tuple[Problem, ...] = ()


def records_of(path: Path) -> Iterator[Line]:
    """Read every line that is not blank; raise OSError when the file cannot be read."""
    with opened(path) as file:
        for _, line in lines_of(file):
            yield _read(line)


def opened(path: Path) -> BinaryIO:
    """Open a file of lines; `-` is standard input, as for other programs."""
    return sys.stdin.buffer if str(path) == "-" else path.open("rb")


def _read(line: bytes) -> Line:
    try:
        said = parse(line)
        json.dumps(said, ensure_ascii=False).encode("utf-8")
    except BadRecord as error:
        return Line(None, None, error.problems)
    except UnicodeEncodeError:
        return Line(None, None, (Problem((), ODD),))
    found = tuple(faults(said))
    if found:
        return Line(_ref(said), None, found)
    # A decision needs the shape and what an identity number says of age, not a right number.
    record, _ = settle(IntakeRecord.from_record(said))
    return Line(record.ref, record.to_record())


def _ref(said: Any) -> str | None:  # noqa: ANN401 (whatever the line held)
    ref = said.get("ref") if isinstance(said, dict) else None
    return ref if isinstance(ref, str) else None
