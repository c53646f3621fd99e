"""How one dispute goes its way: each step waits for its day, so that today finds cases everywhere."""

from collections.abc import Generator, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from app.access.roles import Role
from app.cases.commands import (
    AcceptCase,
    AssignMediators,
    CloseCase,
    DeclineCase,
    RecordConsent,
    RecordRightsTold,
)
from app.cases.enums import Channel, ConsentForm, Language, Organ, Outcome, Risk
from app.cases.intake.commands import RegisterIntake
from app.cases.risk_commands import ReportMeans, ReportRisk, RiskReportKind
from app.cli.demo.acting import Cast, Desk
from app.cli.demo.ending import put_away
from app.cli.demo.settling import settle
from app.cli.demo.stories import Story
from app.kernel.clock import CHINA
from app.meetings.commands import HoldMeeting, PlanMeeting
from app.meetings.enums import MeetingKind, MeetingResult, Method

ENDINGS = {"settled": 74, "unsettled": 8, "refused": 6, "withdrawn": 5, "waiting": 7}
REGISTRARS = {
    Channel.GRID_REPORT: Role.GRID_WORKER,
    Channel.SCREENING: Role.TOWNSHIP_MEDIATOR,
}
TO_BE_CONTINUED = "双方都说了自己的看法，差距还比较大。约好回去和家里人商量，下次再谈。"
UNSETTLED = "经过多次劝说，双方对数额差距太大，都不愿意再让。"
REMEDIES = "双方分歧较大，经多次调解未能达成一致，已告知可以通过仲裁、行政、司法途径解决。"


def live(cast: Cast, story: Story) -> Iterator[datetime]:
    """Tell a dispute from its registration to its end, one step a time."""
    dice = cast.stage.dice
    yield moment(story.received_on, dice.randint(9, 16))
    desk = _register(cast, story)
    yield _later(cast, 1, 2)
    if story.plot.get("ending") == "declined":
        desk.say(DeclineCase, reason=story.plot["reason"], refer_to=Organ(story.plot["refer_to"]))
        return
    desk.say(AcceptCase, committee_id=desk.body.id)
    yield _later(cast, 0, 2)
    yield from _before(desk)
    yield from _warn(desk)
    drawn = dice.choices([*ENDINGS], [*ENDINGS.values()])[0]
    yield from _mediate(desk, story, story.ending or drawn)


def _mediate(desk: Desk, story: Story, ending: str) -> Iterator[datetime]:
    if ending == "refused":
        yield from _refusal(desk)
    elif ending == "withdrawn":
        yield _later(desk.cast, 2, 6)
        said = "双方已自行和好，申请人撤回申请。"
        desk.say(CloseCase, outcome=Outcome.WITHDRAWN, reason=said)
    else:
        yield from _open_gate(desk)
        yield from _meetings(desk, story, ending)
    if ending == "settled":
        yield from settle(desk, story)
    elif ending == "unsettled":
        yield from put_away(desk)


def moment(day: date, hour: int) -> datetime:
    """Say an hour of a working day."""
    while day.weekday() > 4:  # noqa: PLR2004 (Friday)
        day += timedelta(days=1)
    return datetime.combine(day, time(hour, 10 + hour), CHINA)


def _later(cast: Cast, fewest: int, most: int) -> datetime:
    dice = cast.stage.dice
    when = moment(cast.stage.on + timedelta(days=dice.randint(fewest, most)), dice.randint(9, 17))
    return max(when, cast.stage.instant.astimezone(CHINA) + timedelta(minutes=10))


def _register(cast: Cast, story: Story) -> Desk:
    registrar = cast.one(REGISTRARS.get(story.channel, Role.REGISTRAR))
    cast.stage.carry(RegisterIntake, registrar.id, record=story.record(str(story.case_id)))
    desk = Desk(cast, story.case_id, cast.bodies.committees[0], registrar)
    desk.body = cast.body(desk.case.committee_id)
    desk.mediator = cast.mediator(desk.body)
    return desk


def _before(desk: Desk) -> Iterator[datetime]:
    colleagues = [mediator_id for mediator_id, _ in desk.body.members]
    own = desk.mediator.mediator_id
    second = desk.cast.stage.dice.choice([one for one in colleagues if one != own])
    chief = desk.cast.chief(desk.body, desk.mediator)
    desk.say(AssignMediators, by=chief, mediator_ids=(own, second))
    yield _later(desk.cast, 0, 1)
    first = desk.parties[0]
    desk.say(RecordConsent, party_id=first.id, agrees=True, form=ConsentForm.WRITTEN)


