"""Rows of a form: all that is known is shown, too many are refused aloud, odd numbers name no row."""

import pytest

from app.agreements.model import Agreement
from tests.agreements.conftest import FILE_NUMBER
from tests.agreements.table import draft, finalize
from tests.agreements.test_pages import fields, there, typed
from tests.case_file import open_case

MANY = ("才旦", "旦正", *(f"牧户{n}" for n in range(70)))


@pytest.fixture
def editor(database, world, bus, as_user):
    file, client = open_case(database, world, bus, file_number=FILE_NUMBER), as_user("扎西多杰")

    def post(**data):
        key = fields(client.get(there(file)).text)["key"]
        return client.post(there(file), data={"key": key} | data)

    post.file = file
    return post


def test_everybody_of_a_large_dispute_is_asked_to_sign(database, world, bus, as_user):
    file = open_case(database, world, bus, parties=MANY, file_number=FILE_NUMBER)
    finalize(file, draft(file))
    page = as_user("扎西多杰").get(there(file, "/signatures"))
    assert page.status_code == 200
    assert f'name="rows-{len(MANY)}-signer"' in page.text


def test_too_many_rows_are_refused_with_every_row_kept(editor):
    rows = {f"clauses-{n}": f"第{n}件事各让一步" for n in range(61)}
    answer = editor(**typed(), **{k: v for k, v in rows.items() if k not in typed()})
    assert answer.status_code == 422
    assert "“条款”最多 60 行，现在有 61 行，请归并。" in answer.text
    assert fields(answer.text)["clauses-60"] == "第60件事各让一步"
    assert editor.file.rows(Agreement) == []


@pytest.mark.parametrize("number", ["²", "9" * 5000, "x", "-1", ""])
def test_an_odd_number_names_no_row(editor, number):
    odd = {f"clauses-{number}": "没有这一行", f"obligations-{number}-what": "没有这一行"}
    assert editor(**typed(), **odd).status_code == 303
    for verb in ("add", "remove", "up"):
        assert editor(**typed(press=f"clauses-{verb}-{number}")).status_code == 200
