"""When to ask a higher committee: ROUTING 5; S75–S78."""

from datetime import date

import pytest

from app.cases.enums import DeskLevel, Risk
from app.cases.handover_commands import HandoverReason
from app.cases.risk_commands import ChangeRisk
from app.cases.stages import Stage
from app.meetings.enums import MeetingResult
from app.meetings.escalation import due_on, suggestions
from tests.case_file import open_case
from tests.meetings.sessions import hold

LEVELS = {"village": "甲乙村", "township": "倒淌河镇", "county": "县中心"}


@pytest.fixture
def case_at(database, world, bus):
    def at(level, since):
        committee = {"county": "county_center"}.get(level, level)
        desk = {
            "desk_level": level, "desk_committee": committee, "accepted_on": since,
            "committee_id": world.committees[LEVELS[level]], "stage": Stage.OFFICE_HOURS,
        }  # fmt: skip
        return open_case(database, world, bus, **desk)

    return at


def asked(file, today):
    with file.database.read() as session:
        return [(s.reason, s.to_level) for s in suggestions(session, file.load(session), today)]


def last_day(file):
    with file.database.read() as session:
        return due_on(session, file.load(session))


def test_S75_村级三个工作日_到期当天提示征求意见(case_at):
    file = case_at("village", date(2026, 7, 6))
    assert last_day(file) == date(2026, 7, 9)
    assert asked(file, date(2026, 7, 8)) == []
    township = (HandoverReason.TIME_LIMIT, DeskLevel.TOWNSHIP)
    assert asked(file, date(2026, 7, 9)) == [township]


def test_S72_村级三个工作日_跳过五一假期(case_at):
    assert last_day(case_at("village", date(2026, 4, 30))) == date(2026, 5, 8)


def test_S76_村级两次不成_不等期限就提示(case_at):
    file = case_at("village", date(2026, 7, 6))
    hold(file, on=date(2026, 7, 6))
    assert asked(file, date(2026, 7, 7)) == []
    hold(file, on=date(2026, 7, 7), result=MeetingResult.TO_BE_CONTINUED)
    assert asked(file, date(2026, 7, 7)) == []
    hold(file, on=date(2026, 7, 7))
    failed = (HandoverReason.FAILED_SESSIONS, DeskLevel.TOWNSHIP)
    assert asked(file, date(2026, 7, 7)) == [failed]


def test_S77_乡镇七日_高风险马上提示(case_at):
    file = case_at("township", date(2026, 7, 9))
    assert last_day(file) == date(2026, 7, 16)
    assert asked(file, date(2026, 7, 15)) == []
    assert asked(file, date(2026, 7, 16)) == [(HandoverReason.TIME_LIMIT, DeskLevel.COUNTY)]
    file.say(ChangeRisk, risk=Risk.RED, reason="扬言报复")
    assert asked(file, date(2026, 7, 9)) == [(HandoverReason.HIGH_RISK, DeskLevel.COUNTY)]


def test_S77_乡镇三次不成才提示(case_at):
    file = case_at("township", date(2026, 7, 9))
    for _ in range(2):
        hold(file, on=date(2026, 7, 9))
    assert asked(file, date(2026, 7, 10)) == []
    hold(file, on=date(2026, 7, 9))
    assert asked(file, date(2026, 7, 10)) == [(HandoverReason.FAILED_SESSIONS, DeskLevel.COUNTY)]


def test_S78_县级十五日_提示会诊或其他途径_不再提级(case_at):
    file = case_at("county", date(2026, 7, 16))
    assert asked(file, date(2026, 7, 30)) == []
    assert asked(file, date(2026, 7, 31)) == [(HandoverReason.TIME_LIMIT, None)]
