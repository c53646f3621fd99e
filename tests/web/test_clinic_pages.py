"""The pages of the four clinics: seen, filled in, refused with everything typed, never by strangers."""

import re
from datetime import date

import pytest
from flask import url_for

from app.cases.parties import Consent
from app.cases.stages import Stage
from app.kernel.ids import new_id
from app.meetings.enums import MeetingKind
from app.meetings.model import Meeting
from app.web import closing, handovers, meetings
from tests.case_file import open_case
from tests.meetings.sessions import hold, plan

PAGES = [
    "consents", "rights-notice", "rights-notice/sheet", "recusals", "meetings", "meeting-records",
    "inquiries", "specialists", "handovers", "referrals", "risk-reports", "closure",
    "closure/notice",
]  # fmt: skip


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus)


def at(file, page):
    return f"/cases/{file.id}/{page}"


@pytest.mark.parametrize("page", PAGES)
def test_每一页打得开_只有一个主要按钮(file, as_user, page):
    answer = as_user("扎西多杰").get(at(file, page))
    assert answer.status_code == 200
    text = answer.get_data(as_text=True)
    assert len(re.findall(r'class="(?:button )?primary"', text)) <= 1
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("page", PAGES)
def test_别的乡镇看不见(file, as_user, page):
    assert as_user("韩玉梅").get(at(file, page)).status_code == 404
    assert as_user("外县人").get(at(file, page)).status_code == 404


def test_登记同意_再登记拒绝_页面指向结案(file, as_user):
    client = as_user("扎西多杰")
    said = {
        "party_id": str(file.parties["旦正"]), "agrees": "yes", "form": "telephone",
        "on": "2026-03-02", "key": str(new_id()),
    }  # fmt: skip
    answer = client.post(at(file, "consents"), data=said)
    assert answer.status_code == 303
    refusal = said | {"agrees": "no", "reason": "不愿意", "key": str(new_id())}
    client.post(at(file, "consents"), data=refusal)
    assert [row.agrees for row in sorted(file.rows(Consent), key=lambda r: r.id)] == [True, False]
    text = client.get(at(file, "consents")).get_data(as_text=True)
    assert "当事人已拒绝调解" in text
    assert "去告知并结案" in text


def test_误登的拒绝可以更正_写明原因(file, as_user):
    file.open_gate()
    file.refuse("旦正")
    client = as_user("扎西多杰")
    slip = next(one for one in file.rows(Consent) if not one.agrees)
    there = at(file, f"consents/{slip.id}/correction")
    assert f'href="{there}"' in client.get(at(file, "consents")).text
    assert "拒绝调解" in client.get(there).text
    refused = client.post(there, data={"reason": "", "key": str(new_id())})
    assert (refused.status_code, "怎么登错的" in refused.text) == (422, True)
    assert client.post(there, data={"reason": "点错了", "key": str(new_id())}).status_code == 303
    page = client.get(at(file, "consents")).text
    assert "当事人已拒绝调解" not in page
    assert "已更正，不算数" in page
    assert client.get(at(file, f"consents/{new_id()}/correction")).status_code == 404
    assert as_user("韩玉梅").get(there).status_code == 404


def test_双击只登记一次(file, as_user):
    client = as_user("扎西多杰")
    said = {
        "party_id": str(file.parties["旦正"]), "agrees": "yes", "form": "oral",
        "on": "2026-03-02", "key": str(new_id()),
    }  # fmt: skip
    for _ in range(2):
        assert client.post(at(file, "consents"), data=said).status_code == 303
    assert len(file.rows(Consent)) == 1


PLAN = {
    "kind": "village_visit", "held_on": "2026-03-05", "starts": "09:30", "place": "甲乙村村委会",
    "method": "on_site",
}  # fmt: skip


def test_安排_没有同意就退回_填的都在(file, as_user):
    answer = as_user("扎西多杰").post(at(file, "meetings"), data=PLAN | {"key": str(new_id())})
    assert answer.status_code == 422
    text = answer.get_data(as_text=True)
    assert "还不能开始调解" in text
    assert "甲乙村村委会" in text
    assert file.rows(Meeting) == []


