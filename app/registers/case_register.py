"""人民调解委员会调解案件汇总登记表 (table 三 of 239号): one line a case, names only where in sight."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from app.cases.parties import Party
from app.cases.records import CaseMediator
from app.people.bodies import Mediator
from app.registers.agreed import cases_in
from app.registers.codes import codes
from app.registers.lines import Line
from app.registers.prevented import prevented_by
from app.registers.sheet import Value, chinese, columns_of, in_ten_thousands

TITLE = "人民调解委员会调解案件汇总登记表"
SEALED = "（保密）"
COLUMNS = columns_of([
    ("序号", 4), ("受理时间", 8), ("当事人姓名（人数）", 12), ("纠纷类型", 6), ("案件来源", 7),
    ("疑难复杂", 4), ("纠纷简要情况", 24), ("调解结果", 6), ("协议形式", 4), ("协议编号", 10),
    ("涉及金额（万元）", 6), ("履行情况", 6), ("司法确认", 6), ("防止激化情况", 8),
    ("人民调解员", 8), ("调结时间", 8), ("备注", 5),
])  # fmt: skip
FORMS = {"written": "书面", "oral": "口头"}
CONFIRMATIONS = {
    "pending": "审查中", "confirmed": "确认有效", "dismissed": "驳回", "withdrawn": "撤回",
}  # fmt: skip
LONGEST = 120  # characters of a summary; the case holds the rest


def rows_of(
    lines: Sequence[Line],
    parties: dict[UUID, list[str]],
    mediators: dict[UUID, list[str]],
    readable: Collection[UUID],
) -> list[tuple[Value, ...]]:
    """Lay the lines out by the table's columns, numbered from 1."""
    rows = []
    for number, line in enumerate(lines, 1):
        is_open = line.case_id in readable
        names = "、".join(parties.get(line.case_id, [])) if is_open else SEALED
        told = _short(line.summary) if is_open else SEALED
        chairs = "、".join(mediators.get(line.case_id, []))
        rows.append(_row(number, line, (f"{names}（{line.people}人）", told, chairs)))
    return rows


def parties_by_case(session: Session, period: ColumnElement[bool]) -> dict[UUID, list[str]]:
    """Name the parties of the cases of a period."""
    mine = cases_in(period, Party.county_id, Party.case_id)
    wanted = select(Party.case_id, Party.name).where(mine)
    return _gathered(session.execute(wanted.order_by(Party.case_id, Party.ordinal)))


def mediators_by_case(session: Session, period: ColumnElement[bool]) -> dict[UUID, list[str]]:
    """Name the mediators who have, or last had, the cases of a period; the chair first."""
    of_seat = and_(
        Mediator.county_id == CaseMediator.county_id, Mediator.id == CaseMediator.mediator_id
    )
    wanted = (
        select(CaseMediator.case_id, Mediator.name)
        .join(Mediator, of_seat)
        .where(cases_in(period, CaseMediator.county_id, CaseMediator.case_id))
        .where(CaseMediator.until_on.is_(None))
        .order_by(CaseMediator.case_id, CaseMediator.is_chair.desc(), Mediator.name)
    )
    return _gathered(session.execute(wanted))


def _row(number: int, line: Line, said: tuple[str, str, str]) -> tuple[Value, ...]:
    names, told, chairs = said
    return (
        number,
        chinese(line.accepted_on),
        names,
        codes().type_of["2015"][line.dispute_type],
        line.source,
        "是" if line.is_difficult else "否",
        told,
        line.result,
        FORMS.get(line.form or "", ""),
        line.agreement_number or "",
        in_ten_thousands(line.amount_fen) if line.amount_fen else "",
        _performance(line),
        CONFIRMATIONS.get(line.confirmation or "", ""),
        "、".join(prevented_by(line)),
        chairs,
        chinese(line.closed_on),
        "",
    )


def _performance(line: Line) -> str:
    if line.form is None:
        return ""
    return "全部履行" if line.is_fulfilled else "履行中"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}……"


def _gathered(pairs: Iterable[tuple[UUID, str]]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    for case_id, name in pairs:
        found.setdefault(case_id, []).append(name)
    return found
