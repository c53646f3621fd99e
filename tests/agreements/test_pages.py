"""The agreement's pages: written without JavaScript, checked, fixed, signed, fulfilled."""

import re
from datetime import date

import pytest

from app.agreements.model import Agreement
from tests.agreements.conftest import FILE_NUMBER
from tests.agreements.table import WORDS, conclude_fully, draft, finalize
from tests.case_file import open_case
from tests.world import TODAY

WHO = "扎西多杰"


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus, file_number=FILE_NUMBER)


@pytest.fixture
def client(as_user):
    return as_user(WHO)


def fields(html):
    """Read back what a page's inputs hold: what a browser would send."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", html):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and 'type="checkbox"' not in tag and 'type="radio"' not in tag:
            found[name[1]] = value[1] if value else ""
    for name, body in re.findall(
        r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', html, re.DOTALL
    ):
        found[name] = body.removeprefix("\r\n").removeprefix("\n").strip()
    for name, body in re.findall(
        r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', html, re.DOTALL
    ):
        chosen = re.search(r'<option selected[^>]*value="([^"]*)"', body)
        found[name] = chosen[1] if chosen else ""
    found.pop("q", None)
    return found


def typed(**more):
    return {
        "form": "written", "kind": "final", "facts": WORDS.facts, "clauses-0": WORDS.clauses[0],
        "clauses-1": WORDS.clauses[1], "obligations-0-debtor": "旦正", "obligations-0-creditor": "才旦",
        "obligations-0-what": "付款", "obligations-0-amount": "1,020", "obligations-0-due_on": "2026-05-20",
        "obligations-0-manner": "现金",
    } | more  # fmt: skip


def there(file, tail=""):
    return f"/cases/{file.id}/agreement{tail}"


def post(client, path, data):
    key = fields(client.get(path.split("?")[0].removesuffix("/checks").removesuffix("/draft")).text)
    return client.post(path, data={"key": key.get("key", "")} | data)


def agreements(file):
    return file.rows(Agreement)


def test_从空白写到定稿(file, client):
    page = client.get(there(file))
    assert page.status_code == 200
    assert "羊过界吃草" in page.text
    saved = post(client, there(file), typed())
    assert saved.status_code == 303
    again = fields(client.get(there(file)).text)
    assert (again["clauses-1"], again["obligations-0-amount"]) == (WORDS.clauses[1], "1020")
    final = client.post(
        there(file), data=again | {"press": "final", "on": str(TODAY), "recorder": "马文祥"}
    )
    assert final.status_code == 303, final.text
    assert final.location.endswith("/agreement/signatures?a=1")
    (row,) = agreements(file)
    assert (row.concluded_on, row.recorder, row.revision) == (TODAY, "马文祥", 1)


@pytest.mark.parametrize(
    ("press", "clauses"),
    [
        ("clauses-add", [*WORDS.clauses, ""]),
        ("clauses-remove-0", [WORDS.clauses[1]]),
        ("clauses-up-1", list(reversed(WORDS.clauses))),
        ("clauses-down-0", list(reversed(WORDS.clauses))),
        ("clauses-remove-9", list(WORDS.clauses)),
        ("clauses-fly-1", list(WORDS.clauses)),
        ("facts-remove-0", list(WORDS.clauses)),
    ],
)
def test_不用脚本也能加条删条换位置(file, client, press, clauses):
    page = post(client, there(file), typed(press=press))
    assert page.status_code == 200
    held = fields(page.text)
    shown = [held[f"clauses-{place}"] for place in range(len(clauses))]
    assert shown == clauses
    assert f"clauses-{len(clauses)}" not in held
    assert held["obligations-0-what"] == "付款"
    assert agreements(file) == []


def test_从条款库里选一条(file, client):
    page = post(client, there(file), typed(press="library-fence"))
    assert "修复＿＿处网围栏" in fields(page.text)["clauses-2"]


def test_填错了退回来_写的都还在(file, client):
    page = post(client, there(file), typed(facts="", **{"obligations-0-amount": "很多"}))
    assert page.status_code == 422
    held = fields(page.text)
    assert (held["clauses-0"], held["obligations-0-amount"]) == (WORDS.clauses[0], "很多")
    assert "金额请写成" in page.text


def test_有拦截项不能定稿_但稿子保存了(file, client):
    page = post(
        client, there(file),
        typed(press="final", on=str(TODAY), recorder="马文祥", **{"clauses-0": "双方不得上访"}),
    )  # fmt: skip
    assert page.status_code == 422
    assert "协议还不能签字" in page.text
    (row,) = agreements(file)
    assert (row.revision, row.concluded_on) == (1, None)
    fixed = fields(page.text) | {
        "clauses-0": "双方和睦相处。", "press": "final", "on": str(TODAY), "recorder": "马文祥",
    }  # fmt: skip
    assert client.post(there(file), data=fixed).status_code == 303


def test_边写边检查_大写由系统算(file, client):
    part = client.post(there(file, "/checks"), data=typed(**{"clauses-0": "付赔命价"}))
    assert part.status_code == 200
    assert "赔命价" in part.text
    assert "大写：壹仟零贰拾元整" in part.text
    assert "<html" not in part.text


def test_自动保存是新的一稿_并换钥匙(file, client):
    opened = fields(client.get(there(file)).text)
    part = client.post(there(file, "/draft"), data=opened | typed())  # fmt: skip
    assert "已自动保存第 1 稿" in part.text
    held = fields(part.text)
    assert held["seen_revision"] == "1"
    again = client.post(there(file, "/draft"), data=held | typed(facts="又写了一点"))
    assert "第 2 稿" in again.text
    assert [row.revision for row in agreements(file)] == [2]


def test_双击保存只有一份协议(file, client):
    data = {"key": fields(client.get(there(file)).text)["key"]} | typed()
    assert client.post(there(file), data=data).status_code == 303
    assert client.post(there(file), data=data).status_code == 303
    assert len(agreements(file)) == 1


def test_别人存过新稿会提醒_写的还在(file, client):
    agreement_id = draft(file, on=TODAY)
    page = fields(client.get(there(file)).text)
    draft(file, type(WORDS)(facts="别人的"), agreement_id=agreement_id, on=TODAY)
    answer = client.post(there(file), data=page | {"facts": "我写的"})
    assert answer.status_code == 409
    assert "我写的" in answer.text
    assert "新的一稿" in answer.text


def test_口头协议直接登记生效(file, client):
    page = post(
        client, there(file), typed(form="oral", press="final", on=str(TODAY), recorder="马文祥")
    )
    assert page.status_code == 303
    (row,) = agreements(file)
    assert (row.form, row.effective_on) == ("oral", TODAY)


def test_签字盖章后显示生效日(file, client):
    finalize(file, draft(file, on=TODAY), on=TODAY)
    page = client.get(there(file, "/signatures"))
    held = fields(page.text)
    names = [held[f"rows-{n}-signer"] for n in range(4)]
    assert names == ["才旦", "旦正", WHO, "马文祥"]
    for n in range(3):
        held[f"rows-{n}-on"] = str(TODAY)
    assert client.post(there(file, "/signatures"), data=held).status_code == 303
    page = client.get(there(file, "/signatures"))
    assert "调解委员会印章" in page.text
    seal = fields(page.text) | {"seal-on": str(TODAY)}
    assert client.post(there(file, "/signatures/seal"), data=seal).status_code == 303
    assert f"{TODAY} 起生效" in client.get(there(file, "/signatures")).text
    assert "2026-04-01" in client.get(there(file)).text
    assert agreements(file)[0].effective_on == TODAY


def test_一个签字也没填要提醒(file, client):
    finalize(file, draft(file, on=TODAY), on=TODAY)
    answer = client.post(
        there(file, "/signatures"), data=fields(client.get(there(file, "/signatures")).text)
    )
    assert answer.status_code == 422
    assert "至少填一位" in answer.text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rows-0-role", "皇帝"),
        ("rows-0-role", "seal"),
        ("rows-0-party_id", "x"),
        ("rows-0-method", "x"),
    ],
)
def test_改过的隐藏字段不会出错页(file, client, name, value):
    finalize(file, draft(file, on=TODAY), on=TODAY)
    held = fields(client.get(there(file, "/signatures")).text)
    held |= {"rows-0-on": str(TODAY), name: value}
    assert client.post(there(file, "/signatures"), data=held).status_code == 422


@pytest.mark.parametrize("name", ["agreement_id", "parent_id", "seen_revision", "key"])
def test_编辑页的隐藏字段被改也不出错页(file, client, name):
    answer = post(client, there(file), typed(**{name: "坏的"}))
    assert answer.status_code == 422
    assert agreements(file) == []


def test_要变更的协议不存在(file, client):
    answer = post(client, there(file), typed(parent_id=str(file.id)))
    assert answer.status_code == 404


def test_登记履行和催促(file, client):
    conclude_fully(file, day=TODAY)
    path = there(file, "/obligations/1/fulfillment")
    held = fields(client.get(path).text)
    paid = held | {"done-on": str(TODAY), "done-amount": "500", "done-proof": "收条"}
    assert client.post(path, data=paid).status_code == 303
    assert "500.00 元" in client.get(path).text
    urge = fields(client.get(path).text) | {
        "urge-on": str(TODAY), "urge-way": "telephone", "urge-outcome": "promised", "urge-said": "下月给",
    }  # fmt: skip
    assert client.post(there(file, "/obligations/1/urging"), data=urge).status_code == 303
    assert "下月给" in client.get(path).text
    log = client.get(f"/cases/{file.id}?tab=log").text
    assert "答应履行" in log
    assert "promised" not in log
    assert client.get(there(file, "/obligations/9/fulfillment")).status_code == 404


@pytest.mark.parametrize(("amount", "asked"), [("", "请写这次付了多少"), ("99999", "这一项只差")])
def test_登记履行时像笔误的_再问一遍(file, client, amount, asked):
    conclude_fully(file, day=TODAY)
    path = there(file, "/obligations/1/fulfillment")
    slip = {"done-on": str(TODAY), "done-amount": amount, "done-proof": "收条"}
    answer = client.post(path, data=fields(client.get(path).text) | slip)
    assert answer.status_code == 422
    assert asked in answer.text
    assert "还没有登记过履行或催促" in client.get(path).text


def test_全部履行的_说全部履行(file, client):
    conclude_fully(file, day=TODAY)
    path = there(file, "/obligations/1/fulfillment")
    whole = {"done-on": str(TODAY), "done-is_whole": "y", "done-proof": "收条"}
    answer = client.post(path, data=fields(client.get(path).text) | whole)
    assert answer.status_code == 303
    assert "已保存：履行完毕一项" in client.get(answer.location).text


def test_司法确认页(file, client):
    conclude_fully(file, day=TODAY)
    path = there(file, "/confirmation")
    held = fields(client.get(path).text)
    one = held | {"party_ids": [str(file.parties["才旦"])], "on": str(TODAY)}
    refused = client.post(path, data=one)
    assert refused.status_code == 422
    assert "还缺：旦正" in refused.text
    both = held | {"party_ids": [str(one) for one in file.parties.values()], "on": str(TODAY)}
    assert client.post(path, data=both).status_code == 303
    answer = fields(client.get(path).text) | {"answer-on": str(TODAY), "answer-result": "confirmed"}
    assert client.post(there(file, "/confirmation/result"), data=answer).status_code == 303
    assert "强制执行" in client.get(path).text


@pytest.mark.parametrize("tail", ["", "/signatures", "/confirmation", "/obligations/1/fulfillment", "/draft.pdf"])  # fmt: skip
@pytest.mark.parametrize(("name", "status"), [("韩玉梅", 404), ("外县人", 404), ("管理员", 403)])
def test_谁能看(file, as_user, tail, name, status):
    conclude_fully(file, day=TODAY)
    assert as_user(name).get(there(file, tail)).status_code == status


def test_网格员能看不能写(file, as_user, database, world):
    with database.write() as session:
        file.load(session).registered_by = world.users["仁青"]
    client = as_user("仁青")
    assert client.get(there(file)).status_code == 200
    assert client.post(there(file), data=typed()).status_code == 403


def test_草稿打印有水印没有签字处(file, client):
    draft(file, on=TODAY)
    answer = client.get(there(file, "/draft.pdf"))
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.data.startswith(b"%PDF-")


def test_日期(file):
    assert date(2026, 3, 2) == TODAY