def test_安排以后到那次调解的页面(file, as_user):
    file.open_gate()
    client = as_user("扎西多杰")
    guest = {
        "guests-0-name": "舅舅",
        "guests-0-kind": "relative",
        "guests-0-agreed_on": "2026-03-02",
    }
    answer = client.post(at(file, "meetings"), data=PLAN | guest | {"key": str(new_id())})
    assert answer.status_code == 303
    text = client.get(answer.location).get_data(as_text=True)
    assert "进村出诊 2026-03-05" in text
    assert "2026-03-02 各方同意" in text


def test_人民调解法20条_页面上邀请没征得同意的人_退回(file, as_user):
    file.open_gate()
    guest = {"guests-0-name": "舅舅", "guests-0-kind": "relative"}
    answer = as_user("扎西多杰").post(
        at(file, "meetings"), data=PLAN | guest | {"key": str(new_id())}
    )
    assert answer.status_code == 422
    assert "第20条" in answer.get_data(as_text=True)


RECORD = {
    "kind": "office_hours", "on": "2026-03-02", "starts": "09:30", "place": "调解室",
    "method": "face_to_face", "text": "双方陈述。", "result": "unsettled", "recorder": "扎西多杰",
}  # fmt: skip


def test_补报一次没安排的调解_照样收下(file, as_user):
    client = as_user("扎西多杰")
    answer = client.post(at(file, "meeting-records"), data=RECORD | {"key": str(new_id())})
    assert answer.status_code == 303
    text = client.get(answer.location).get_data(as_text=True)
    assert "补报提示" in text
    assert "缺当事人同意" in text
    sheet = client.get(answer.location + "/sheet").get_data(as_text=True)
    assert "☑2．调解不成" in sheet


def test_有待继续的要约下次日期(file, as_user):
    said = RECORD | {"result": "to_be_continued", "key": str(new_id())}
    answer = as_user("扎西多杰").post(at(file, "meeting-records"), data=said)
    assert answer.status_code == 422
    assert "请约定下次调解日期" in answer.get_data(as_text=True)


def test_旧页面提交_说明并保留_再按一次就收(file, as_user):
    file.open_gate()
    seen = file.read(lambda case: case.version)
    client = as_user("扎西多杰")
    file.agree("才旦")
    stale = PLAN | {"seen_version": str(seen), "key": str(new_id())}
    answer = client.post(at(file, "meetings"), data=stale)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "别人更新了这个案件" in text
    version = re.search(r'name="seen_version"[^>]*value="(\d+)"', text).group(1)
    assert int(version) == seen + 1
    again = client.post(at(file, "meetings"), data=stale | {"seen_version": version})
    assert again.status_code == 303


@pytest.mark.parametrize(
    ("page", "status"),
    [("consents", 403), ("meetings", 403), ("closure", 403), ("handovers", 403), ("recusals", 403)],
)
def test_网格员看得见自己报的案_不能办(file, database, world, as_user, page, status):
    with database.write() as session:
        file.load(session).registered_by = world.users["仁青"]
    client = as_user("仁青")
    assert client.get(at(file, page)).status_code == 200
    assert client.post(at(file, page), data={"key": str(new_id())}).status_code == status


def test_会诊页面_通知_催办_回执_承诺(file, as_user):
    file.open_gate()
    meeting = plan(file, kind=MeetingKind.JOINT_CONSULTATION)
    client = as_user("扎西多杰")
    base = at(file, f"meetings/{meeting}/consultation")
    said = {"asking-body": "人社局", "asking-bring": "工资表", "asking-key": str(new_id())}
    assert client.post(f"{base}/bodies", data=said).status_code == 303
    text = client.get(base).get_data(as_text=True)
    body = re.search(r"consulted-bodies/([0-9a-f-]{36})", text).group(1)
    page = at(file, f"consulted-bodies/{body}")
    assert client.post(f"{page}/nudges").status_code == 303
    assert "已催 1 次" in client.get(base).get_data(as_text=True)
    answer = {"answer-answer": "confirmed", "answer-key": str(new_id())}
    assert client.post(f"{page}/answer", data=answer).status_code == 303
    taken = {
        "commitments-what": "核定金额", "commitments-due_on": "2026-03-28",
        "commitments-key": str(new_id()),
    }  # fmt: skip
    assert client.post(f"{page}/commitments", data=taken).status_code == 303
    text = client.get(page).get_data(as_text=True)
    done = re.search(r"/commitments/([0-9a-f-]{36})", text).group(0)
    proof = {"done-proof": "已出具", "done-key": str(new_id())}
    assert client.post(f"{page}{done}", data=proof).status_code == 303
    assert "已办" in client.get(base).get_data(as_text=True)
    assert "人社局" in client.get(f"{base}/sheet").get_data(as_text=True)


