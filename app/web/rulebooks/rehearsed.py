"""The words of a rehearsal: code words of outputs and desks as people say them."""

from collections.abc import Iterable

from app.deadlines.terms import terms
from app.rulebooks.rehearsal_records import RehearsedChange
from app.web.cases.outputs import KINDS, OUTPUTS, output_said
from app.web.cases.wording import in_words

FLAGS = {"required": "必须", "instead": "不在本中心调解"}


def change_said(output: str, codes: str) -> str:
    """Say one side of a change."""
    return "；".join(_one(output, line) for line in codes.splitlines()) or "没有"


def said_of(changes: Iterable[RehearsedChange]) -> list[tuple[str, str]]:
    """Say what changes in one case, by output."""
    return [
        (
            OUTPUTS[one.output],
            f"{change_said(one.output, one.before)} → {change_said(one.output, one.after)}",
        )
        for one in changes
    ]


def lines_said(lines: str) -> list[str]:
    """Give the sentences of reason without the codes of their rules."""
    return [line.partition("：")[2] or line for line in lines.splitlines()]


def _one(output: str, line: str) -> str:
    parts = line.split(" ")
    if output == "desk":
        names = ("level", "committee", "industry")
        said = [output_said(name, part) for name, part in zip(names, parts, strict=False)]
        return " ".join(said)
    if output == "deadlines":
        name = terms()[parts[0]].name if parts[0] in terms() else parts[0]
        return " ".join([name, *parts[1:2]])
    if output == "papers":
        name = output_said("papers", parts[0])
        return " ".join([name, *(FLAGS.get(part, part) for part in parts[1:])])
    return " ".join(
        FLAGS[part] if part in FLAGS else in_words(part, KINDS.get(output)) for part in parts
    )
