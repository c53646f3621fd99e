"""督办单: issue, answer, send back, close; at every moment it is clear whose move it is."""

from datetime import date
from uuid import UUID

from app.cases.model import Case
from app.cases.numbers import next_number
from app.cases.verbs import renew, take_case
from app.deadlines.model import DeadlineState
from app.deadlines.opening import day_set, end_terms, start_promise
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotAllowed, NotNow
from app.kernel.ids import new_id
from app.people.names import names_of
from app.places.model import County
from app.supervision.bodies import body_of, unit_of
from app.supervision.order_commands import (
    AnswerOrder,
    CloseOrder,
    IssueOrder,
    OrderState,
    SendAnswerBack,
    WithdrawOrder,
)
from app.supervision.order_reading import (
    ENDED,
    answers_of,
    find_order,
    may_order,
    standing_order,
)
from app.supervision.order_records import OrderAnswer, SupervisionOrder
from app.supervision.tags import Tag

SERIES = "supervision"


def issue_order(command: IssueOrder, work: Work) -> UUID:
    """Issue an order; NotNow while another stands for this case."""
    case = take_case(work)
    _demand_matter(case, work)
    _demand_none_stands(case, work)
    _demand_day(command.due_on, command.on)
    county = work.session.get_one(County, case.county_id)
    serial = next_number(work.session, case.county_id, SERIES, command.on.year)
    order = SupervisionOrder(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        number=f"{county.short_name}调督〔{command.on.year}〕{serial}号",
        body=body_of(work, county),
        subject=command.subject,
        unit=unit_of(case, work),
        person=command.person,
        reason=command.reason,
        demands=command.demands,
        issued_on=command.on,
        due_on=command.due_on,
        issued_by=command.actor_id,
        issued_at=work.now,
    )
    work.session.add(order)
    work.session.flush()
    _watch(order, order.id, work)
    _say(Tag.ORDER_ISSUED, order, case, work)
    return order.id


def answer_order(command: AnswerOrder, work: Work) -> UUID:
    """Answer with a reason and a new day; the case may have ended meanwhile."""
    case = take_case(work)
    order = _take(command.order_id, case, work)
    if order.state == OrderState.ANSWERED:
        raise NotNow("这份督办单已经答复，正等签发人审看。要补充的，请等退回后再答复。")
    if case.is_open and command.new_on is None:
        raise Incomplete("案件还没有办结，请填写新的办结日期。", field="new_on")
    if command.new_on is not None:
        _demand_day(command.new_on, command.on, field="new_on")
    answer = OrderAnswer(
        county_id=case.county_id,
        id=new_id(),
        order_id=order.id,
        reason=command.reason,
        done=command.done,
        new_on=command.new_on,
        on=command.on,
        answered_by=command.actor_id,
        answered_at=work.now,
    )
    _rest(order, work)
    work.session.add(answer)
    order.state = OrderState.ANSWERED
    _say(Tag.ORDER_ANSWERED, order, case, work)
    return answer.id


def send_answer_back(command: SendAnswerBack, work: Work) -> None:
    """Send the answer back with what is missing; it is the handler's move again."""
    case = take_case(work)
    order = _take(command.order_id, case, work)
    _demand_day(command.due_on, command.on)
    answer = _last_answer(order, work)
    if order.state != OrderState.ANSWERED or answer is None:
        raise NotNow("这份督办单还没有新的答复，不用退回。请刷新页面查看最新情况。")
    answer.sent_back_on, answer.sent_back_by = command.on, command.actor_id
    answer.sent_back_because = command.because
    order.state, order.due_on = OrderState.SENT_BACK, command.due_on
    _watch(order, answer.id, work)
    _say(Tag.ORDER_SENT_BACK, order, case, work)


def close_order(command: CloseOrder, work: Work) -> None:
    """End an order; the new day that was promised is watched from now on."""
    case = take_case(work)
    order = _take(command.order_id, case, work)
    answer = _last_answer(order, work) if order.state == OrderState.ANSWERED else None
    if answer is None and not command.because:
        raise Incomplete("还没有答复就销号，请写明为什么不用再答复。", field="because")
    if answer is not None and answer.answered_by == command.actor_id:
        raise NotAllowed("这份督办单是您答复的，不能由您自己销号。请签发人或其他负责人审看。")
    _end(order, OrderState.CLOSED, command.because, work)
    if answer is not None and answer.new_on is not None:
        promised = day_set("督办答复的办结日期", order.number)
        start_promise(work, case.id, promised, answer.new_on, subject_id=answer.id)
    _say(Tag.ORDER_CLOSED, order, case, work)


def withdraw_order(command: WithdrawOrder, work: Work) -> None:
    """Take back an order that nobody has answered."""
    case = take_case(work)
    order = _take(command.order_id, case, work)
    if order.state != OrderState.ISSUED:
        raise NotNow("这份督办单已经答复，不能撤回。请审看后销号或退回。")
    _end(order, OrderState.WITHDRAWN, command.because, work)
    _say(Tag.ORDER_WITHDRAWN, order, case, work)


def _take(order_id: UUID, case: Case, work: Work) -> SupervisionOrder:
    order = find_order(work.session, case, order_id)
    if order.state in ENDED:
        raise NotNow("这份督办单已经销号或撤回，不能再改。要再督办，请另发一份。")
    return order


def _demand_matter(case: Case, work: Work) -> None:
    if not may_order(work.session, case):
        raise NotNow("案件已结案，也没有还没办完的期限，没有可以督办的事。要查看的请看案件经过。")


def _demand_none_stands(case: Case, work: Work) -> None:
    known = standing_order(work.session, case)
    if known is not None:
        who = names_of(work.session, case.county_id, {known.issued_by}).get(known.issued_by, "")
        message = (
            f"{who}已于{known.issued_on}发出督办单{known.number}，还没有销号，不再另发。"
            "请等答复，或在那一份上退回、销号后再发。"
        )
        raise NotNow(message)


def _demand_day(day: date, today: date, field: str = "due_on") -> None:
    if day < today:
        message = f"日期不能早于今天（{today}），请改正。"
        raise Incomplete(message, field=field)


def _last_answer(order: SupervisionOrder, work: Work) -> OrderAnswer | None:
    answers = answers_of(work.session, order.county_id, order.id)
    return answers[-1] if answers else None


def _watch(order: SupervisionOrder, subject_id: UUID, work: Work) -> None:
    promised = day_set("答复督办单", order.number)
    start_promise(work, order.case_id, promised, order.due_on, subject_id=subject_id)


def _rest(order: SupervisionOrder, work: Work, state: DeadlineState = DeadlineState.DONE) -> None:
    answers = answers_of(work.session, order.county_id, order.id)
    for subject_id in (order.id, *(one.id for one in answers)):
        end_terms(work, order.case_id, subject_id=subject_id, state=state)


def _end(order: SupervisionOrder, state: OrderState, because: str | None, work: Work) -> None:
    _rest(order, work, DeadlineState.CANCELLED)
    order.state, order.ended_on = state, work.command.on
    order.ended_by, order.ended_because = work.command.actor_id, because


def _say(tag: Tag, order: SupervisionOrder, case: Case, work: Work) -> None:
    renew(case)
    said = {"order_id": order.id, "number": order.number, "due_on": order.due_on}
    work.record(tag, case.id, **said)
