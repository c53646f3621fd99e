"""JSON Lines from a stranger: each line by itself, whatever the others are.

Cut files, bytes that are no UTF-8, NUL, endless lines and endless nesting are one bad line each.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn

from app.cases.intake.problems import BadRecord, Problem

LONGEST = 4_000_000  # bytes of one line; 200 parties with every field filled take 1.5 million
BOM = b"\xef\xbb\xbf"


def lines_of(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not blank, numbered, each at most a little over the longest."""
    number = 0
    while line := file.readline(LONGEST + 2):
        if len(line) > LONGEST:
            _skip(file, line)
        number += 1
        line = line.removeprefix(BOM) if number == 1 else line
        if line.strip():
            yield number, line


def parse(line: bytes) -> Any:  # noqa: ANN401 (JSON)
    """Read one line of strict JSON; BadRecord says why it cannot be."""
    if len(line) > LONGEST:
        raise _bad("这一行长得不合情理，没有导入。请核对文件是否缺少换行。")
    try:
        said = json.loads(
            line.decode("utf-8"), object_pairs_hook=_object, parse_constant=_no_constant
        )
        return _record_in(said)
    except UnicodeDecodeError as error:
        message = f"第 {error.start + 1} 个字节不是 UTF-8 编码，请把文件另存为 UTF-8 后重试。"
        raise _bad(message) from error
    except RecursionError as error:
        raise _bad("嵌套太深，请按约定的格式提供。") from error
    except ValueError as error:
        if isinstance(error, BadRecord):
            raise
        raise _bad("这一行不是完整的 JSON，请检查文件是否被截断。") from error


def _skip(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(LONGEST)


def _record_in(said: Any) -> Any:  # noqa: ANN401 (JSON)
    """Take the record out of a published case, which tells beside it what should be expected."""
    is_case = isinstance(said, dict) and "ref" not in said and isinstance(said.get("intake"), dict)
    return said["intake"] if is_case else said


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _bad("同一个字段写了两次，不知道以哪个为准。")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _bad(message: str) -> BadRecord:
    return BadRecord([Problem((), message)])
