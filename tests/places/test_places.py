"""Divisions from any county's file; grid cells and household groups."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.kernel.errors import Incomplete, NotNow
from app.places.areas import plan_import
from app.places.cells import size_warning
from app.places.commands import (
    CloseGridCell,
    ImportAreas,
    MakeGridCell,
    MakeHouseholdGroup,
    ReviseHouseholdGroup,
)
from app.places.divisions import read_divisions
from app.places.model import Area, GridCell, HouseholdGroup
from tests.world import COUNTY, TODAY, VILLAGE

FILE = Path("data/areas-632521.csv").read_text(encoding="utf-8")
HEADER = "code,name,level,parent_code\n"
ROOT = "63,青海省,province,\n6325,海南州,prefecture,63\n632523,贵德县,county,6325\n"
GUIDE = (
    HEADER + ROOT + "632523100,河阴镇,township,632523\n632523100001,城东居委会,village,632523100\n"
)


@pytest.fixture
def say(bus, world):
    def say(what, /, by="管理员", **said):
        return bus.execute(what(county_id=COUNTY, actor_id=world.users[by], on=TODAY, **said))

    return say


def test_the_countys_file_is_read_whole():
    divisions = read_divisions(FILE)
    assert len(divisions) == 143
    assert sum(d.is_statistical for d in divisions) == 8  # four areas and their villages


def test_a_file_of_another_county_is_read_the_same_way():
    assert [d.name for d in read_divisions("\ufeff" + GUIDE.replace("\n", "\r\n"))][
        -1
    ] == "城东居委会"


BAD = {
    "": "第 1 行",
    "代码,名称\n": "第 1 行",
    HEADER + "63,青海省,county,\n": "第 2 行",
    HEADER + "63,青海省,province,\n63,青海省,province,\n": "出现了两次",
    HEADER + "6325,海南州,prefecture,63\n": "没有它的上级",
    HEADER + "6325,海南州,prefecture,62\n": "不是 6325 的上级",
    HEADER + "63,,province,\n": "没有名称",
    HEADER + "63,青海省\n": "应当有 4 列",
    HEADER + "６３,青海省,province,\n": "第 2 行",
    HEADER + "63,青\u202e海,province,\n": "不能保存的字符",
    HEADER + f"63,{'长' * 61},province,\n": "最多 60 个字",
}


@pytest.mark.parametrize("text", BAD, ids=lambda text: BAD[text])
def test_a_wrong_line_is_named(text):
    with pytest.raises(Incomplete, match=BAD[text]):
        read_divisions(text)


def test_an_import_adds_and_renames_and_takes_nothing_away(say, database):
    with database.read() as session:
        plan = plan_import(session, COUNTY, read_divisions(FILE))
        assert {area.code for area in plan.missing} == set()
        assert {division.code for _, division in plan.changed} >= {VILLAGE}
    changed = say(ImportAreas, divisions=read_divisions(FILE))
    assert changed == len(plan.new) + len(plan.changed)
    assert say(ImportAreas, divisions=read_divisions(FILE)) == 0
    with database.read() as session:
        mine = select(func.count()).select_from(Area).where(Area.county_id == COUNTY)
        assert session.scalar(mine) == 143


def test_an_area_that_a_new_list_lacks_stays(say, database):
    say(ImportAreas, divisions=read_divisions(FILE))
    shorter = "".join(
        line for line in FILE.splitlines(keepends=True) if not line.startswith("632521101208")
    )
    say(ImportAreas, divisions=read_divisions(shorter))
    with database.read() as session:
        assert session.get(Area, (COUNTY, "632521101208")).name == "黑科村委会"


def test_another_countys_file_is_refused_here(say):
    with pytest.raises(Incomplete, match="没有本县"):
        say(ImportAreas, divisions=read_divisions(GUIDE))


def test_the_page_shows_what_would_change_and_changes_nothing_yet(as_user, database):
    client = as_user("管理员")
    answer = client.post("/places/areas", data={"text": FILE, "key": ""})
    assert answer.status_code == 200
    assert "新增" in answer.text
    with database.read() as session:
        assert session.get(Area, (COUNTY, "632521106")) is None
    done = client.post("/places/areas", data={"text": FILE, "confirmed": "1", "key": ""})
    assert done.status_code == 303
    with database.read() as session:
        assert session.get(Area, (COUNTY, "632521106")).name == "江西沟镇"
    assert "江西沟镇" in client.get("/places").text


def test_the_page_says_what_is_wrong_with_a_file(as_user):
    answer = as_user("管理员").post("/places/areas", data={"text": GUIDE, "key": ""})
    assert answer.status_code == 422
    assert "没有本县" in answer.text


@pytest.mark.parametrize(("households", "ok"), [(4, False), (5, True), (15, True), (16, False)])
def test_户长制_五至十五户(households, ok):
    """S93: a group of 16 households is warned about."""
    assert (size_warning(households) is None) is ok


def test_a_group_of_sixteen_is_stored_and_warned_about(say, as_user, database):
    cell = say(MakeGridCell, village_code=VILLAGE, name="甲乙村第1网格")
    group = say(
        MakeHouseholdGroup, grid_cell_id=cell, name="第1联户组", head_name="多杰", households=16
    )
    assert "5—15 户" in as_user("管理员").get(f"/places/{VILLAGE}").text
    say(
        ReviseHouseholdGroup,
        household_group_id=group,
        name="第1联户组",
        head_name=None,
        households=9,
    )
    with database.read() as session:
        assert session.get_one(HouseholdGroup, (COUNTY, group)).households == 9
    assert "请核对或拆分" not in as_user("管理员").get(f"/places/{VILLAGE}").text


def test_a_cell_lies_in_a_village_and_closes_once(say, database):
    with pytest.raises(Incomplete, match="村"):
        say(MakeGridCell, village_code="632521101", name="x")
    cell = say(MakeGridCell, village_code=VILLAGE, name="x")
    say(CloseGridCell, grid_cell_id=cell)
    with pytest.raises(NotNow):
        say(CloseGridCell, grid_cell_id=cell)
    with database.read() as session:
        assert session.get_one(GridCell, (COUNTY, cell)).closed_on == TODAY


def test_a_cell_is_made_on_the_page(as_user, database, world):
    client = as_user("管理员")
    there = f"/places/{VILLAGE}/grid-cells"
    page = client.get(f"{there}/new").text
    assert f'action="{there}"' in page
    key = "0190a7b0-0000-7000-8000-00000000000a"
    data = {"name": "东边网格", "worker_id": str(world.users["仁青"]), "key": key}
    assert client.post(there, data=data).location == f"/places/{VILLAGE}"
    assert client.post(there, data=data).location == f"/places/{VILLAGE}"  # a double click
    with database.read() as session:
        mine = select(GridCell).where(GridCell.county_id == COUNTY)
        assert [cell.name for cell in session.scalars(mine)] == ["东边网格"]
