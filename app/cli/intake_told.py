"""What an import says to the person who ran it: how many were taken, and which lines were not."""

from collections import Counter

from app.cases.intake.reception import Result
from app.words import label

NAMED = 10
NOTHING = "文件里没有一条记录，什么也没有导入。请核对是不是这个文件。"
TRIED = "这是试导入，什么也没有保存。"
AGAIN = "改好以后把整个文件再导入一次就行，已经收下的不会重复登记。"


class Tally:
    """The answers of one file, counted; a file of any size."""

    def __init__(self) -> None:
        self.counts: Counter[Result] = Counter()
        self.wrong: list[int] = []

    def note(self, number: int, result: Result) -> None:
        """Count the answer to a line; `number` is its place in the file."""
        self.counts[result] += 1
        if result is Result.INVALID and len(self.wrong) < NAMED:
            self.wrong.append(number)

    def said(self, *, dry_run: bool) -> str:
        """Say it in one paragraph."""
        if not self.counts:
            return NOTHING
        each = "，".join(
            f"{label(one)} {self.counts[one]} 条" for one in Result if self.counts[one]
        )
        ending = [TRIED] if dry_run else []
        return "".join([f"共 {self.counts.total()} 条：{each}。", *ending, *self._faults()])

    def _faults(self) -> list[str]:
        if not self.wrong:
            return []
        more = "等" if self.counts[Result.INVALID] > NAMED else ""
        where = "、".join(str(number) for number in self.wrong)
        return [f"不合格的没有保存，在文件的第 {where} 行{more}，原因写在各自的答复里。", AGAIN]
