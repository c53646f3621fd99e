"""However long the words and however many the people, a paper prints whole or not at all."""

import dataclasses
import re
from contextlib import nullcontext, suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.lint import LayoutFault
from documents.papers import Clause, PartyBlock, Remedy
from documents.render import render
from documents.samples import sample

A4_WIDTH = 595  # points
WORDS = "双方再次确认上述内容，并同意由村民委员会见证。"
RECORD, AGREEMENT = sample("mediation_record"), sample("mediation_agreement")


def place_of(rendered):
    return {anchor.page for anchor in rendered.anchors.values()}


@pytest.mark.parametrize("length", range(60))
def test_the_signature_block_is_whole_and_never_alone(length):
    """The lint of every print refuses a block split or alone; 60 lengths put it everywhere."""
    more = "".join(f"补充说明{number}：{WORDS[: number % 23]}\n" for number in range(length % 20))
    facts = AGREEMENT.facts + more + WORDS * (length // 2)
    rendered = render(dataclasses.replace(AGREEMENT, facts=facts))
    assert place_of(rendered) == {rendered.pages - 1}


@pytest.mark.parametrize("length", range(0, 60, 5))
def test_a_record_of_any_length_ends_with_its_signatures(length):
    body = RECORD.body + "".join(f"王小山：{WORDS}{WORDS[: i % 20]}\n" for i in range(length))
    rendered = render(dataclasses.replace(RECORD, body=body))
    assert place_of(rendered) == {rendered.pages - 1}


def people(count):
    sides = ("applicant", "respondent", "third")
    kinds = ("person", "organization", "village", "group")
    return tuple(
        PartyBlock(
            name=f"当事人{number}号才让东知", side=sides[number % 3], kind=kinds[number % 4],
            gender="男", ethnicity="藏族", age=40 + number % 40, occupation="牧民",
            contact="13800000000、13900000000", credit_code="91632521MA0000000X",
            legal_representative="多杰", representative="委托代理人周宁（特别授权）" * (number % 2),
            address="青海省海南藏族自治州共和县恰卜恰镇石头坡村三社27号" * (1 + number % 2),
        )
        for number in range(count)
    )  # fmt: skip


@pytest.mark.parametrize("count", [1, 2, 3, 6, 7, 9, 12, 40])
def test_an_agreement_of_many_parties_prints(count):
    paper = dataclasses.replace(AGREEMENT, parties=people(count), copies=count + 1)
    rendered = render(paper)
    assert {f"party-{number}" for number in range(1, count + 1)} <= set(rendered.anchors)


@pytest.mark.parametrize("count", [1, 4, 8, 20])
@pytest.mark.parametrize("code", ["acceptance_form", "application_form", "oral_agreement_form"])
def test_a_form_of_many_parties_prints(code, count):
    assert render(dataclasses.replace(sample(code), parties=people(count))).pages >= 1


@pytest.mark.parametrize("count", [1, 5, 9, 20])
def test_notices_to_many_people_print(count):
    names = tuple(f"当事人{number}号" for number in range(count))
    for code in ("termination_notice", "non_acceptance_notice", "meeting_invitation"):
        rendered = render(dataclasses.replace(sample(code), addressees=names))
        assert f"received-{count}" in rendered.anchors
    told = render(dataclasses.replace(sample("rights_notice"), parties=names))
    assert f"received-{count}" in told.anchors


@pytest.mark.parametrize("length", [0, 1, 300, 900, 2500, 8000])
def test_a_form_of_long_words_prints(length):
    words = (WORDS * 400)[:length]
    for code, field in (
        ("acceptance_form", "summary"),
        ("application_form", "summary"),
        ("revisit_record", "fulfillment"),
        ("inquiry_record", "body"),
        ("oral_agreement_form", "facts"),
        ("consultation_minutes", "opinions"),
    ):
        rendered = render(dataclasses.replace(sample(code), **{field: words}))
        assert rendered.pages <= 2 + length // 500


def test_long_tables_break_between_rows():
    way = Remedy(organ="共和县人民法院", handles="民事诉讼", address="绿洲路2号", deadline="三年内")
    notice = dataclasses.replace(sample("non_acceptance_notice"), remedies=(way,) * 40)
    assert render(notice).pages > 2
    minutes = sample("consultation_minutes")
    tasks = minutes.measures * 14
    assert render(dataclasses.replace(minutes, measures=tasks)).pages > 2
    owed = tuple(
        dataclasses.replace(AGREEMENT.obligations[0], due_on=AGREEMENT.concluded_on + timedelta(d))
        for d in range(36)
    )
    assert render(dataclasses.replace(AGREEMENT, obligations=owed)).pages > 3


CROWD = re.compile("[，。；：”》）％！？、…—]{3}")
SPOKEN = st.text(
    st.sampled_from(
        "草场牲畜赔偿，。；：“”《》（）、0123456789.-ABCxyz%％ 元年月日头亩于的了是！？…—"
    ),
    min_size=1,
    max_size=400,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(facts=SPOKEN, clause=SPOKEN, what=SPOKEN)
def test_any_printable_words_print(facts, clause, what):
    owed = dataclasses.replace(AGREEMENT.obligations[0], what=what, place=what[:40])
    paper = dataclasses.replace(
        AGREEMENT, facts=facts, clauses=(Clause(clause),), obligations=(owed,)
    )
    crowded = CROWD.search(f"{facts}\n{clause}\n{what}")  # no narrow cell holds a crowd of marks
    with suppress(LayoutFault) if crowded else nullcontext():
        assert render(paper).pages >= 1


@pytest.mark.parametrize("count", [1, 5, 12])
def test_a_cover_names_every_mediator(count):
    names = tuple(f"调解员{number}号" for number in range(count))
    assert render(dataclasses.replace(sample("dossier_cover"), mediators=names)).pages == 1


@pytest.mark.parametrize("count", [1, 6, 7, 40])
def test_witnesses_of_a_receipt_run_on_over_pages(count):
    names = tuple(f"见证人{number}号" for number in range(count))
    rendered = render(dataclasses.replace(sample("fulfillment_receipt"), witnesses=names))
    assert f"witness-{count}" in rendered.anchors
    assert rendered.anchors["payee-1"].page == rendered.anchors["payer-1"].page == 0


@pytest.mark.parametrize("count", [2, 3, 5, 8, 20, 60])
def test_demands_of_a_supervision_order_run_on_over_pages(count):
    demands = "\n".join(f"第{number}项：{WORDS * 2}" for number in range(count))
    rendered = render(dataclasses.replace(sample("supervision_order"), demands=demands))
    assert rendered.pages == 1 if count == 2 else rendered.pages > count // 20
    assert rendered.anchors["signer"].page == rendered.anchors["seal"].page


@pytest.mark.parametrize("count", [3, 5, 9])
def test_every_mediator_of_a_notice_signs_on_the_page(count):
    names = tuple(f"调解员{number}号" for number in range(count))
    rendered = render(dataclasses.replace(sample("termination_notice"), mediators=names))
    hands = [anchor for name, anchor in rendered.anchors.items() if name.startswith("mediator-")]
    assert len(hands) == count
    assert max(hand.x2 for hand in hands) < rendered.anchors["seal"].x2 <= A4_WIDTH
    assert {hand.page for hand in hands} == {rendered.anchors["seal"].page}
