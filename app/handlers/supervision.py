"""Who carries out the commands of supervision."""

from app.kernel.bus import Handlers
from app.supervision.commands import NudgeDeadline
from app.supervision.order_commands import (
    AnswerOrder,
    CloseOrder,
    IssueOrder,
    SendAnswerBack,
    WithdrawOrder,
)
from app.supervision.ordering import (
    answer_order,
    close_order,
    issue_order,
    send_answer_back,
    withdraw_order,
)
from app.supervision.tick import nudge_deadline

HANDLERS: Handlers = {
    AnswerOrder: answer_order,
    CloseOrder: close_order,
    IssueOrder: issue_order,
    NudgeDeadline: nudge_deadline,
    SendAnswerBack: send_answer_back,
    WithdrawOrder: withdraw_order,
}
