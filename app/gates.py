"""The gates that ask several features at once, each a short list of what is still in the way.

A case may not know agreements or meetings; here, above them, the lists are put together once, and
both the verb that refuses and the page that explains read the same list.
"""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.agreements.enums import AgreementKind
from app.agreements.model import Agreement
from app.agreements.overview import left_to_court
from app.agreements.reading import agreements_of, obligations_of
from app.cases.closing import WITHOUT_AGREEMENT, Gate, closure_of
from app.cases.consent_gate import Hurdle
from app.cases.enums import Outcome
from app.cases.model import Case
from app.cases.revoking import Begun
from app.meetings.enums import MeetingState
from app.meetings.reading import meetings_of
from app.sync.custody import held_by


def agreement_in_effect(session: Session, case: Case, outcome: Outcome) -> Iterator[Hurdle]:
    """Yield what a settled case lacks: an agreement in effect (人民调解法 28–30 条)."""
    if outcome is Outcome.SETTLED and final_agreement(session, case) is None:
        yield Hurdle("还没有生效的调解协议（人民调解法第29、30条）", "agreement")


def agreement_stands(session: Session, case: Case, outcome: Outcome) -> Iterator[Hurdle]:
    """Yield where an agreement in effect would be called a failure (人民调解法 31–32 条)."""
    if outcome is not Outcome.SETTLED and final_agreement(session, case) is not None:
        sentence = (
            "协议已经生效，只能按“调解成功”结案；对方不履行的，登记催促并告知权利人可以起诉"
            "（人民调解法第31、32条）"
        )
        yield Hurdle(sentence, "agreement")


def nothing_owed(session: Session, case: Case, outcome: Outcome) -> Iterator[Hurdle]:
    """Yield what is still owed under the agreement (人民调解法 31 条).

    Where it is not kept, the desk has done its part once the creditor knows the way to court
    (75号令 38 条); that term stays unkept in the books.
    """
    agreement = final_agreement(session, case) if outcome is Outcome.SETTLED else None
    if agreement is None:
        return
    unkept = [one for one in obligations_of(session, agreement) if one.fulfilled_on is None]
    gone = left_to_court(session, unkept)
    owed = [line for line in unkept if line.id not in gone]
    if owed:
        first = owed[0]
        sentence = (
            f"协议还有{len(owed)}项没有履行完，先是第{first.ordinal}项“{first.what}”"
            "（人民调解法第31条）；催促仍不履行的，登记已告知权利人可以起诉，也可以结案"
        )
        yield Hurdle(sentence, "agreement")


def session_recorded(session: Session, case: Case, outcome: Outcome) -> Iterator[Hurdle]:
    """Yield where no session was written down.

    Of what was refused or withdrawn before the first one, the refusal or the withdrawal is the record.
    """
    held = [m for m in meetings_of(session, case) if m.state == MeetingState.HELD]
    if not held and case.refused_on is None and outcome is not Outcome.WITHDRAWN:
        yield Hurdle("还没有一份调解记录", "meetings")


def ending_on_paper(session: Session, case: Case, outcome: Outcome) -> Iterator[Hurdle]:
    """Yield where neither an agreement nor a notice of the ending is in the file."""
    if outcome is Outcome.SETTLED and final_agreement(session, case) is None:
        yield Hurdle("还没有生效的调解协议", "agreement")
    closure = closure_of(session, case)
    if outcome in WITHOUT_AGREEMENT and (closure is None or closure.remedies_told_on is None):
        yield Hurdle("还没有终止调解告知", "closure")


def nothing_held(session: Session, case: Case) -> Iterator[Hurdle]:
    """Yield the sessions that an acceptance has led to, or is about to."""
    meetings = meetings_of(session, case)
    if any(one.state == MeetingState.HELD for one in meetings):
        yield Hurdle("已经有调解记录", "meetings")
    if any(one.state == MeetingState.PLANNED for one in meetings):
        yield Hurdle("已经约了调解，要先取消", "meetings")


def nothing_written(session: Session, case: Case) -> Iterator[Hurdle]:
    """Yield the agreements that an acceptance has led to."""
    if agreements_of(session, case):
        yield Hurdle("已经在写协议", "agreement")


def nobody_away(session: Session, case: Case) -> Iterator[Hurdle]:
    """Yield where somebody has the case along in a village."""
    if held_by(session, case) is not None:
        yield Hurdle("案件被带下乡了，要先归还", "custody")


def final_agreement(session: Session, case: Case) -> Agreement | None:
    """Find the newest agreement in effect that ends the dispute."""
    binding = [
        agreement
        for agreement in agreements_of(session, case)
        if agreement.kind == AgreementKind.FINAL and agreement.effective_on is not None
    ]
    return binding[-1] if binding else None


CLOSING: tuple[Gate, ...] = (agreement_in_effect, agreement_stands, nothing_owed)
ARCHIVING: tuple[Gate, ...] = (session_recorded, ending_on_paper)
BEGUN: tuple[Begun, ...] = (nothing_held, nothing_written, nobody_away)