def test_转办页面_征求_提出_接收(file, world, as_user):
    client = as_user("扎西多杰")
    there = str(world.committees["县中心"])
    for party in file.parties.values():
        said = {
            "asking-party_id": str(party), "asking-committee_id": there, "asking-agrees": "yes",
            "asking-form": "oral", "asking-on": "2026-03-02", "asking-key": str(new_id()),
        }  # fmt: skip
        assert client.post(at(file, "handovers/consents"), data=said).status_code == 303
    offer = {
        "offering-committee_id": there, "offering-reason": "beyond_committee",
        "offering-because": "涉及多个部门", "offering-key": str(new_id()),
    }  # fmt: skip
    assert client.post(at(file, "handovers"), data=offer).status_code == 303
    receiver = as_user("才让卓玛")
    text = receiver.get(at(file, "handovers")).get_data(as_text=True)
    accept = re.search(r'action="([^"]+/acceptance)"', text).group(1)
    assert receiver.post(accept).status_code == 303
    assert file.read(lambda case: case.committee_id) == world.committees["县中心"]


def test_结案页面_没有告知就退回_告知后打印告知书(file, as_user):
    client = as_user("扎西多杰")
    said = {
        "outcome": "terminated", "on": "2026-03-02", "reason": "一方拒绝或不愿继续",
        "key": str(new_id()),
    }  # fmt: skip
    answer = client.post(at(file, "closure"), data=said)
    assert answer.status_code == 422
    assert "第26条" in answer.get_data(as_text=True)
    assert client.post(at(file, "closure"), data=said | {"remedies_told": "y"}).status_code == 303
    notice = client.get(at(file, "closure/notice")).get_data(as_text=True)
    assert "一式3份" in notice
    assert "仲裁、行政、司法" in notice
    closed = client.get(at(file, "closure")).get_data(as_text=True)
    assert "还没有一份调解记录" in closed


def test_归档页面_记录齐了才能归档(file, as_user):
    file.open_gate()
    hold(file)
    client = as_user("扎西多杰")
    end = {
        "outcome": "unsettled", "on": "2026-03-02", "reason": "分歧较大", "remedies_told": "y",
        "key": str(new_id()),
    }  # fmt: skip
    assert client.post(at(file, "closure"), data=end).status_code == 303
    assert "已保存：结案。" in client.get(at(file, "closure")).text
    page = client.get(at(file, "closure")).text
    assert re.search(r"卷内还缺 \d+ 样：[^<]*人民调解受理登记表", page)
    said = {"retention": "ten_years", "compiled_by": "马文祥", "key": str(new_id())}
    assert client.post(at(file, "closure/archive"), data=said).status_code == 303
    text = client.get(at(file, "closure")).get_data(as_text=True)
    assert "2036-12-31" in text


def test_风险页面_报告以后警示消失(file, as_user):
    client = as_user("扎西多杰")
    red = {"color-risk": "red", "color-reason": "扬言报复", "color-key": str(new_id())}
    assert client.post(at(file, "risk-reports/color"), data=red).status_code == 303
    assert "还没有报告" in client.get(at(file, "risk-reports")).get_data(as_text=True)
    said = {
        "report-kind": "first", "report-organs": ["police", "county_government"],
        "report-on": "2026-03-02", "report-at": "10:30", "report-means": "telephone",
        "report-reporter": "扎西多杰", "report-situation": "双方聚集", "report-key": str(new_id()),
    }  # fmt: skip
    assert client.post(at(file, "risk-reports"), data=said).status_code == 303
    text = client.get(at(file, "risk-reports")).get_data(as_text=True)
    assert "风险还没有报告" not in text
    assert "公安机关" in text


