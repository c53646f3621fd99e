"""Whether an entry may be made: the day has come, a pause has its reason, all who must agree did."""

from sqlalchemy.orm import Session

from app.cases.consent import parties_of
from app.cases.model import Case
from app.deadlines.commands import RecordClockEntry
from app.deadlines.ledger import Kind
from app.deadlines.model import Deadline
from app.deadlines.opening import term_of
from app.deadlines.terms import Extension
from app.kernel.bus import Work
from app.kernel.clock import day_of
from app.kernel.errors import Incomplete


def check_entry(command: RecordClockEntry, deadline: Deadline, case: Case, work: Work) -> None:
    """Raise Incomplete, with the field, for what is missing; the ledger itself checks the law."""
    today = day_of(work.now)
    if command.on > today:
        message = f"{command.on}还没有到（今天是{today}），请核对日期。"
        raise Incomplete(message, field="on")
    if command.kind is Kind.PAUSE and not command.because:
        raise Incomplete("请写明为什么中止，例如委托鉴定、当事人生病。", field="because")
    asks_all = term_of(deadline).extension is Extension.PARTIES
    if command.kind is Kind.EXTEND and asks_all and command.agreed_party_ids:
        _all_agreed(command, case, work.session)


def agreed_by(command: RecordClockEntry, case: Case, session: Session) -> str | None:
    """Say in words who agreed: the parties by name, or what was written."""
    if not command.agreed_party_ids:
        return command.agreed_by
    parties = parties_of(session, case)
    return "、".join(p.name for p in parties if p.id in command.agreed_party_ids)[:200]


def _all_agreed(command: RecordClockEntry, case: Case, session: Session) -> None:
    parties = parties_of(session, case)
    silent = [party.name for party in parties if party.id not in command.agreed_party_ids]
    if silent:
        message = (
            f"{'、'.join(silent)}还没有同意延长。延长要各方都同意；"
            "有一方不同意的，期满应当终止调解并告知其他途径（《人民调解工作若干规定》第33条）。"
        )
        raise Incomplete(message, field="agreed_party_ids")
