"""The road under random traffic: no illegal state, no footprint of a refusal, no report refused."""

import tempfile
from contextlib import suppress
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.authority import authorize
from app.cases.commands import CloseCase, RecordConsent, RecordRightsTold
from app.cases.enums import ConsentForm, Organ, Outcome, Risk
from app.cases.handover import open_offer
from app.cases.handover_commands import (
    AcceptHandover,
    AskAboutHandover,
    HandoverReason,
    OfferHandover,
    TakeBackHandover,
)
from app.cases.records import Closure
from app.cases.risk import HIGH, reported
from app.cases.risk_commands import ChangeRisk, ReportMeans, ReportRisk, RiskReportKind
from app.cases.stages import CLINICS, MOVES, Stage
from app.gates import final_agreement, nothing_owed
from app.handlers import HANDLERS
from app.kernel.bus import Bus
from app.kernel.clock import frozen
from app.kernel.commands import Report
from app.kernel.errors import DomainError
from app.kernel.footprints import verify
from app.kernel.ids import new_id
from app.meetings.commands import CancelMeeting, HoldMeeting, PlanMeeting
from app.meetings.enums import MeetingKind, MeetingResult, MeetingState, Method
from app.meetings.reading import meetings_of
from app.reactions import REACTIONS
from tests.agreements.table import conclude_fully
from tests.case_file import CaseFile, open_case
from tests.databases import SqliteShelf
from tests.world import COUNTY, NOW

DAYS = st.dates(date(2026, 3, 2), date(2026, 3, 20))
KINDS = st.sampled_from(MeetingKind)
MOSTLY = st.sampled_from([True, True, False])
NAMES = st.sampled_from(["才旦", "旦正"])
PEOPLE = st.sampled_from(["扎西多杰", "才让卓玛"])


@pytest.fixture(scope="module")
def files():
    with tempfile.TemporaryDirectory() as folder:
        yield SqliteShelf(Path(folder))


def test_路上没有非法状态(files):
    class Here(Road):
        shelf_of_files = files

    Here.TestCase.settings = settings(
        max_examples=20,
        stateful_step_count=25,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a step takes a while: no shrinking
    )
    case = Here.TestCase("runTest")
    walked = case.defaultTestResult()
    case.run(walked)
    assert walked.testsRun == 1
    assert not [*walked.errors, *walked.failures], walked


