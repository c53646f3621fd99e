"""排查: who goes round where, what was found, and the figures that come out of it."""

import re
from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pymupdf
import pytest
from sqlalchemy import select

from app.access.roles import Role
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id
from app.people.users import User
from app.places.model import GridCell
from app.screenings.commands import (
    RecordFoundDispute,
    RecordScreening,
    SettleFoundDispute,
    StrikeScreening,
)
from app.screenings.enums import FoundOutcome
from app.screenings.model import FoundDispute, Screening
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.world import COUNTY, OTHER_TOWNSHIP, TODAY, TOWNSHIP, VILLAGE

ELSEWHERE = "632521100201"  # a village of the other township
PERIOD = f"from={TODAY - timedelta(days=30)}&to={TODAY}"


@pytest.fixture(autouse=True)
def cell(database, world):
    """Give 仁青 a grid cell of the village."""
    with database.write() as session:
        row = GridCell(
            county_id=COUNTY, id=new_id(), name="甲乙村一格", village_code=VILLAGE,
            worker_id=world.users["仁青"],
        )  # fmt: skip
        session.add(row)
    return row.id


@pytest.fixture
def say(bus, world):
    def speak(kind, who="仁青", /, on=TODAY, **more):
        return bus.execute(kind(county_id=COUNTY, actor_id=world.users[who], on=on, **more))

    return speak


@pytest.fixture
def go(say):
    """Write a round down."""

    def go(who="仁青", day=TODAY, village=VILLAGE, occasion="日常走访"):
        return say(RecordScreening, who, day=day, village_code=village, occasion=occasion)

    return go


def rows(database, model):
    with database.read() as session:
        return session.scalars(select(model).order_by(model.recorded_at, model.id)).all()


def counted(text):
    """Read 次, 件 and 预防 of the statistics page."""
    card = text.split('id="screened"')[1].split("</section>")[0]
    return re.findall(r"(\d+)", re.sub("<[^>]*>", " ", card))[:3]


def test_司发通2010年239号_排查次数件数_预防件数_由记录汇总(go, say, database, as_user):
    first, second = go(), go("完玛", day=TODAY - timedelta(days=9))
    go(day=TODAY - timedelta(days=400))  # another period's
    found = {"what": "两家为排水沟争吵", "outcome": FoundOutcome.CALMED}
    say(RecordFoundDispute, screening_id=first, **found)
    watched = found | {"outcome": FoundOutcome.WATCHED}
    dispute = say(RecordFoundDispute, "完玛", screening_id=second, **watched)
    lead = as_user("李主任")
    page = lead.get(f"/registers?{PERIOD}").text
    assert counted(page) == ["2", "2", "1"]
    say(SettleFoundDispute, "完玛", dispute_id=dispute, outcome=FoundOutcome.CALMED)
    page = lead.get(f"/registers?{PERIOD}").text
    assert counted(page) == ["2", "2", "2"]
    (there,) = set(re.findall(r'href="(/screenings\?[^"#]+)', page))
    listed = lead.get(there.replace("&amp;", "&")).text
    assert "排查（2 次，发现 2 件）" in listed
    assert "预防纠纷 2 件" in listed
    said = "排查纠纷2次、2件，预防纠纷2件。"
    assert '排查纠纷（次）</td><td class="number">2<' in lead.get(f"/registers/sheet?{PERIOD}").text
    book = openpyxl.load_workbook(BytesIO(lead.get(f"/registers/statistics.xlsx?{PERIOD}").data))
    assert book["案件统计表"]["A4"].value == said
    with pymupdf.open(stream=lead.get(f"/registers/statistics.pdf?{PERIOD}").data) as paper:
        assert said in "".join(one.get_text() for one in paper).replace("\n", "")
    tags = [row.tag for row in database_tags(database) if row.tag.startswith("screening")]
    assert tags.count("screening:recorded") == 3
    assert tags.count("screening:dispute:settled") == 1


def database_tags(database):
    with database.read() as session:
        return session.scalars(select(Footprint).order_by(Footprint.position)).all()


def test_零上报也是一次_作废的不算_原因留着(go, say, database, as_user):
    go()
    wrong = go()
    with pytest.raises(NotFound):
        say(StrikeScreening, "韩玉梅", screening_id=wrong, because="不是我记的")
    with pytest.raises(NotAllowed, match="只有记录人或负责人"):
        say(StrikeScreening, "扎西多杰", screening_id=wrong, because="不是我记的")
    say(StrikeScreening, screening_id=wrong, because="记重了")
    lead = as_user("李主任")
    assert counted(lead.get(f"/registers?{PERIOD}").text) == ["1", "0", "0"]
    assert "记重了" in lead.get(f"/screenings/{wrong}").text
    assert "已作废" in lead.get(f"/screenings?{PERIOD}").text
    with pytest.raises(NotNow, match="已经作废"):
        say(RecordFoundDispute, screening_id=wrong, what="争吵", outcome=FoundOutcome.WATCHED)
    assert len(rows(database, Screening)) == 2


