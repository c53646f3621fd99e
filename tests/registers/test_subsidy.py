"""以案定补 by its rules, and the list of committee members for the court."""

from datetime import date
from io import BytesIO

import openpyxl
import pymupdf
import pytest

from app.cases.closing_records import Archiving
from app.cases.enums import DisputeType, Outcome
from app.people.bodies import CommitteeMember
from tests.case_file import open_case
from tests.registers.conftest import agree, close
from tests.world import COUNTY, NOW

MARCH = "from=2026-03-01&to=2026-03-31"
DONE = date(2026, 3, 19)


@pytest.fixture
def finish(database, world, bus, leaders):
    """Open a case, settle, fulfill and file it, but for what is told to be missing."""

    def make(*missing, **columns):
        said = {"dispute_type": DisputeType.CONTRACT} | columns
        file = open_case(database, world, bus, **said)
        close(file, Outcome.UNSETTLED if "success" in missing else Outcome.SETTLED)
        if "success" not in missing:
            agree(file, fen=100_000, fulfilled_on=None if "fulfilled" in missing else DONE)
        if "filed" not in missing:
            with database.write() as session:
                session.add(
                    Archiving(
                        county_id=COUNTY, case_id=file.id, on=DONE, retention="ten_years",
                        compiled_by="完玛", archived_by=world.users["李主任"], archived_at=NOW,
                    )
                )  # fmt: skip
        return file

    return make


def test_人民调解法16条_每个等级的标准乘件数(finish, as_user):
    finish()
    finish(dispute_type=DisputeType.NEIGHBOR)
    finish(people_involved=12)
    text = as_user("李主任").get(f"/registers/subsidy?{MARCH}").text
    assert "共 350 元" in text
    sheet = openpyxl.load_workbook(
        BytesIO(as_user("李主任").get(f"/registers/subsidy.xlsx?{MARCH}").data)
    ).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert sorted(row[7] for row in rows if isinstance(row[0], int)) == [50, 100, 200]
    assert ["扎西多杰", 350] in [[row[1], row[7]] for row in rows]
    assert ["合计", 350] in [[row[1], row[7]] for row in rows]


@pytest.mark.parametrize(
    ("missing", "why"),
    [("success", "调解不成"), ("fulfilled", "协议还没有履行完毕"), ("filed", "卷宗还没有归档")],
)
def test_what_earns_nothing_says_why(finish, as_user, missing, why):
    finish(missing)
    text = as_user("李主任").get(f"/registers/subsidy?{MARCH}").text
    assert "共 0 元" in text
    assert f'data-label="说明">{why}' in text
    assert "没有符合条件的案件" in text


def test_the_same_dispute_counts_once(finish, as_user):
    first = finish()
    finish(linked_case_id=first.id)
    text = as_user("李主任").get(f"/registers/subsidy?{MARCH}").text
    assert "共 100 元" in text
    assert "同一纠纷已经算过一次" in text


def test_a_sealed_case_earns_and_is_not_named(finish, as_user):
    finish(is_sealed=True, title="不能说的", mediator="韩玉梅")
    client = as_user("李主任")
    assert "共 100 元" in client.get(f"/registers/subsidy?{MARCH}").text
    assert "不能说的" not in client.get(f"/registers/subsidy?{MARCH}").text
    with pymupdf.open(stream=client.get(f"/registers/subsidy.pdf?{MARCH}").data) as pdf:
        text = "".join(page.get_text() for page in pdf)
    assert "不能说的" not in text
    assert "韩玉梅" in text


def test_人民调解法10条_通报名单和变动(database, world, leaders, as_user):
    with database.write() as session:
        key = (COUNTY, world.committees["倒淌河镇"], world.mediators["扎西多杰"])
        session.get_one(CommitteeMember, key).from_on = date(2026, 2, 1)
    client = as_user("李主任")
    text = client.get("/registers/members").text
    assert "2026年2月1日扎西多杰任倒淌河镇人民调解委员会委员" in text
    assert "韩玉梅" in text
    later = client.get("/registers/members?since=2026-02-15").text
    assert "变动：0 项" in later
    wrong = client.get("/registers/members?since=去年").text
    assert "没有看懂日期" in wrong
    assert 'value="去年"' in wrong
    own = as_user("多杰镇长").get("/registers/members").text
    assert "扎西多杰" in own
    assert "韩玉梅" not in own
    assert client.get("/registers/members.pdf").mimetype == "application/pdf"
    assert client.get("/registers/members.xlsx").mimetype.endswith("sheet")