def _refusal(desk: Desk) -> Iterator[datetime]:
    yield _later(desk.cast, 1, 3)
    other = desk.parties[1]
    said = "不愿意调解，准备走法律程序。"
    desk.say(
        RecordConsent, party_id=other.id, agrees=False, form=ConsentForm.TELEPHONE, reason=said
    )
    yield _later(desk.cast, 1, 2)
    reason = "对方当事人明确表示不愿调解，已告知可以通过仲裁、行政、司法途径解决。"
    desk.say(CloseCase, outcome=Outcome.TERMINATED, reason=reason, remedies_told=True)


def _warn(desk: Desk) -> Iterator[datetime]:
    if desk.case.risk not in {Risk.ORANGE, Risk.RED}:
        return
    yield _later(desk.cast, 0, 0)
    desk.say(
        ReportRisk,
        kind=RiskReportKind.FIRST,
        organs=(Organ.POLICE,),
        means=ReportMeans.TELEPHONE,
        at=desk.cast.stage.instant.astimezone(CHINA).time(),
        reporter=desk.recorder,
        situation="双方情绪激动，有可能当面争执，请派出所关注。",
    )


def _open_gate(desk: Desk) -> Iterator[datetime]:
    yield _later(desk.cast, 0, 2)
    for party in desk.parties[1:]:
        desk.say(RecordConsent, party_id=party.id, agrees=True, form=ConsentForm.ORAL)
    desk.say(RecordRightsTold, party_ids=tuple(party.id for party in desk.parties))


def _meetings(desk: Desk, story: Story, ending: str) -> Iterator[datetime]:
    sessions = desk.cast.stage.dice.choices((1, 2), (3, 2))[0]
    for number in range(1, sessions + 1):
        meeting_id, day = yield from _plan(desk, story)
        result = MeetingResult.TO_BE_CONTINUED
        if number == sessions and ending != "waiting":
            result = MeetingResult(ending)
        _hold(desk, story, (meeting_id, day, result))
    if ending == "unsettled":
        yield _later(desk.cast, 1, 3)
        desk.say(CloseCase, outcome=Outcome.UNSETTLED, reason=REMEDIES, remedies_told=True)


def _plan(desk: Desk, story: Story) -> Generator[datetime, None, tuple[UUID, time]]:
    yield _later(desk.cast, 0, 2)
    stage = desk.cast.stage
    when = moment(stage.on + timedelta(days=stage.dice.randint(2, 9)), stage.dice.choice((10, 15)))
    meeting_id = stage.draw_id()
    said = {"held_on": when.date(), "starts": when.time(), **_where(desk, story)}
    desk.say(PlanMeeting, meeting_id=meeting_id, chair_id=desk.mediator.mediator_id, **said)
    yield when + timedelta(hours=2)
    return meeting_id, when.time()


def _where(desk: Desk, story: Story) -> dict[str, Any]:
    kind = MeetingKind(desk.case.stage)
    out = kind is MeetingKind.VILLAGE_VISIT
    place = story.say("{place}村委会") if out else f"{desk.body.name}调解室"
    return {"kind": kind, "place": place, "method": Method.ON_SITE if out else Method.FACE_TO_FACE}


def _hold(desk: Desk, story: Story, held: tuple[UUID, time, MeetingResult]) -> None:
    meeting_id, starts, result = held
    words = {
        MeetingResult.SETTLED: story.say(story.plot.get("record_text", "")),
        MeetingResult.UNSETTLED: UNSETTLED,
        MeetingResult.TO_BE_CONTINUED: TO_BE_CONTINUED,
    }
    spoken = [Language(p.language) for p in desk.parties if p.language]
    other = next((one for one in spoken if one is not Language.ZH), None)
    goes_on = result is MeetingResult.TO_BE_CONTINUED
    desk.say(
        HoldMeeting,
        meeting_id=meeting_id,
        starts=starts,
        result=result,
        text=words[result],
        recorder=desk.recorder,
        party_ids=tuple(party.id for party in desk.parties),
        mediator_ids=(desk.mediator.mediator_id,),
        languages=tuple(dict.fromkeys([Language.ZH, *spoken])),
        interpreter=desk.recorder if other else None,
        read_aloud_in=other,
        next_on=desk.on + timedelta(days=5) if goes_on else None,
        **_where(desk, story),
    )
