"""Working days and last days, against the dates of the 2026 holiday notice (SCENARIOS §0)."""

from datetime import date

import pytest

from app.deadlines.calendar import UnknownCounting, WorkingCalendar
from app.deadlines.enums import DayKind

CALENDAR = WorkingCalendar.announced()
NATURAL, WORKING = "calendar_days", "working_days"

DUE = [
    ("S3 30日遇清明顺延", "2026-03-05", 30, NATURAL, "2026-04-07"),
    ("S3 不遇假日", "2026-08-10", 30, NATURAL, "2026-09-09"),
    ("S3 遇国庆顺延", "2026-09-04", 30, NATURAL, "2026-10-08"),
    ("S3 调休的星期六是工作日", "2026-04-09", 30, NATURAL, "2026-05-09"),
    ("S8 医疗30个工作日", "2026-03-02", 30, WORKING, "2026-04-14"),
    ("S9 劳动15日", "2026-06-01", 15, NATURAL, "2026-06-16"),
    ("S11 T06", "2026-04-03", 3, WORKING, "2026-04-09"),
    ("S11 T07", "2026-04-09", 3, WORKING, "2026-04-14"),
    ("S12 信访60日", "2026-03-12", 60, NATURAL, "2026-05-11"),
    ("S12 延长30日", "2026-05-11", 30, NATURAL, "2026-06-10"),
    ("S37 T01", "2026-03-02", 30, NATURAL, "2026-04-01"),
    ("S64 普通程序", "2026-05-11", 15, NATURAL, "2026-05-26"),
    ("S64 简易程序", "2026-05-11", 7, NATURAL, "2026-05-18"),
    ("S65 T08", "2026-04-09", 2, WORKING, "2026-04-13"),
    ("S66 T15", "2026-06-16", 15, NATURAL, "2026-07-01"),
    ("S67 T18", "2026-07-06", 3, NATURAL, "2026-07-09"),
    ("S68 T20", "2026-03-12", 15, NATURAL, "2026-03-27"),
    ("S69 T21", "2026-03-12", 5, WORKING, "2026-03-19"),
    ("S70 T24", "2026-04-02", 7, WORKING, "2026-04-14"),
    ("S72 五一", "2026-04-30", 3, WORKING, "2026-05-08"),
    ("S73 调休星期六算一天", "2026-02-27", 1, WORKING, "2026-02-28"),
    ("S74 网格", "2026-07-10", 1, WORKING, "2026-07-13"),
    ("S75 村", "2026-07-06", 3, WORKING, "2026-07-09"),
    ("S77 乡镇", "2026-07-09", 7, NATURAL, "2026-07-16"),
    ("S78 县15日", "2026-07-16", 15, NATURAL, "2026-07-31"),
    ("S78 县20日", "2026-07-16", 20, NATURAL, "2026-08-05"),
    ("S96 回访7日", "2026-05-20", 7, NATURAL, "2026-05-27"),
    ("S96 回访15日", "2026-05-20", 15, NATURAL, "2026-06-04"),
    ("S96 30日遇端午", "2026-05-20", 30, NATURAL, "2026-06-22"),
    ("S96 60日遇星期日", "2026-05-20", 60, NATURAL, "2026-07-20"),
    ("S96 90日", "2026-05-20", 90, NATURAL, "2026-08-18"),
]


@pytest.mark.parametrize(
    ("start", "days", "counting", "due"), [row[1:] for row in DUE], ids=[row[0] for row in DUE]
)
def test_民法典201条203条_期限最后一日(start, days, counting, due):
    found = CALENDAR.due_on(date.fromisoformat(start), days, counting)
    assert found.isoformat() == due


def test_S124_local_holiday_moves_a_working_day_term():
    local = CALENDAR.changed({date(2026, 7, 7): DayKind.REST}, None)
    assert local.due_on(date(2026, 7, 6), 3, WORKING) == date(2026, 7, 10)
    assert CALENDAR.due_on(date(2026, 7, 6), 3, WORKING) == date(2026, 7, 9)


def test_a_local_holiday_on_a_working_weekend_rests():
    local = CALENDAR.changed({date(2026, 5, 9): DayKind.REST}, None)
    assert local.due_on(date(2026, 4, 9), 30, NATURAL) == date(2026, 5, 11)


def test_years_not_announced_are_provisional_and_say_so():
    later = date(CALENDAR.announced_through.year + 1, 10, 1)
    assert CALENDAR.is_provisional(later)
    assert "尚未公布" in CALENDAR.note_on(later)
    assert CALENDAR.note_on(date(2026, 10, 1)) == ""
    assert CALENDAR.is_working(later) is (later.weekday() < 5)


def test_last_day_rolled_says_whether_the_shift_was_made():
    assert CALENDAR.last_day_rolled(date(2026, 3, 5), 30)
    assert not CALENDAR.last_day_rolled(date(2026, 4, 9), 30)


def test_unknown_counting_is_refused():
    with pytest.raises(UnknownCounting):
        CALENDAR.due_on(date(2026, 1, 5), 3, "lunar_days")
