"""What cannot be taken is answered in Chinese, with everything typed, and nothing is stored by half."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest

from app.agreements.model import Agreement
from app.kernel.ids import new_id
from app.meetings.model import Meeting
from tests.agreements.conftest import FILE_NUMBER
from tests.agreements.test_pages import typed
from tests.case_file import open_case
from tests.web.test_clinic_pages import RECORD
from tests.web.test_intake import jammed

WHO = "扎西多杰"
FORMS = {
    "record": ("meeting-records", RECORD, "text", Meeting),
    "agreement": ("agreement", typed(), "facts", Agreement),
}
BAD = {
    "bidi": ("扎西\u202e多杰", "不能保存的字符"),
    "control": ("扎西\u0007", "控制字符"),
    "unprintable": ("扎西\U000f1234", "私用区字符"),
    "long": ("长" * 100_000, "个字"),
}
FORM = "application/x-www-form-urlencoded"
CHOSEN = {"key", "kind", "form", "method", "result"}  # shown in words, or not at all


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus, file_number=FILE_NUMBER)


@pytest.fixture(params=FORMS)
def asked(request, file):
    """A page with a form: its address, what is typed, its long field, what it stores."""
    page, said, words, model = FORMS[request.param]
    return f"/cases/{file.id}/{page}", said | {"key": str(new_id())}, words, model


def chinese(answer):
    """Give the sentences of the summary of what was wrong."""
    found = re.search(r'<section class="errors".*?</section>', answer.text, re.DOTALL)
    return unescape(found[0]) if found else ""


@pytest.mark.parametrize("harm", BAD)
def test_what_was_typed_wrongly_stands_there_again_with_the_reason(file, as_user, asked, harm):
    path, said, words, model = asked
    bad, reason = BAD[harm]
    answer = as_user(WHO).post(path, data=said | {words: bad})
    assert answer.status_code == 422
    assert reason in chinese(answer)
    assert bad in unescape(answer.text)
    assert file.rows(model) == []


@pytest.mark.parametrize(("raw", "code"), [("%FF%FE", 400), ("a%00b", 422)])
def test_bytes_that_are_no_text_lose_nothing_else(file, as_user, asked, raw, code):
    path, said, words, model = asked
    body = f"{urlencode({k: v for k, v in said.items() if k != words})}&{words}={raw}"
    answer = as_user(WHO).post(path, data=body, content_type=FORM)
    assert answer.status_code == code
    assert "没有保存" in answer.text
    kept = [value for name, value in said.items() if name not in CHOSEN | {words}]
    assert all(value in unescape(answer.text) for value in kept)
    assert file.rows(model) == []


def test_a_day_that_does_not_exist_is_named(file, as_user):
    said = RECORD | {"on": "2026-02-30", "key": str(new_id())}
    answer = as_user(WHO).post(f"/cases/{file.id}/meeting-records", data=said)
    assert answer.status_code == 422
    assert "2026-02-30" in answer.text
    assert "日期" in chinese(answer)
    assert file.rows(Meeting) == []


def test_a_full_disk_or_a_held_table_loses_nothing(file, as_user, asked, database):
    path, said, words, model = asked
    said |= {words: "双方当面陈述。" * 250}
    client = as_user(WHO)
    with jammed(database):
        answer = client.post(path, data=said)
        assert answer.status_code == 503
        assert "没有保存" in chinese(answer)
        assert said[words] in unescape(answer.text)
    assert file.rows(model) == []
    assert client.post(path, data=said).status_code == 303
    assert len(file.rows(model)) == 1


def test_a_double_click_is_one(file, as_user, asked):
    path, said, _, model = asked
    client = as_user(WHO)
    assert {client.post(path, data=said).status_code for _ in range(2)} == {303}
    assert len(file.rows(model)) == 1


@pytest.mark.parametrize("who", ["韩玉梅", "外县人"])
def test_the_ids_of_another_desk_or_county_are_nothing(file, as_user, asked, who):
    path, said, _, model = asked
    answer = as_user(who).post(path, data=said)
    assert answer.status_code == 404
    assert file.rows(model) == []


def test_a_page_that_is_not_whole_loses_nothing_typed(file, as_user, asked):
    path, said, words, model = asked
    answer = as_user(WHO).post(path, data=said | {"key": "x"})
    assert answer.status_code == 422
    assert "重新打开" in answer.text
    assert said[words] in unescape(answer.text)
    assert file.rows(model) == []


def test_a_refused_press_of_a_button_gives_no_empty_list_back(file, as_user):
    answer = as_user(WHO).post(f"/cases/{new_id()}/dossier-package", data={"key": str(new_id())})
    assert answer.status_code == 404
    assert "您填写的内容" not in answer.text


@pytest.mark.parametrize(
    ("who", "address"),
    [
        (WHO, f"/cases?q=扎西&before={'9' * 60}"),
        ("李主任", f"/calendar?year={'9' * 5000}"),
        ("李主任", f"/registers/cases?page={'9' * 5000}"),
    ],
)
def test_a_number_of_an_address_that_nothing_carries_is_as_none(file, as_user, who, address):
    assert as_user(who).get(address).status_code == 200