def test_回避页面(file, world, as_user):
    client = as_user("扎西多杰")
    said = {
        "raise-mediator_id": str(world.mediators["扎西多杰"]), "raise-kind": "withdrawal_asked",
        "raise-reason": "偏袒", "raise-on": "2026-03-02", "raise-key": str(new_id()),
    }  # fmt: skip
    assert client.post(at(file, "recusals"), data=said).status_code == 303
    text = client.get(at(file, "recusals")).get_data(as_text=True)
    settle = re.search(r'action="([^"]+/settlement)"', text).group(1)
    stays = {"settle-outcome": "stays", "settle-key": str(new_id())}
    assert client.post(settle, data=stays).status_code == 409
    other = str(world.mediators["才让卓玛"])
    replaced = {
        "settle-outcome": "replaced", "settle-replacement_id": other,
        "settle-key": str(new_id()),
    }  # fmt: skip
    assert client.post(settle, data=replaced).status_code == 303


def test_结案以后补报页面还能用(database, world, bus, as_user):
    closed = {"stage": Stage.CLOSED, "outcome": "withdrawn", "closed_on": date(2026, 3, 1)}
    file = open_case(database, world, bus, **closed)
    client = as_user("扎西多杰")
    answer = client.post(at(file, "meeting-records"), data=RECORD | {"key": str(new_id())})
    assert answer.status_code == 303
    assert "案件已结案后补报" in client.get(answer.location).get_data(as_text=True)


def test_出具按钮指向卷内文书(file, as_user):
    file.open_gate()
    meeting = hold(file)
    text = as_user("扎西多杰").get(at(file, f"meetings/{meeting}")).get_data(as_text=True)
    form = re.search(r'<form[^>]*action="([^"]+/papers)".*?</form>', text, re.DOTALL)
    assert form.group(1) == at(file, "papers")
    assert 'value="mediation_record"' in form.group(0)
    assert f'value="{meeting}"' in form.group(0)


OURS = {page.name for part in (closing, handovers, meetings) for page in part.PAGES}


def ways(flask, file):
    """List every route of ours with ids filled in: the case's own, made-up ones below it."""
    for rule in flask.url_map.iter_rules():
        if rule.endpoint.split(".")[0] in OURS:
            ids = {name: new_id() for name in rule.arguments} | {"case_id": file.id}
            with flask.test_request_context():
                yield url_for(rule.endpoint, **ids), "POST" in rule.methods, rule.endpoint


class Test权限:
    """Every route of ours: strangers find nothing, a post that may not do it is told so."""

    def test_看不见案件的人_每条路都是404(self, flask, file, as_user):
        paths = list(ways(flask, file))
        assert len(paths) > 40
        for name in ("韩玉梅", "外县人"):
            client = as_user(name)
            for path, is_post, endpoint in paths:
                answer = client.post(path) if is_post else client.get(path)
                assert answer.status_code == 404, (name, endpoint)

    def test_没有这个职责的人_每一次提交都是403(self, flask, file, database, world, as_user):
        with database.write() as session:
            file.load(session).registered_by = world.users["仁青"]
        client = as_user("仁青")
        for path, is_post, endpoint in ways(flask, file):
            if is_post and endpoint != "risk_reports.create":
                assert client.post(path).status_code == 403, endpoint

    def test_管理员和没登录的人_都进不来(self, flask, file, as_user):
        administrator, nobody = as_user("管理员"), flask.test_client()
        for path, is_post, endpoint in ways(flask, file):
            answer = administrator.post(path) if is_post else administrator.get(path)
            assert answer.status_code == 403, endpoint
            stranger = nobody.post(path) if is_post else nobody.get(path)
            assert stranger.status_code in {302, 303}, endpoint
            assert "/sign-in" in stranger.location
