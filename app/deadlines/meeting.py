"""Say that a term was met, where no other step says it (信访条例 22–23 条, a hotline order …)."""

from app.cases.verbs import renew, take_case
from app.deadlines.commands import MeetDeadline
from app.deadlines.model import DeadlineState
from app.deadlines.opening import end_term, term_of
from app.deadlines.reading import find_deadline
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotNow


def meet_deadline(command: MeetDeadline, work: Work) -> None:
    """End the term on the day it was done; NotNow where its own step ends it or it has ended."""
    case = take_case(work)
    row = find_deadline(work.session, case, command.deadline_id).row
    if row.state != DeadlineState.OPEN:
        raise NotNow("这个期限已经结束，不用再办。")
    if not term_of(row).by_hand:
        message = f"“{row.name}”不能直接登记办结：办完它等的那一步（例如签协议、登记履行、归档），它就自动结束。"
        raise NotNow(message)
    if command.on < row.start_on:
        message = f"办结日期{command.on}早于起算日{row.start_on}，请核对。"
        raise Incomplete(message, field="on")
    row.ended_because = command.done
    end_term(row, work)
    renew(case)
