"""A case is found by what people remember of it, with the same answer on both engines."""

import pytest
from sqlalchemy import select

from app.access.actor import actor_of
from app.cases.findable import index_case
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.search import find, understand
from app.cases.visibility import visible_to
from tests.case_file import open_case
from tests.world import COUNTY

TOLD = {
    "虫草": {"title": "虫草采挖纠纷", "summary": "采挖虫草引发争议", "parties": ("扎西", "单晓丽")},
    "散开": {
        "title": "虫草x草采x采挖",
        "summary": "词散开而不相连",
        "parties": ("曾卓玛", "尕藏才让"),
    },
    "草虫": {"title": "草虫", "summary": "无关", "parties": ("仇英", "王芳")},
    "藏文": {
        "title": "བཀྲ་ཤིས།与村委会",
        "summary": "ＡＢＣ公司欠薪",
        "parties": ("完么才让", "甲乙村"),
    },
    "句尾": {"title": "宅基地，草", "summary": "虫害", "parties": ("才旦", "旦正")},
}


@pytest.fixture
def cases(database, world, bus):
    files = {}
    for name, said in TOLD.items():
        file = files[name] = open_case(database, world, bus, parties=said["parties"])
        with database.write() as session:
            case = file.load(session)
            case.title, case.summary = said["title"], said["summary"]
            index_case(session, COUNTY, file.id)
    return files


@pytest.fixture
def ask(database, world, cases):
    names = {file.id: name for name, file in cases.items()}

    def ask(question, who="才让卓玛"):
        with database.read() as session:
            actor = actor_of(session, COUNTY, world.users[who])
            rows = select(Case.id).where(visible_to(actor))
            asked, values = understand(database.ring, COUNTY, question)
            found = session.scalars(find(rows, asked, database.engine.dialect.name), values).all()
            return [names[one] for one in found]

    return ask


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("虫草", ["散开", "虫草"]),
        ("草虫", ["草虫"]),
        ("虫草采挖", ["虫草"]),
        ("虫 草", []),
        ("采挖 扎西", ["虫草"]),
        ("扎西 公司", []),
        ("abc", ["藏文"]),
        ("ＡＢＣ公司", ["藏文"]),
        ("བཀྲ་ཤིས", ["藏文"]),
        ("ཀྲཤ", []),
        ("没有的", []),
        ('虫草" OR "c632521x草虫', []),
        ("%%", []),
        ("___", []),
        ("", []),
    ],
)
def test_words_are_found_where_they_stand_together(ask, question, found):
    assert ask(question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("zhaxi", ["虫草"]),
        ("zx", ["虫草"]),
        ("shanxiaoli", ["虫草"]),
        ("sxl", ["虫草"]),
        ("danxiaoli", ["虫草"]),
        ("zengzhuoma", ["散开"]),
        ("gazang", ["散开"]),
        ("gacang", ["散开"]),
        ("gzcr", ["散开"]),
        ("qiuying", ["草虫"]),
        ("wanmecairang", ["藏文"]),
        ("WMCR", ["藏文"]),
        ("wangfang 草虫", ["草虫"]),
    ],
)
def test_a_name_is_found_by_pinyin_and_initials(ask, question, found):
    assert ask(question) == found


@pytest.mark.parametrize(("question", "found"), [("王", ["草虫"]), ("单", ["虫草"]), ("玛", [])])
def test_one_character_asks_for_the_start_of_a_name(ask, question, found):
    assert ask(question) == found


def test_a_case_is_found_by_its_number(ask, cases):
    number = cases["虫草"].read(lambda case: case.number)
    assert ask(number) == ["虫草"]
    assert ask(number.replace("〔", "[").replace("〕", "]")) == ["虫草"]


def test_a_person_is_found_by_the_whole_number_only(ask, cases, database):
    with database.write() as session:
        party = session.get_one(Party, (COUNTY, cases["虫草"].parties["扎西"]))
        party.id_number_blind = database.ring.blind("id", "632521199003021234")
        party.phone_blind = database.ring.blind("phone", "13897041234")
    assert ask("632521199003021234") == ["虫草"]
    assert ask(" 632521 19900302 1234 ") == ["虫草"]
    assert ask("138 9704 1234") == ["虫草"]
    assert ask("+86 13897041234") == ["虫草"]
    assert ask("1234") == []
    assert ask("632521199003021235") == []


def test_a_search_stays_within_sight(ask):
    assert ask("虫草", who="韩玉梅") == []
    assert ask("虫草", who="扎西多杰") == ["散开", "虫草"]


def test_a_changed_word_replaces_the_old_one(ask, cases, database):
    with database.write() as session:
        cases["草虫"].load(session).title = "改名虫草"
        index_case(session, COUNTY, cases["草虫"].id)
    assert ask("草虫") == []
    assert ask("虫草") == ["草虫", "散开", "虫草"]
