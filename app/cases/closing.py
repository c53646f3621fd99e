"""结案 and 归档: what must be there before a case ends, and before its file is put away.

人民调解法 25 (danger reported), 26 (without an agreement, other remedies told), 27 (a file is kept).
Gates that ask other features (an agreement in effect, no open obligation, a session's record) stand
above this layer and are handed in.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from sqlalchemy.orm import Session

from app.cases.closing_commands import ArchiveCase
from app.cases.closing_records import Archiving
from app.cases.commands import CloseCase
from app.cases.consent_gate import Hurdle
from app.cases.enums import Outcome
from app.cases.handover import open_offer
from app.cases.handover_commands import HandoverState
from app.cases.model import Case
from app.cases.records import Closure
from app.cases.risk import unreported_risk
from app.cases.stages import Stage
from app.cases.tags import Tag
from app.cases.verbs import move_case, take_case, take_open_case
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow

Gate: TypeAlias = Callable[[Session, Case, Outcome], Iterable[Hurdle]]
WITHOUT_AGREEMENT = frozenset({Outcome.UNSETTLED, Outcome.TERMINATED})
ENDINGS = tuple(outcome for outcome in Outcome if outcome is not Outcome.DECLINED)


def close_case(command: CloseCase, work: Work, *, gates: Sequence[Gate] = ()) -> None:
    """End the case: settled, unsettled, terminated or withdrawn."""
    case = take_open_case(work)
    outcome = command.outcome
    _demand_words(command, case)
    hurdles = hurdles_before_closing(work.session, case, outcome, gates)
    if hurdles:
        said = "；".join(hurdle.sentence for hurdle in hurdles)
        message = f"还不能结案：{said}。办完以后再结案。"
        raise NotNow(message)
    _end_offer(case, work)
    told = command.on if command.remedies_told else None
    work.session.add(
        Closure(
            county_id=case.county_id,
            case_id=case.id,
            outcome=outcome,
            on=command.on,
            reason=command.reason,
            remedies_told_on=told,
            closed_by=command.actor_id,
            closed_at=work.now,
        )
    )
    case.outcome = outcome
    case.closed_on = command.on
    move_case(case, Stage.CLOSED, work)
    work.record(Tag.CLOSED, case.id, outcome=outcome, remedies_told=command.remedies_told)


def hurdles_before_closing(
    session: Session, case: Case, outcome: Outcome, gates: Sequence[Gate] = ()
) -> list[Hurdle]:
    """Say everything that keeps the case from ending this way; empty when nothing does."""
    found = list(unreported_risk(session, case))
    for gate in gates:
        found.extend(gate(session, case, outcome))
    return found


def archive_case(command: ArchiveCase, work: Work, *, gates: Sequence[Gate] = ()) -> None:
    """Put the file of a closed case away, complete (人民调解法 27 条)."""
    case = take_case(work)
    if archiving_of(work.session, case) is not None:
        raise NotNow("这个案件已经归档，不用再办。")
    hurdles = hurdles_before_archiving(work.session, case, gates)
    if hurdles:
        said = "；".join(hurdle.sentence for hurdle in hurdles)
        message = f"还不能归档：{said}（人民调解法第27条）。补齐以后再归档。"
        raise NotNow(message)
    work.session.add(
        Archiving(
            county_id=case.county_id,
            case_id=case.id,
            on=command.on,
            retention=command.retention,
            compiled_by=command.compiled_by,
            archived_by=command.actor_id,
            archived_at=work.now,
        )
    )
    work.record(Tag.ARCHIVED, case.id, retention=command.retention)


def hurdles_before_archiving(
    session: Session, case: Case, gates: Sequence[Gate] = ()
) -> list[Hurdle]:
    """Say what the file still lacks; empty when it is whole."""
    if case.is_open or case.outcome is None:
        return [Hurdle("案件还没有结案", "closure")]
    outcome = Outcome(case.outcome)
    return [hurdle for gate in gates for hurdle in gate(session, case, outcome)]


def archiving_of(session: Session, case: Case) -> Archiving | None:
    """Find the record of the file's archiving."""
    return session.get(Archiving, (case.county_id, case.id))


def closure_of(session: Session, case: Case) -> Closure | None:
    """Find the record of the case's ending."""
    return session.get(Closure, (case.county_id, case.id))


def _demand_words(command: CloseCase, case: Case) -> None:
    if command.outcome is Outcome.DECLINED:
        raise NotNow(
            "不予受理请在“受理”页办理，要写明理由和去向（《人民调解工作若干规定》第24条）。"
        )
    if command.on < case.received_on:
        message = f"结案日期{command.on}早于登记日期{case.received_on}，请核对。"
        raise Incomplete(message, field="on")
    if command.outcome in WITHOUT_AGREEMENT and not command.remedies_told:
        message = (
            "没有达成协议的，应当终止调解，并告知当事人可以通过仲裁、行政、司法等途径"
            "维护权利（人民调解法第26条）。请先告知，再勾选“已告知其他途径”。"
        )
        raise Incomplete(message, field="remedies_told")
    if command.outcome is not Outcome.SETTLED and not (command.reason or "").strip():
        raise Incomplete("请写明终止或撤回的原因，例如“一方拒绝或不愿继续”。", field="reason")


def _end_offer(case: Case, work: Work) -> None:
    offer = open_offer(work.session, case)
    if offer is not None:
        offer.state = HandoverState.TAKEN_BACK
        offer.answered_on = work.command.on
        offer.answered_by = work.command.actor_id
        offer.answered_at = work.now
        offer.answer = "案件已结案"
