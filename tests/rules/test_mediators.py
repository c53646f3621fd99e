"""指定调解员: language, township, specialty, load and recusal; the same facts, the same order."""

import random
from datetime import date

import pytest

from app.cases.consent import parties_of
from app.cases.suggesting import suggestions_for
from app.people.bodies import MediatorLanguage
from rules import FactError
from rules.analysis import analyse
from rules.gaps import gaps
from rules.mediators import Candidate, books, points_on, suggest
from tests.case_file import open_case

ON = date(2026, 3, 2)
PLAIN = {
    "is_serving": True,
    "needs_language": False,
    "speaks_language": False,
    "in_committee": False,
    "same_township": False,
    "same_village": False,
    "knows_type": False,
    "is_full_time": False,
    "open_cases": 5,
}


def order(**facts):
    candidates = [Candidate(name, name, PLAIN | own) for name, own in facts.items()]
    return [each.key for each in suggest(candidates, on=ON)]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"needs_language": True, "speaks_language": True}, {"in_committee": True}),
        ({"in_committee": True}, {"knows_type": True}),
        ({"knows_type": True}, {"same_township": True}),
        ({"same_township": True, "same_village": True}, {"same_township": True}),
        ({"is_full_time": True}, {}),
        ({"open_cases": 2}, {"open_cases": 3}),
        ({"open_cases": 9}, {"open_cases": 10}),
    ],
    ids=["语言", "调委会", "专长", "同村", "专职", "手头宽松", "负担过重"],
)
def test_who_suits_better_comes_first(better, worse):
    assert order(worse=worse, better=better) == ["better", "worse"]


def test_equal_points_go_to_the_smaller_load_then_the_name():
    assert order(乙={"open_cases": 4}, 甲={"open_cases": 5}, 丙={"open_cases": 4}) == [
        "丙",
        "乙",
        "甲",
    ]


def test_特邀规定15条_75号令25条_人民调解法13条_离任和回避的不能担任_没有处理的由人决定():
    candidates = [
        Candidate("left", "left", PLAIN | {"is_serving": False}),
        Candidate("recused", "recused", PLAIN | {"recusal": "replaced", "in_committee": True}),
        Candidate("raised", "raised", PLAIN | {"recusal": "raised", "in_committee": True}),
        Candidate("stays", "stays", PLAIN | {"recusal": "stays"}),
    ]
    found = suggest(candidates, on=ON)
    assert {each.key: each.may_mediate for each in found} == {
        "stays": "yes",
        "raised": "ask",
        "recused": "no",
        "left": "no",
    }
    assert [each.key for each in found][:2] == ["stays", "raised"]
    raised = found[1]
    assert any("《人民调解工作若干规定》" in reason.reference for reason in raised.reasons)


def test_the_order_does_not_depend_on_the_order_of_asking():
    draw = random.Random(3)  # noqa: S311 (the same candidates every time)
    candidates = [
        Candidate(str(i), f"名{i % 7}", PLAIN | {"open_cases": draw.randint(0, 12)})
        for i in range(40)
    ]
    first = suggest(candidates, on=ON)
    draw.shuffle(candidates)
    assert suggest(candidates, on=ON) == first
    assert all(each.engine_agrees for each in first)


def test_every_point_has_its_reason():
    (only,) = suggest([Candidate("a", "a", PLAIN | {"in_committee": True})], on=ON)
    assert only.points == 30
    assert [reason.rule for reason in only.reasons] == ["may", "of-committee"]


def test_an_unknown_word_is_refused():
    with pytest.raises(FactError, match="是否想写 open_cases"):
        suggest([Candidate("a", "a", {"open_case": 1})], on=ON)


def test_these_books_may_be_published():
    assert not [f for f in analyse(books()) if f.kind in ("dead", "conflicts", "shadowed")]
    assert gaps(books(), ON, samples=300) == []


def test_people_of_the_small_world_are_suggested_by_what_is_known_of_them(database, world, bus):
    file = open_case(database, world, bus)
    with database.write() as session:
        case = file.load(session)
        before = {each.name: each for each in suggestions_for(session, case, ON)}
        parties_of(session, case)[0].language = "bo"
        session.add(
            MediatorLanguage(
                county_id=case.county_id, mediator_id=world.mediators["韩玉梅"], language="bo"
            )
        )
        session.flush()
        after = suggestions_for(session, case, ON)
    assert next(iter(before)) == "扎西多杰"  # of the committee and the township
    assert (before["扎西多杰"].open_cases, before["韩玉梅"].open_cases) == (1, 0)
    gained = {each.name: each.points - before[each.name].points for each in after}
    assert gained == {name: 40 if name == "韩玉梅" else 0 for name in before}


def test_whoever_assigns_sees_the_order_and_its_reasons(database, world, bus, as_user):
    file = open_case(database, world, bus)
    page = as_user("扎西多杰").get(f"/cases/{file.id}/mediators").get_data(as_text=True)
    suggested = page.partition('id="suggested"')[2]
    first = suggested.partition("</li>\n")[0]
    assert "<strong>扎西多杰</strong>" in first
    assert "手上未结 1 件" in first
    assert "（+30 分）" in first
    assert "只供参考" in page
    assert points_on(ON)["of-committee"] == 30
