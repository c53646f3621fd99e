"""What a person typed is given back in the words of the form it was typed into."""

import re

import pytest

from forms.base import Form
from forms.fitting import kinds, spoken
from forms.given import CHOSEN, MORE, told
from forms.intake import IntakeForm
from forms.meeting import MoveForm
from forms.obligation_done import FulfillForm
from forms.revisit import RevisitForm

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"[A-Z][a-z]|_")


@pytest.fixture(autouse=True)
def request_(flask):
    with flask.test_request_context("/", method="POST"):
        yield


def said(pairs, *near):
    return [(one.label, one.said) for one in told(pairs, near) if one.label]


def test_every_field_of_every_form_has_chinese_words(flask):
    assert flask.view_functions  # every form is loaded with the pages
    for kind in kinds():
        if kind.__module__.startswith("forms."):
            for label, field in spoken(kind(formdata=None, meta={"csrf": False})):
                seen = told([(field.name, "x")], [kind])[0]
                assert not seen.label or CHINESE.search(label), (kind, field.name)
                assert not ENGLISH.search(seen.label), (kind, field.name)


def test_rows_and_parts_say_where_they_stand():
    typed = [
        ("channel", "walk_in"),
        ("parties-0-name", "才旦"),
        ("parties-1-side", "respondent"),
        ("parties-1-representative-name", "多杰"),
        ("signals-weapons", "y"),
        ("not_same-0", "01a213ed-8c76-78c2-8ab4-5dd1a806344f"),
    ]
    assert said(typed, IntakeForm) == [
        ("来源", "来访"),
        ("当事人 1：姓名或名称", "才旦"),
        ("当事人 2：哪一方", "被申请人"),
        ("当事人 2：代理人或监护人：姓名", "多杰"),
        ("情形：持有器械", "是"),
    ]


def test_a_form_with_a_prefix_is_known_by_its_names():
    typed = [("done-on", "2026-03-02"), ("done-amount", "3000"), ("done-proof", "收条")]
    labels = [label for label, _ in said(typed, MoveForm, FulfillForm)]
    assert len(labels) == 3
    assert MORE not in labels


def test_a_form_far_from_the_view_is_found_as_well():
    typed = [("satisfaction", "satisfied"), ("manner", "telephone"), ("visitors", "马文祥")]
    assert said(typed) == said(typed, RevisitForm)
    assert ("对调解满意吗", "满意") in said(typed)


def test_a_list_only_the_page_knows_and_a_word_nobody_knows():
    typed = [("party_id", "01a213ed-8c76-78c2-8ab4-5dd1a806344f"), ("odd", "ab"), ("key", "2")]
    typed += [("press", "final")]  # the button's own word
    typed += [("manner", "telephone"), ("visitors", "马文祥")]
    told_ = said(typed, RevisitForm)
    assert told_[0][1] == CHOSEN
    assert told_[1] == (MORE, "ab")
    assert len(told_) == 4


def test_nothing_posted_is_nothing_told():
    assert told([], [Form]) == []
