"""No word of an agreement may turn into a box on paper: said while it is typed, not at the printer."""

from collections.abc import Iterator

from app.agreements.commands import Wording
from app.kernel.errors import Incomplete
from documents.guard import Unprintable, check_text


def demand_printable(wording: Wording) -> None:
    """Raise Incomplete where a character cannot be printed, saying where it stands."""
    for where, text in _texts(wording):
        try:
            check_text(text, where=f"{where}：")
        except Unprintable as error:
            raise Incomplete(str(error)) from error


def _texts(wording: Wording) -> Iterator[tuple[str, str]]:
    yield "事实", wording.facts
    yield "责任", wording.responsibilities
    yield "翻译人", wording.interpreter or ""
    for number, clause in enumerate(wording.clauses, 1):
        yield f"第{number}条", clause
    for number, line in enumerate(wording.obligations, 1):
        words = (line.debtor, line.creditor, line.what, line.manner, line.place)
        yield f"履行事项第{number}项", "".join((*words, line.default_consequence))