class Road(RuleBasedStateMachine):
    """One case, and everything that may be said about it, in any order."""

    shelf_of_files: SqliteShelf

    def __init__(self):
        super().__init__()
        self.opened = self.shelf_of_files.fresh()
        self.database = self.opened.__enter__()
        self.world = self.shelf_of_files.world
        self.meetings = []
        self.stage = Stage.OFFICE_HOURS
        self.was_refused = False

    def teardown(self):
        self.opened.__exit__(None, None, None)

    @initialize()
    def begin(self):
        bus = Bus(self.database, HANDLERS, REACTIONS, authorize, frozen(NOW))
        self.file: CaseFile = open_case(
            self.database, self.world, bus, file_number="（2026）共倒人调字第1号"
        )

    def attempt(self, what, **said):
        """Say it; a refused request leaves nothing, a report is never refused."""
        before = self.file.trail()
        try:
            return self.file.say(what, **said)
        except DomainError:
            assert not issubclass(what, Report), f"{what.__name__} 被拒绝"
            assert self.file.trail() == before
            return None

    @rule(name=NAMES, agrees=MOSTLY, on=DAYS)
    def consent(self, name, agrees, on):
        said = {"party_id": self.file.parties[name], "agrees": agrees, "on": on}
        self.attempt(RecordConsent, form=ConsentForm.ORAL, reason="表态", **said)

    @rule()
    def agree_all(self):
        for name in self.file.parties:
            self.consent(name, agrees=True, on=date(2026, 3, 2))

    @rule(on=DAYS)
    def tell_rights(self, on):
        self.attempt(RecordRightsTold, party_ids=tuple(self.file.parties.values()), on=on)

    @rule(kind=KINDS, on=DAYS)
    def plan(self, kind, on):
        said = {"kind": kind, "held_on": on, "starts": time(9), "place": "某处"}
        meeting = self.attempt(PlanMeeting, meeting_id=new_id(), method=Method.ON_SITE, **said)
        self.meetings += [meeting] if meeting else []

    @rule(kind=KINDS, result=st.sampled_from(MeetingResult), on=DAYS, data=st.data())
    def hold(self, kind, result, on, data):
        known = data.draw(st.sampled_from([*self.meetings, None]))
        said = {"kind": kind, "result": result, "on": on, "starts": time(9), "place": "某处"}
        words = {"text": "经过", "recorder": "某人", "method": Method.ON_SITE}
        self.meetings.append(
            self.attempt(HoldMeeting, meeting_id=known or new_id(), **said, **words)
        )

    @rule(data=st.data())
    def cancel(self, data):
        if self.meetings:
            meeting = data.draw(st.sampled_from(self.meetings))
            self.attempt(CancelMeeting, meeting_id=meeting, reason="大雪")

    @rule(risk=st.sampled_from([Risk.RED, Risk.ORANGE, Risk.RED, Risk.BLUE]), on=DAYS)
    def change_risk(self, risk, on):
        self.attempt(ChangeRisk, risk=risk, reason="所见", on=on)

    @rule(on=DAYS)
    def report_risk(self, on):
        how = {"means": ReportMeans.TELEPHONE, "at": time(10), "reporter": "某人"}
        what = {"kind": RiskReportKind.FIRST, "organs": (Organ.POLICE,), "situation": "聚集"}
        self.attempt(ReportRisk, on=on, **how, **what)

    @rule(agrees=MOSTLY)
    def ask(self, agrees):
        there = self.world.committees["县中心"]
        for party in self.file.parties.values():
            said = {"party_id": party, "committee_id": there, "agrees": agrees}
            self.attempt(AskAboutHandover, form=ConsentForm.ORAL, **said)

    @rule()
    def offer(self):
        there = self.world.committees["县中心"]
        why = {"reason": HandoverReason.OTHER, "because": "某因"}
        self.attempt(OfferHandover, committee_id=there, **why)

    @rule(by=PEOPLE, what=st.sampled_from([AcceptHandover, TakeBackHandover]))
    def answer(self, by, what):
        offer = self.file.read_with(open_offer)
        if offer is not None:
            self.attempt(what, by=by, handover_id=offer.id)

    @rule()
    def conclude(self):
        with suppress(DomainError):  # the agreements' own tests say when they may be refused
            conclude_fully(self.file, date(2026, 3, 2))

    @rule(outcome=st.sampled_from([*Outcome, Outcome.WITHDRAWN]), told=MOSTLY, on=DAYS)
    def close(self, outcome, told, on):
        self.attempt(CloseCase, outcome=outcome, remedies_told=told, reason="某因", on=on)

    @invariant()
    def the_road_was_kept(self):
        stage = Stage(self.file.read(lambda case: case.stage))
        trail = self.file.steps()
        assert all(there in MOVES[here] for here, there in trail)
        if self.was_refused:
            assert stage in {self.stage, Stage.CLOSED}
        self.stage = stage
        self.was_refused = self.file.read(lambda case: case.refused_on) is not None

    @invariant()
    def follow_up_has_an_agreement(self):
        if self.stage is Stage.HOME_FOLLOW_UP:
            assert self.file.read_with(final_agreement) is not None

    @invariant()
    def an_ending_is_lawful(self):
        if self.stage is not Stage.CLOSED:
            return
        (closure,) = self.file.rows(Closure)
        outcome = Outcome(closure.outcome)
        if outcome in {Outcome.UNSETTLED, Outcome.TERMINATED}:
            assert closure.remedies_told_on is not None
        if outcome is Outcome.SETTLED:
            assert self.file.read_with(final_agreement) is not None
            owed = self.file.read_with(lambda s, case: list(nothing_owed(s, case, outcome)))
            assert owed == []
        assert self.file.read_with(open_offer) is None
        planned = self.file.read_with(meetings_of)
        assert all(one.state != MeetingState.PLANNED for one in planned)

    @invariant()
    def danger_was_reported_before_the_end(self):
        if self.stage is Stage.CLOSED and self.file.read(lambda case: case.risk) in HIGH:
            assert self.file.read_with(reported)

    @invariant()
    def a_session_in_a_clinic_was_asked_for_lawfully(self):
        assert self.stage in CLINICS | {Stage.HOME_FOLLOW_UP, Stage.CLOSED}

    @invariant()
    def the_chain_is_whole(self):
        with self.database.read() as session:
            assert verify(session, COUNTY, self.database.ring.chain_key).broken_at is None
