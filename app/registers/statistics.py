"""人民调解案件情况统计表 (table 二 of 239号): every figure with the cases behind it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from app.registers.codes import BODIES, VINTAGES, codes
from app.registers.coverage import Coverage
from app.registers.lines import PENDING, WITHDRAWN, Line, people_of
from app.registers.prevented import PREVENTED, prevented_by

SUCCESS = "调解成功"
FAILURE = "调解不成"
FORMULA = "调解成功率＝调解成功件数÷调解案件总数×100%"


@dataclass(frozen=True)
class Cell:
    """One figure: cases (件), people (人), and which cases they are."""

    cases: int
    people: int
    case_ids: tuple[UUID, ...] = field(repr=False, default=())

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Cell":
        """Count lines."""
        rows = tuple(lines)
        return cls(len(rows), people_of(rows), tuple(row.case_id for row in rows))


Columns = dict[str, Cell]


@dataclass(frozen=True)
class CaseStatistics:
    """The table of a period; money in yuan."""

    coverage: Coverage
    total: Cell
    difficult: Cell
    amount: Decimal
    by_body: Columns
    by_source: Columns
    by_type: dict[str, Columns]
    by_result: Columns
    by_form: Columns
    fulfilled: Cell
    confirmed: Columns
    prevented: Columns
    faults: tuple[str, ...]

    @property
    def success_rate(self) -> str | None:
        """Say the success rate in percent with one decimal; None without cases."""
        if not self.total.cases:
            return None
        rate = Decimal(100 * self.by_result[SUCCESS].cases) / self.total.cases
        return f"{rate.quantize(Decimal('0.1'))}%"


def statistics_of(lines: Sequence[Line], coverage: Coverage) -> CaseStatistics:
    """Count the table; `faults` names what does not add up, with the cases at fault."""
    settled = [line for line in lines if line.result == SUCCESS]
    return CaseStatistics(
        coverage=coverage,
        total=Cell.of(lines),
        difficult=Cell.of(line for line in lines if line.is_difficult),
        amount=Decimal(sum(line.amount_fen for line in lines)) / 100,
        by_body=_by(lines, BODIES, lambda line: line.body),
        by_source=_by(lines, codes().sources, lambda line: line.source),
        by_type={vintage: _types(lines, vintage) for vintage in VINTAGES},
        by_result=_by(lines, (SUCCESS, FAILURE, PENDING, WITHDRAWN), lambda line: line.result),
        by_form=_by(settled, ("书面协议", "口头协议"), _form),
        fulfilled=Cell.of(line for line in settled if line.is_fulfilled),
        confirmed=_confirmed(lines),
        prevented=_prevented(settled),
        faults=_faults(lines),
    )


def _by(lines: Iterable[Line], columns: Sequence[str], said: Callable[[Line], str]) -> Columns:
    rows = list(lines)
    return {column: Cell.of(row for row in rows if said(row) == column) for column in columns}


def _types(lines: Iterable[Line], vintage: str) -> Columns:
    column_of = codes().type_of[vintage]
    return _by(lines, codes().types[vintage], lambda line: column_of[line.dispute_type])


def _form(line: Line) -> str:
    return {"written": "书面协议", "oral": "口头协议"}.get(line.form or "", "")


def _prevented(settled: Iterable[Line]) -> Columns:
    rows = [(line, prevented_by(line)) for line in settled]
    return {name: Cell.of(line for line, names in rows if name in names) for name in PREVENTED}


def _confirmed(lines: Iterable[Line]) -> Columns:
    asked = [line for line in lines if line.confirmation]
    return {
        "申请司法确认": Cell.of(asked),
        "确认有效": Cell.of(line for line in asked if line.confirmation == "confirmed"),
    }


def _faults(lines: Iterable[Line]) -> tuple[str, ...]:
    known = codes()
    faults = []
    for line in lines:
        places = (
            (line.body in BODIES, "主体"),
            (line.source in known.sources, "来源"),
            (all(line.dispute_type in known.type_of[v] for v in VINTAGES), "类型"),
            (line.result != SUCCESS or line.form is not None, "协议形式（成功案件没有生效的协议）"),
        )
        faults += [
            f"{line.number}缺少{what}，请在案件里补正。" for found, what in places if not found
        ]
    return tuple(faults)
