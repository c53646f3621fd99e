"""Look through a file by the points of 卷宗评查; what is wanting is watched until it is mended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.actor import actor_behind
from app.aftercare.evaluation_commands import EvaluateFile, FilePoint, Finding, PointFound
from app.aftercare.evaluation_records import Evaluation, EvaluationLine
from app.aftercare.reading import revisits_of_case
from app.aftercare.tags import Tag
from app.agreements.reading import agreements_of, mediators_of
from app.cases.closing import archiving_of
from app.cases.model import Case
from app.cases.recusal import seats_of
from app.cases.verbs import take_case
from app.deadlines.opening import day_set, end_terms, start_promise
from app.dossiers.contents import missing_papers
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.kernel.ids import new_id
from app.words import label

LACKING = frozenset({Finding.PARTLY, Finding.WANTING})


@dataclass(frozen=True)
class Sheet:
    """An evaluation with its lines by point."""

    row: Evaluation
    lines: dict[FilePoint, EvaluationLine]

    @property
    def is_good(self) -> bool:
        """Say whether nothing is wanting."""
        return not any(line.finding in LACKING for line in self.lines.values())


def evaluate_file(command: EvaluateFile, work: Work) -> UUID:
    """Keep the sheet; NotNow before the case ended, NotAllowed for its own mediators."""
    case = take_case(work)
    _check(command, case, work)
    for sheet in sheets_of(work.session, case):
        end_terms(work, case.id, subject_id=sheet.row.id)  # looked at again: mended or said anew
    row = Evaluation(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        on=command.on,
        mediators="、".join(mediators_of(work.session, case)),
        remark=command.remark,
        mend_by=command.mend_by,
        evaluated_by=command.actor_id,
        evaluated_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    work.session.add_all(_line(row, found) for found in command.points)
    if command.mend_by is not None:
        mend = day_set("卷宗整改", "卷宗评查")
        start_promise(work, case.id, mend, command.mend_by, subject_id=row.id)
    wanting = sum(found.finding in LACKING for found in command.points)
    work.record(Tag.FILE_EVALUATED, case.id, evaluation_id=row.id, wanting=wanting)
    return row.id


def sheets_of(session: Session, case: Case) -> list[Sheet]:
    """List the evaluations of a case's file, the newest first."""
    rows = session.scalars(
        select(Evaluation)
        .where(Evaluation.county_id == case.county_id, Evaluation.case_id == case.id)
        .order_by(Evaluation.evaluated_at.desc(), Evaluation.id.desc())
    ).all()
    return [Sheet(row, _lines(session, row)) for row in rows]


def hints_of(session: Session, case: Case) -> Iterator[tuple[FilePoint, str]]:
    """Yield what can be seen from the rows; a person judges (PAPERS 7)."""
    for line in missing_papers(session, case):
        about = f"（{line.about}）" if line.about else ""
        yield FilePoint.MATERIALS, f"缺{line.entry.title}{about}"
    for sentence in _days_out_of_order(session, case):
        yield FilePoint.PAPERS, sentence
    for visit in revisits_of_case(session, case):
        if visit.held_on is None or visit.held_on > visit.due_by:
            said = f"{visit.held_on}才回访" if visit.held_on else "没有回访"
            yield FilePoint.REVISIT, f"第{visit.ordinal}次回访应在{visit.due_by}前，{said}"
    if archiving_of(session, case) is None:
        yield FilePoint.BINDING, "还没有立卷归档"


def _days_out_of_order(session: Session, case: Case) -> Iterator[str]:
    """Hold the days to 申请 ≤ 受理 ≤ 协议 ≤ 结案 ≤ 立卷."""
    agreed = [one.concluded_on for one in agreements_of(session, case) if one.concluded_on]
    archiving = archiving_of(session, case)
    days = [
        ("申请", case.requested_on),
        ("受理", case.accepted_on),
        ("协议", min(agreed, default=None)),
        ("结案", case.closed_on),
        ("立卷", archiving.on if archiving else None),
    ]
    known = [(word, day) for word, day in days if day is not None]
    for (word, day), (later, then) in pairwise(known):
        if then < day:
            yield f"{later}日期{then}早于{word}日期{day}"


def _check(command: EvaluateFile, case: Case, work: Work) -> None:
    if case.is_open:
        raise NotNow("案件还没有结案，不能评查卷宗。请结案以后再评查。")
    actor = actor_behind(work)
    if actor.mediator_id in {seat.mediator_id for seat in seats_of(work.session, case)}:
        raise NotAllowed("您是本案的调解员，不能评查自己的卷宗。请其他负责人评查。")
    _check_points(command)


def _check_points(command: EvaluateFile) -> None:
    if [found.point for found in command.points] != list(FilePoint):
        raise Incomplete("七项评查内容每项都要有一个结果。请补全后再提交。")
    for found in command.points:
        if found.finding in LACKING and not found.note:
            message = f"请写明“{label(found.point)}”缺什么、错在哪里。"
            raise Incomplete(message, field=f"{found.point}_note")
    is_lacking = any(found.finding in LACKING for found in command.points)
    if is_lacking and (command.mend_by is None or command.mend_by < command.on):
        raise Incomplete("有要整改的，请写明整改期限（今天或以后）。", field="mend_by")


def _line(row: Evaluation, found: PointFound) -> EvaluationLine:
    return EvaluationLine(
        county_id=row.county_id,
        evaluation_id=row.id,
        point=found.point,
        finding=found.finding,
        note=found.note,
    )


def _lines(session: Session, row: Evaluation) -> dict[FilePoint, EvaluationLine]:
    mine = select(EvaluationLine).where(
        EvaluationLine.county_id == row.county_id, EvaluationLine.evaluation_id == row.id
    )
    found: Sequence[EvaluationLine] = session.scalars(mine).all()
    known = {FilePoint(line.point): line for line in found}
    return {point: known[point] for point in FilePoint}
