"""The revisit page."""

import pytest

from tests.agreements.table import conclude_fully
from tests.agreements.test_pages import fields
from tests.case_file import open_case
from tests.world import TODAY


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    conclude_fully(file, day=TODAY)
    return file


def test_安排和登记回访(file, as_user):
    client = as_user("扎西多杰")
    path = f"/cases/{file.id}/revisits"
    page = client.get(path)
    assert "2026-05-27 至 2026-06-04" in page.text
    said = fields(page.text) | {
        "party_id": str(file.parties["才旦"]), "on": str(TODAY), "manner": "visit",
        "fulfillment_heard": "in_time", "satisfaction": "satisfied", "satisfaction_asked_by": "扎西多杰",
    }  # fmt: skip
    refused = client.post(path, data=said)
    assert refused.status_code == 422
    assert "承办" in refused.text
    again = fields(refused.text) | said | {"satisfaction_asked_by": "马文祥"}
    assert client.post(path, data=again).status_code == 303
    page = client.get(path).text
    assert "已保存：登记回访。" in page
    assert "由马文祥询问" in page
    assert "已回访" in page


@pytest.mark.parametrize(("name", "status"), [("韩玉梅", 404), ("管理员", 403)])
def test_谁能看回访(file, as_user, name, status):
    assert as_user(name).get(f"/cases/{file.id}/revisits").status_code == status


@pytest.mark.parametrize(("measures", "is_told"), [("", True), ("已告知派出所，村里看着", False)])
def test_回访听到隐患没写措施的_结案前提醒(file, as_user, measures, is_told):
    client = as_user("扎西多杰")
    said = fields(client.get(f"/cases/{file.id}/revisits").text) | {
        "party_id": str(file.parties["才旦"]), "on": str(TODAY), "manner": "visit",
        "fulfillment_heard": "in_time", "hidden_trouble": "扬言再打", "measures": measures,
    }  # fmt: skip
    assert client.post(f"/cases/{file.id}/revisits", data=said).status_code == 303
    page = client.get(f"/cases/{file.id}/closure").text
    assert ("扬言再打" in page) == is_told
    assert ("调整风险、报告" in page) == is_told
