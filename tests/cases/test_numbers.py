import threading

from app.cases.numbers import case_number, file_number, next_number
from tests.world import COUNTY


def take(database, series, year, into):
    with database.write() as session:
        into.append(next_number(session, COUNTY, series, year))


def test_numbers_run_from_one_in_each_series_and_year(database):
    given = []
    for series, year in [("共倒", 2026), ("共倒", 2026), ("共恰", 2026), ("共倒", 2027)]:
        take(database, series, year, given)
    assert given == [1, 2, 1, 1]


def test_eight_writers_at_once_never_share_a_number(database):
    given = []
    hands = [threading.Thread(target=take, args=(database, "共", 2026, given)) for _ in range(8)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert sorted(given) == list(range(1, 9))


def test_numbers_are_written_as_the_ministry_writes_them():
    assert case_number(2026, 12) == "共调〔2026〕12号"
    assert file_number("共恰", 2026, 1) == "（2026）共恰人调字第1号"