def test_登记成案件的要选案件_只在看得见的里面选(go, say, database, world, bus):
    round_id = go("扎西多杰")
    there = open_case(database, world, bus, received_on=TODAY)
    hidden = open_case(
        database, world, bus, township_code=OTHER_TOWNSHIP, village_code=ELSEWHERE,
        committee_id=world.committees["恰卜恰镇"], mediator=None,
    )  # fmt: skip
    said = {"screening_id": round_id, "what": "草场过界", "outcome": FoundOutcome.REGISTERED}
    with pytest.raises(Incomplete, match="请选择登记成了哪个案件"):
        say(RecordFoundDispute, "扎西多杰", **said)
    with pytest.raises(NotFound):
        say(RecordFoundDispute, "扎西多杰", **said, found_case_id=hidden.id)
    say(RecordFoundDispute, "扎西多杰", **said, found_case_id=there.id)
    (row,) = rows(database, FoundDispute)
    assert (row.case_id, row.settled_on) == (there.id, TODAY)
    assert "screening:dispute:found" in there.trail()
    with pytest.raises(NotNow, match="已经了结"):
        say(SettleFoundDispute, "扎西多杰", dispute_id=row.id, outcome=FoundOutcome.CALMED)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"day": TODAY + timedelta(days=1)}, "不能晚于今天"),
        ({"village": ELSEWHERE}, "请从名单里选择"),
        ({"village": "630000000000"}, "请从名单里选择"),
    ],
)
def test_明天的和别处的不收(go, said, why):
    with pytest.raises(Incomplete, match=why):
        go(**said)


def test_各看各的_网格员看自己的_镇看本镇的_县看全县(go, database, world, as_user):
    mine, other = go(), go("完玛")
    far = go("韩玉梅", village=ELSEWHERE)
    seen = {
        who: {one for one in (mine, other, far) if str(one) in as_user(who).get(f"/screenings?{PERIOD}").text}
        for who in ("仁青", "完玛", "扎西多杰", "韩玉梅", "李主任")
    }  # fmt: skip
    assert seen == {
        "仁青": {mine}, "完玛": {mine, other}, "扎西多杰": {mine, other}, "韩玉梅": {far},
        "李主任": {mine, other, far},
    }  # fmt: skip
    assert as_user("仁青").get(f"/screenings/{other}").status_code == 404
    assert as_user("外县人").get(f"/screenings/{mine}").status_code in {403, 404}
    assert as_user("管理员").get("/screenings").status_code == 403


def test_镇里的统计只数本镇的_审计员看得到数_点不进去(go, database, world, as_user):
    go()
    go("韩玉梅", village=ELSEWHERE)
    with database.write() as session:
        for name, role, town in (
            ("多杰镇长", Role.TOWNSHIP_SUPERVISOR, TOWNSHIP), ("审计员", Role.AUDITOR, None)
        ):  # fmt: skip
            user = User(
                county_id=COUNTY, id=new_id(), login=name, name=name, role=role,
                must_change_password=False, township_code=town,
            )  # fmt: skip
            session.add(user)
            world.users[name] = user.id
    assert counted(as_user("多杰镇长").get(f"/registers?{PERIOD}").text)[0] == "1"
    assert counted(as_user("李主任").get(f"/registers?{PERIOD}&township={TOWNSHIP}").text)[0] == "1"
    page = as_user("审计员").get(f"/registers?{PERIOD}").text
    assert counted(page)[0] == "2"
    assert "/screenings?" not in page
    desk = world.committees["倒淌河镇"]
    assert "按地方统计" in as_user("李主任").get(f"/registers?{PERIOD}&committee={desk}").text


def test_页面_从记一次到了结_填的不丢(as_user, database):
    client = as_user("仁青")
    assert "没有排查记录" in client.get("/screenings").text
    known = fields(client.get("/screenings/new").text)
    assert known["day"] == TODAY.isoformat()
    typed = known | {"village_code": VILLAGE, "occasion": "节前排查", "note": "走访三社十二户"}
    early = client.post("/screenings", data=typed | {"day": "2026-12-31"})
    assert early.status_code == 422
    assert "不能晚于今天" in early.text
    assert "走访三社十二户" in early.text
    made = client.post("/screenings", data=typed)
    assert made.status_code == 303
    path = made.headers["Location"]
    known = fields(client.get(path).text)
    found = known | {"found-what": "院墙占了巷道", "found-outcome": "registered"}
    refused = client.post(f"{path}/disputes", data=found)
    assert refused.status_code == 422
    assert "来源选“主动排查”" in refused.text
    assert "院墙占了巷道" in refused.text
    assert (
        client.post(f"{path}/disputes", data=found | {"found-outcome": "watched"}).status_code
        == 303
    )
    more = found | {
        "found-what": "水渠堵了",
        "found-outcome": "watched",
        "found-key": str(new_id()),
    }
    assert client.post(f"{path}/disputes", data=more).status_code == 303
    row, _ = sorted(rows(database, FoundDispute), key=lambda one: one.id)
    settle = fields(client.get(path).text) | {"settle-outcome": "watched"}
    again = client.post(f"{path}/disputes/{row.id}/outcomes", data=settle)
    assert again.status_code == 422
    assert "请选择已经化解" in again.text
    assert again.text.count("<details open>") == 1
    done = settle | {"settle-outcome": "calmed"}
    assert client.post(f"{path}/disputes/{row.id}/outcomes", data=done).status_code == 303
    assert "当场化解" in client.get(path).text
    struck = fields(client.get(path).text) | {"strike-because": "记重了"}
    assert client.post(f"{path}/strikes", data=struck).status_code == 303
    page = client.get(path).text
    assert "不计入统计" in page
    assert "再记一件" not in page


def test_没有网格的网格员_说清楚找谁(as_user, database, cell):
    with database.write() as session:
        session.get_one(GridCell, (COUNTY, cell)).closed_on = TODAY
    assert "不知道排查的是哪里" in as_user("仁青").get("/screenings/new").text


def test_日期不能读的_说清楚(as_user):
    assert "没有看懂日期" in as_user("仁青").get("/screenings?from=昨天").text
    assert date.fromisoformat(fields(as_user("仁青").get("/screenings/new").text)["day"]) == TODAY
