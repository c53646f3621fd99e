"""What was not as the law wants it when a session was reported: written down, never refused."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.cases.consent import parties_of
from app.cases.consent_gate import hurdles_before_mediation
from app.cases.enums import Language
from app.cases.model import Case
from app.meetings.commands import HoldMeeting
from app.meetings.enums import Flaw, MeetingKind, MeetingResult, MeetingState
from app.meetings.model import Meeting

BY_PAGE = {
    "consents": Flaw.WITHOUT_CONSENT,
    "rights-notice": Flaw.RIGHTS_NOT_TOLD,
    "mediators": Flaw.WITHOUT_MEDIATOR,
    "recusals": Flaw.RECUSAL_OPEN,
}


def flaws_in(
    session: Session, case: Case, before: Meeting | None, command: HoldMeeting
) -> list[Flaw]:
    """List what is wrong with a report, by the state the case had before it."""
    return [
        *_of_the_case(session, case, before, command),
        *_of_the_table(command),
        *_of_the_language(session, case, command),
    ]


def _of_the_case(
    session: Session, case: Case, before: Meeting | None, command: HoldMeeting
) -> Iterator[Flaw]:
    if not case.is_open:
        yield Flaw.CASE_CLOSED
    if case.refused_on is not None and command.on >= case.refused_on:
        yield Flaw.AFTER_REFUSAL
    if before is not None and before.state == MeetingState.CANCELLED:
        yield Flaw.AFTER_CANCELLING
    if command.kind is not MeetingKind.HOME_FOLLOW_UP:
        pages = {hurdle.page for hurdle in hurdles_before_mediation(session, case)}
        yield from (flaw for page, flaw in BY_PAGE.items() if page in pages)


def _of_the_table(command: HoldMeeting) -> Iterator[Flaw]:
    if any(guest.agreed_on is None for guest in command.guests):
        yield Flaw.GUEST_UNAGREED
    if command.result is MeetingResult.TO_BE_CONTINUED and command.next_on is None:
        yield Flaw.NO_NEXT_DAY


def _of_the_language(session: Session, case: Case, command: HoldMeeting) -> Iterator[Flaw]:
    spoken = {party.language for party in parties_of(session, case)} - {None, Language.ZH}
    if not spoken:
        return
    if command.read_aloud_in is None:
        yield Flaw.NOT_READ_ALOUD
    if not command.interpreter:
        yield Flaw.WITHOUT_INTERPRETER
