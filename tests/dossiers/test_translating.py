"""Tibetan beside the Chinese, clause by clause: whole, signed off, printable; or none at all."""

import io
import json
from dataclasses import replace

import pikepdf
import pytest

from app.dossiers.model import IssuedPaper
from app.dossiers.translating import drafted
from tests.agreements.table import WORDS, draft, finalize, party_hand, sign
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.dossiers.test_pages import bytes_of, client, issue, there  # noqa: F401 (a fixture)
from tests.world import TODAY

LINES = ("རང་མོས་ཀྱིས་གྲོས་མཐུན་བྱུང་།", "རྩྭ་ཐང་གི་འགལ་རྩོད་མཇུག་སྒྲིལ།")
TITLE = "མི་དམངས་འདུམ་འགྲིག་གྲོས་མཐུན་ཡི་གེ"


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    file.agreement_id = draft(file, replace(WORDS, interpreter="卓玛"), on=TODAY)
    finalize(file, file.agreement_id, on=TODAY)
    return file


def say(file, client, *lines, signed_off="y", **changed):  # noqa: F811 (a client)
    path = there(file, "/agreement/translation")
    form = fields(client.get(path).text) | {f"lines-{at}": line for at, line in enumerate(lines)}
    return client.post(path, data=form | {"is_signed_off": signed_off} | changed)


def data_of(file, paper):
    with pikepdf.open(io.BytesIO(bytes_of(file, paper.sha256))) as pdf:
        return json.loads(pdf.attachments["agreement.json"].get_file().read_bytes())


def test_译文逐条印在汉文后面_附件里的字和填的一样(file, client):  # noqa: F811 (the fixture)
    assert say(file, client, *LINES).status_code == 303
    paper = issue(file, client, "mediation_agreement")
    second = data_of(file, paper)["bilingual"]
    assert second["lines"] == list(LINES)
    assert (second["reviewed_by"], second["title"]) == ("卓玛", "")


def test_标题要等用语审定了才印藏文(file, client, as_user):  # noqa: F811 (the fixture)
    say(file, client, *LINES)
    page = client.get("/translation-terms").text
    assert page.count("未审定") == len(drafted())
    leader = as_user("李主任")
    form = {"key": fields(leader.get("/translation-terms").text)["key"], "chinese": "人民调解协议书",
            "tibetan": TITLE, "translator": "卓玛", "on": str(TODAY)}  # fmt: skip
    assert client.post("/translation-terms", data=form).status_code == 403
    assert leader.post("/translation-terms", data=form).status_code == 303
    assert leader.get("/translation-terms").text.count("未审定") == len(drafted()) - 1
    paper = issue(file, client, "mediation_agreement")
    assert data_of(file, paper)["bilingual"]["title"] == TITLE


REFUSED = {
    "缺一条": ((LINES[0], ""), {}, 422, "第2条还没有译文"),
    "没有审定": (LINES, {"is_signed_off": ""}, 422, "翻译人员逐条审定"),
    "没有字形": ((LINES[0], "\u1820"), {}, 422, "第2条译文字形无法打印"),
    "改过一稿": (LINES, {"revision": "9"}, 409, "又改过一稿"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_不完整的译文不收_填的不丢(file, client, name):  # noqa: F811 (the fixture)
    lines, changed, status, words = REFUSED[name]
    changed = {key: value for key, value in changed.items() if value}
    answer = say(
        file, client, *lines, **({} if name != "没有审定" else {"signed_off": ""}), **changed
    )
    assert answer.status_code == status
    assert words in answer.text
    assert LINES[0] in answer.text
    paper = issue(file, client, "mediation_agreement")
    assert data_of(file, paper)["bilingual"]["lines"] == []


def test_有人签了字_译文不能再改(file, client):  # noqa: F811 (the fixture)
    sign(file, file.agreement_id, party_hand(file, "才旦", TODAY), on=TODAY)
    answer = say(file, client, *LINES)
    assert answer.status_code == 409
    assert "签了字" in answer.text


def test_全部留空_收回译文_只印口头宣读(file, client):  # noqa: F811 (the fixture)
    assert say(file, client, *LINES).status_code == 303
    assert say(file, client, "", "").status_code == 303
    paper = issue(file, client, "mediation_agreement")
    assert data_of(file, paper)["bilingual"]["lines"] == []
    assert len(file.rows(IssuedPaper)) == 1
