"""The county's calendar: a change moves what runs across it, and says whose day was moved."""

from datetime import date

import pytest
from sqlalchemy import select

from app.deadlines.calendar import WorkingCalendar
from app.deadlines.enums import DayKind
from app.deadlines.model import Deadline
from app.deadlines.notice import read_notice
from app.deadlines.opening import start_term
from app.kernel.bus import Work
from app.kernel.commands import Command
from app.kernel.errors import Incomplete
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.world import COUNTY, NOW, TODAY

NOTICE_2026 = """经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。"""


def test_a_whole_notice_is_read_as_it_was_published():
    said = {day.on: day.kind for day in read_notice(NOTICE_2026, 2026)}
    known = WorkingCalendar.announced()
    rest = {day for day in known.rest_days if day.year == 2026}
    working = {day for day in known.working_weekends if day.year == 2026}
    assert {day for day, kind in said.items() if kind is DayKind.REST} == rest
    assert {day for day, kind in said.items() if kind is DayKind.WORKING} == working
    assert {day.name for day in read_notice(NOTICE_2026, 2026)} >= {"元旦", "国庆节"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("元旦：1月4日（周六）上班。", "但2026-01-04是星期日"),
        ("2月30日放假。", "没有这一天"),
        ("1月3日至1日放假。", "起止日期不对"),
        ("5月9日放假。5月9日上班。", "既写了放假又写了上班"),
        ("今年不放了。", "没有读到"),
    ],
)
def test_a_notice_that_contradicts_the_calendar_is_answered(text, why):
    with pytest.raises(Incomplete, match=why):
        read_notice(text, 2026)


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    with database.write() as session:
        command = Command(county_id=COUNTY, actor_id=world.users["系统"], on=TODAY)
        work = Work(session, command, NOW, database.ring)
        start_term(work, file.id, "T29", date(2026, 3, 2))  # three working days: 03-05
        start_term(work, file.id, "T30", date(2026, 12, 28))  # five working days: next year
    return file


def due_days(database):
    with database.read() as session:
        return {row.code: (row.due_on, row.next_on) for row in session.scalars(select(Deadline))}


def test_S124_地方节日_重算并列出受影响的期限(file, as_user, database):
    client = as_user("李主任")

    def change(**said):
        known = fields(client.get("/calendar").text)
        known |= {"days-first": "2026-03-04", "days-kind": "rest", "days-name": "藏历新年"}
        known |= {"days-basis": "省政府文件"} | {
            f"days-{name}": word for name, word in said.items()
        }
        return client.post("/calendar/days", data=known, follow_redirects=True)

    assert '2026-03-05</span> 改为 <span class="whole">2026-03-06' in change().text
    assert due_days(database)["T29"] == (date(2026, 3, 6), date(2026, 3, 3))
    assert "本来就是这样，不用改" in change().text
    assert "本来就上班" in change(kind="working", first="2026-03-12").text
    assert "一次最多 31 天" in change(last="2026-02-01").text
    assert change(kind="usual").status_code == 200
    assert due_days(database)["T29"][0] == date(2026, 3, 5)


def test_没公布的年份是暂定_公布后重算(file, as_user, database, bus, world):
    officer = as_user("扎西多杰")
    row = next(row for row in file.rows(Deadline) if row.code == "T30")
    path = f"/cases/{file.id}/deadlines/{row.id}"
    assert row.due_on == date(2027, 1, 4)
    assert "2027年放假安排尚未公布" in officer.get(path).text
    client = as_user("李主任")
    assert "2027 年（暂定）" in client.get("/calendar?year=2027").text
    said = fields(client.get("/calendar").text)
    said |= {"notice-basis": "国办发明电〔2026〕9号", "notice-year": "2027"}
    said["notice-text"] = "元旦：1月1日（周五）至3日（周日）放假。1月4日（周一）放假。"
    answer = client.post("/calendar/notices", data=said, follow_redirects=True)
    assert "2027-01-06" in answer.text
    assert due_days(database)["T30"][0] == date(2027, 1, 6)
    assert "尚未公布" not in officer.get(path).text


def test_谁能改节假日(as_user):
    assert as_user("才让卓玛").get("/calendar").status_code == 403
    assert as_user("管理员").get("/calendar").status_code == 200
