"""Write, change and retire golden cases; hold a version's files against them."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow
from app.kernel.ids import new_id
from app.rulebooks.golden_commands import RetireGoldenCase, ReviseGoldenCase, WriteGoldenCase
from app.rulebooks.golden_records import GoldenCase, golden_case, golden_cases
from app.rulebooks.tags import Tag
from rules import Books, RuleError
from rules.golden import Miss, misses, read_golden


@dataclass(frozen=True)
class Unmet:
    """A golden case that a version does not answer as written; `fault`: it cannot even be asked."""

    golden: GoldenCase
    misses: tuple[Miss, ...] = ()
    fault: str = ""

    @property
    def sentence(self) -> str:
        """Say what is wanted, what is given, and what to do."""
        what = self.fault or "；".join(
            f"{one.output} 应为 {_said(one.wanted)}，得到 {_said(one.given)}" for one in self.misses
        )
        return f"范例“{self.golden.title}”不再成立：{what}。请改规则，或先改这个范例并写明为什么"


def write_golden_case(command: WriteGoldenCase, work: Work) -> UUID:
    """Keep a new one; Incomplete says where its YAML is wrong."""
    _check(command.text)
    row = GoldenCase(
        county_id=command.county_id,
        id=new_id(),
        title=command.title,
        because=command.because,
        text=command.text,
        written_by=command.actor_id,
        written_at=work.now,
    )
    work.session.add(row)
    work.record(Tag.GOLDEN_WRITTEN, golden=row.id)
    return row.id


def revise_golden_case(command: ReviseGoldenCase, work: Work) -> UUID:
    """Change what it says; a retired one stays as it was."""
    row = _standing(command, work)
    _check(command.text)
    row.title, row.because, row.text = command.title, command.because, command.text
    row.written_by, row.written_at = command.actor_id, work.now
    work.record(Tag.GOLDEN_REVISED, golden=row.id)
    return row.id


def retire_golden_case(command: RetireGoldenCase, work: Work) -> UUID:
    """Take it out of the gate; it stays in the list with the reason."""
    row = _standing(command, work)
    row.retired_by, row.retired_at = command.actor_id, work.now
    row.retired_reason = command.reason
    work.record(Tag.GOLDEN_RETIRED, golden=row.id)
    return row.id


def unmet_by(session: Session, county_id: str, books: Books) -> list[Unmet]:
    """List the golden cases that these books do not answer as written."""
    standing = (row for row in golden_cases(session, county_id) if row.retired_at is None)
    found = (unmet(row, books) for row in standing)
    return [one for one in found if one is not None]


def unmet(row: GoldenCase, books: Books) -> Unmet | None:
    """Hold one golden case against books."""
    try:
        found = misses(read_golden(row.text, "范例"), books)
    except RuleError as error:
        return Unmet(row, fault=str(error))
    return Unmet(row, tuple(found)) if found else None


def _standing(command: ReviseGoldenCase | RetireGoldenCase, work: Work) -> GoldenCase:
    row = golden_case(work.session, command.county_id, command.golden_id)
    if row.retired_at is not None:
        raise NotNow("这个范例已停用，不能再改。需要的话请另写一个。")
    return row


def _check(text: str) -> None:
    try:
        read_golden(text, "范例")
    except RuleError as error:
        raise Incomplete(str(error), field="text") from error


def _said(value: object) -> str:
    if isinstance(value, list):
        return "、".join(map(str, value)) or "无"
    return "无" if value is None else str(value)
