"""期限 by the law's own examples (SCENARIOS) and by properties of counting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.deadlines.calendar import WorkingCalendar
from app.deadlines.ledger import Entry, Kind, derive
from app.deadlines.terms import Counting, Extension, Term, terms

CALENDAR = WorkingCalendar.announced()


def due(code, start_on, *entries):
    derivation = derive(terms()[code], start_on, entries, CALENDAR)
    assert not derivation.errors
    return derivation.due_on


@pytest.mark.parametrize(
    ("code", "start_on", "due_on"),
    [
        ("T02", date(2026, 3, 5), date(2026, 4, 7)),  # S3: 清明
        ("T02", date(2026, 8, 10), date(2026, 9, 9)),
        ("T02", date(2026, 9, 4), date(2026, 10, 8)),  # 国庆
        ("T02", date(2026, 4, 9), date(2026, 5, 9)),  # 调休 Saturday is a working day
        ("T10", date(2026, 3, 2), date(2026, 4, 14)),  # S8 without a pause
        ("T12", date(2026, 6, 1), date(2026, 6, 16)),  # S9
        ("T06", date(2026, 4, 3), date(2026, 4, 9)),  # S11
        ("T07", date(2026, 4, 9), date(2026, 4, 14)),
        ("T04", date(2026, 4, 9), date(2026, 5, 9)),
        ("T22", date(2026, 3, 12), date(2026, 5, 11)),  # S12
        ("T01", date(2026, 3, 2), date(2026, 4, 1)),  # S37
        ("T05", date(2026, 5, 11), date(2026, 5, 26)),  # S64
        ("T08", date(2026, 4, 9), date(2026, 4, 13)),  # S65
        ("T15", date(2026, 6, 16), date(2026, 7, 1)),  # S66
        ("T18", date(2026, 7, 6), date(2026, 7, 9)),  # S67
        ("T20", date(2026, 3, 12), date(2026, 3, 27)),  # S68
        ("T21", date(2026, 3, 12), date(2026, 3, 19)),  # S69
        ("T24", date(2026, 4, 2), date(2026, 4, 14)),  # S70
    ],
)
def test_民法典201条203条_the_start_day_is_not_counted_and_a_rest_day_rolls(code, start_on, due_on):
    assert due(code, start_on) == due_on


def test_医疗纠纷预防和处理条例38条_an_appraisal_stops_the_clock():
    entries = (
        Entry(Kind.PAUSE, date(2026, 3, 16), because="鉴定"),
        Entry(Kind.RESUME, date(2026, 3, 28)),
    )
    assert due("T10", date(2026, 3, 2), *entries) == date(2026, 4, 28)
    assert due("T10", date(2026, 3, 2), *reversed(entries)) == date(2026, 4, 28)


def test_信访工作条例34条_the_extension_is_at_most_thirty_days_and_approved():
    start = date(2026, 3, 12)
    extend = Entry(Kind.EXTEND, date(2026, 5, 6), 30, agreed_by="单位负责人")
    assert due("T22", start, extend) == date(2026, 6, 10)
    too_long = derive(terms()["T22"], start, [Entry(Kind.EXTEND, start, 31, "负责人")], CALENDAR)
    unapproved = derive(terms()["T22"], start, [Entry(Kind.EXTEND, start, 30)], CALENDAR)
    assert "不得超过30日" in too_long.errors[0]
    assert "同意" in unapproved.errors[0]
    twice = [Entry(Kind.EXTEND, date(2026, 5, day), 20, "负责人") for day in (6, 7)]
    assert "合计不得超过30日" in derive(terms()["T22"], start, twice, CALENDAR).errors[0]


def test_人民调解法33条_the_thirty_days_for_judicial_confirmation_cannot_be_extended():
    derivation = derive(
        terms()["T02"],
        date(2026, 3, 5),
        [Entry(Kind.EXTEND, date(2026, 3, 6), 5, "双方当事人")],
        CALENDAR,
    )
    assert derivation.due_on is None
    assert "不能延长" in derivation.errors[0]


def test_75号令33条_beyond_a_month_only_with_both_parties_consent():
    start = date(2026, 3, 2)
    agreed = Entry(Kind.EXTEND, date(2026, 3, 30), 15, agreed_by="双方当事人")
    assert due("T01", start, agreed) == date(2026, 4, 16)
    alone = derive(terms()["T01"], start, [Entry(Kind.EXTEND, date(2026, 3, 30), 15)], CALENDAR)
    assert "各方当事人同意" in alone.errors[0]


def test_a_pause_never_resumed_has_no_due_date_and_says_so():
    derivation = derive(
        terms()["T10"], date(2026, 3, 2), [Entry(Kind.PAUSE, date(2026, 3, 16))], CALENDAR
    )
    assert (derivation.due_on, derivation.errors) == (None, ())
    assert "尚未恢复" in derivation.steps[-1]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Entry(Kind.RESUME, date(2026, 3, 5)), "没有中止"),
        (Entry(Kind.PAUSE, date(2026, 3, 1)), "早于起算日"),
        (Entry(Kind.EXTEND, date(2026, 3, 5), 0, "双方"), "正整数"),
        (Entry(Kind.SHORTEN, date(2026, 3, 5), 99), "不足一天"),
    ],
)
def test_an_impossible_entry_is_said_in_words(entry, said):
    derivation = derive(terms()["T01"], date(2026, 3, 2), [entry], CALENDAR)
    assert derivation.due_on is None
    assert said in derivation.errors[0]


def test_pausing_twice_without_resuming_is_an_error():
    pauses = [Entry(Kind.PAUSE, date(2026, 3, 4)), Entry(Kind.PAUSE, date(2026, 3, 6))]
    assert "还没有恢复" in derive(terms()["T01"], date(2026, 3, 2), pauses, CALENDAR).errors[0]


def test_a_clock_stopped_and_started_on_one_day_has_not_stood_still():
    start, day = date(2026, 3, 2), date(2026, 3, 10)
    moment = [Entry(Kind.PAUSE, day), Entry(Kind.RESUME, day)]
    assert due("T01", start, *moment) == due("T01", start, *reversed(moment)) == due("T01", start)
    standing = [Entry(Kind.PAUSE, date(2026, 3, 5)), Entry(Kind.RESUME, day)]
    again = [Entry(Kind.PAUSE, day), Entry(Kind.RESUME, date(2026, 3, 12))]
    assert due("T01", start, *standing, *again) == date(2026, 4, 8)


def test_a_term_is_walked_to_its_end_however_long_or_said_to_have_none():
    start = date(2026, 3, 2)
    pause = [Entry(Kind.PAUSE, date(2026, 3, 3)), Entry(Kind.RESUME, date(2040, 3, 3))]
    assert due("T01", start, *pause) == date(2040, 4, 2)
    endless = derive(terms()["T01"], start, [Entry(Kind.EXTEND, start, 10**12, "双方")], CALENDAR)
    assert endless.due_on is None
    assert "一百年" in endless.errors[0]


class EveryDay:
    """A calendar without rest, to see counting alone."""

    def is_working(self, day):
        return bool(day)


days = st.integers(1, 60)


@given(start=st.dates(date(2004, 1, 1), date(2030, 1, 1)), length=days, after=days, held=days)
def test_pausing_k_counted_days_moves_the_date_by_exactly_k(start, length, after, held):
    term = Term("T", "试", "试", "F", length, Counting.CALENDAR_DAYS, Extension.PARTIES)
    begun = start + timedelta(days=min(after, length))
    entries = [Entry(Kind.PAUSE, begun), Entry(Kind.RESUME, begun + timedelta(days=held))]
    plain = derive(term, start, (), EveryDay()).due_on
    paused = derive(term, start, entries, EveryDay()).due_on
    assert paused - plain == timedelta(days=held)


@given(
    start=st.dates(date(2024, 1, 1), date(2026, 3, 1)),
    length=days,
    after=days,
    held=st.integers(1, 40),
    counting=st.sampled_from(Counting),
)
def test_with_rest_days_too_the_counted_days_outside_a_pause_are_as_many_as_the_term(
    start, length, after, held, counting
):
    term = Term("T", "试", "试", "F", length, counting, Extension.PARTIES)

    def counts(day):
        return counting is Counting.CALENDAR_DAYS or CALENDAR.is_working(day)

    def after_start(last):
        return [start + timedelta(days=n) for n in range(1, (last - start).days + 1)]

    plain = derive(term, start, (), CALENDAR).due_on
    begun = start + timedelta(days=min(after, (plain - start).days))
    paused = [begun + timedelta(days=n) for n in range(held)]
    resumed = begun + timedelta(days=held)
    entries = [Entry(Kind.PAUSE, begun, because="鉴定"), Entry(Kind.RESUME, resumed)]
    moved = derive(term, start, entries, CALENDAR).due_on
    outside = [day for day in after_start(moved) if counts(day) and day not in paused]
    assert moved == CALENDAR.next_working(outside[length - 1])
    if counting is Counting.WORKING_DAYS:  # moved by exactly the counted days of the pause
        inside = len([day for day in paused if counts(day)])
        assert len([day for day in after_start(moved) if counts(day)]) == length + inside


@given(
    start=st.dates(date(2024, 1, 1), date(2026, 6, 1)),
    added=st.lists(days, max_size=4),
    order=st.randoms(),
)
def test_the_order_of_consented_extensions_does_not_matter(start, added, order):
    entries = [Entry(Kind.EXTEND, start, n, "双方当事人") for n in added]
    shuffled = list(entries)
    order.shuffle(shuffled)
    term = terms()["T01"]
    assert (
        derive(term, start, entries, CALENDAR).due_on
        == derive(term, start, shuffled, CALENDAR).due_on
    )


def test_every_term_of_the_table_has_a_basis_and_a_name():
    assert [f"T{n:02}" for n in range(1, 32)] == [name for name in terms() if name.startswith("T")]
    assert all(term.name and term.basis and term.certainty in "FHML" for term in terms().values())
