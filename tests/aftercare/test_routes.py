"""上门复诊路线: by township and day, no window missed, no trip too many; trouble is told at once."""

from datetime import date, timedelta
from types import SimpleNamespace

from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import select

from app.aftercare.commands import RecordRevisit
from app.aftercare.enums import FulfillmentHeard, RevisitManner
from app.aftercare.model import Revisit
from app.aftercare.planning import manner_of
from app.aftercare.routes import trips
from app.deadlines.calendar import WorkingCalendar
from app.inbox.model import Notice
from tests.agreements.table import conclude_fully
from tests.world import TODAY

CALENDAR = WorkingCalendar.announced()
WINDOWS = st.lists(st.tuples(st.integers(-20, 40), st.integers(0, 12)), max_size=12)


def stop(number, first, length):
    due_from = TODAY + timedelta(days=first)
    due_by = due_from + timedelta(days=length)
    return SimpleNamespace(number=str(number), village="甲乙村", due_from=due_from, due_by=due_by)


def planned(windows):
    rows = [stop(number, *window) for number, window in enumerate(windows)]
    return rows, list(trips("倒淌河镇", rows, TODAY, CALENDAR))


@given(WINDOWS)
@example(
    [(33, 0), (21, 12)]
)  # both end on a holiday: the one that can still be kept goes before it
def test_每户都排到一次_都在上班的日子_没有错过还能赶上的窗口(windows):
    rows, routes = planned(windows)
    assert sorted(one.number for route in routes for one in route.stops) == sorted(
        row.number for row in rows
    )
    for route in routes:
        assert CALENDAR.is_working(route.on)
        assert route.on >= TODAY
        for one in route.stops:
            first = max(one.due_from, TODAY)
            days = [first + timedelta(days=n) for n in range((one.due_by - first).days + 1)]
            if any(CALENDAR.is_working(day) for day in days):
                assert one.due_from <= route.on <= one.due_by


def test_窗口有交叉的并在一天去():
    _, routes = planned([(7, 8), (10, 8), (1, 3), (40, 5)])
    assert [len(route.stops) for route in routes] == [1, 2, 1]
    assert routes[0].on == date(2026, 3, 6)


def test_草场的和高风险的上门_其余可以电话():
    assert manner_of("blue", "forest_grassland") is RevisitManner.VISIT
    assert manner_of("red", "consumer") is RevisitManner.VISIT
    assert manner_of("blue", "consumer") is RevisitManner.TELEPHONE


def test_回访页按乡镇和日子排_能打印_别的乡镇看不到(file, as_user):
    conclude_fully(file, day=TODAY)
    with file.database.write() as session:
        for visit in session.scalars(select(Revisit)):
            visit.due_from, visit.due_by = date(2026, 3, 9), date(2026, 3, 15)
    page = as_user("扎西多杰").get("/revisits").text
    assert "2026-03-13 星期五 倒淌河镇（上门 1 户次）" in page  # the 15th is a Sunday
    sheet = as_user("李主任").get("/revisits/sheet?township=632521101").text
    assert "2026年3月13日（星期五） 倒淌河镇" in sheet
    assert "没有要上门的" in as_user("李主任").get("/revisits/sheet?township=632521100").text
    assert "三十天内没有要回访的" in as_user("韩玉梅").get("/revisits").text


def test_75号令37条_回访听到隐患_负责人和承办人都知道(file, database):
    conclude_fully(file, day=TODAY)
    said = {
        "party_id": file.parties["才旦"], "manner": RevisitManner.VISIT, "visitors": ("马文祥",),
        "fulfillment_heard": FulfillmentHeard.IN_PART,
    }  # fmt: skip
    with database.read() as session:
        kinds = select(Notice.kind).where(Notice.kind == "trouble")
        file.say(RecordRevisit, by="马文祥", **said)
        assert session.scalars(kinds).all() == []
    file.say(RecordRevisit, by="马文祥", hidden_trouble="对方又把羊赶过界", **said)
    with database.read() as session:
        assert len(session.scalars(kinds).all()) == 2
