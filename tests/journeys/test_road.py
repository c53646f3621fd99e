"""The road in the browser: one dispute from the front desk to a signed agreement and a closed case."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import expect

from app.cases.model import Case
from app.kernel.footprints import Footprint, verify
from tests.journeys.walker import TODAY, Walker, register
from tests.world import COUNTY

pytestmark = pytest.mark.browser
SUMMARY = "旦正家的羊越过围栏，吃了才旦家的草场。"
DEAL = {
    "facts": "2026年2月，旦正家的羊越过围栏，吃了才旦家约三亩草场。",
    "clauses__0": "旦正于2026年3月2日前赔偿才旦人民币3000元（大写：叁仟元整），现金当面付清。",
    "obligations__0__debtor": "旦正",
    "obligations__0__creditor": "才旦",
    "obligations__0__what": "赔偿草场损失",
    "obligations__0__amount": "3000",
    "obligations__0__due_on": TODAY,
    "obligations__0__manner": "现金",
    "obligations__0__place": "甲乙村村委会",
    "recorder": "完玛",
}


@pytest.fixture
def accepted(page_of):
    """A grassland case of two villages, accepted by the township with both parties told."""
    desk = register(
        page_of("马文祥"), dispute="山林土地", summary=SUMMARY, claims="赔偿三千元", amount="3000",
        parties=(("才旦", "甲乙村"), ("旦正", "黄科村")),
    )  # fmt: skip
    walker = Walker(page_of("扎西多杰"), desk.case)
    assert walker.next_step() == "受理"
    walker.at("/acceptance").press("受理并编卷号").fill(chair_id="扎西多杰").press("指定")
    walker.at("/rights-notice").tick("party_ids").fill(form="口头").press("登记已告知")
    return walker


def consult(walker):
    """Hold a joint consultation with the grassland station, which promises something."""
    walker.at("/meetings").fill(
        kind="集体会诊", held_on=TODAY, starts="16:00", place="镇政府", method="面对面"
    )
    walker.press("安排")
    meeting = re.search(r"/meetings/([0-9a-f-]{36})", walker.page.url)[1]
    walker.at(f"/meetings/{meeting}/consultation")
    walker.fill(asking__body="镇林草站", asking__bring="草原承包合同和四至图").press("通知单位")
    walker.page.get_by_role("link", name="镇林草站").first.click()
    walker.fill(answer__answer="已确认", answer__attendee="多杰").press("登记回执")
    walker.page.get_by_role("link", name="镇林草站").first.click() if "bodies" not in (
        walker.page.url
    ) else None
    walker.fill(commitments__what="复丈四至界线", commitments__due_on="2026-03-10")
    walker.press("记下承诺")
    walker.at(f"/meetings/{meeting}/record").record("调解成功", "林草站核对了四至，双方同意赔偿。")


def sign(walker):
    """Everybody signs on paper; the seal comes last."""
    rows = walker.page.locator("[name$='-signer']").count()
    walker.fill(**{f"rows__{n}__on": TODAY for n in range(rows)}).press("登记签字")
    walker.press("登记盖章")


def test_from_the_front_desk_to_a_signed_agreement_and_a_closed_case(accepted, page_of, database):
    walker = accepted
    walker.hold("进村出诊", "有待继续调解", "到草场看了围栏，双方各说各话。", "2026-03-05")
    consult(walker)
    assert walker.next_step() == "写协议"
    walker.at("/agreement").fill(**DEAL).press("定稿，准备签字")
    sign(walker)
    walker.sees("2026-03-02 起生效")
    with database.read() as session:
        assert session.query(Case).one().stage == "home_follow_up"
    walker.at("/routing").sees("人民调解法", "去向")
    follow_up(walker, page_of)
    walker.at("/closure").fill(outcome="调解成功").press("结案")
    walker.at().sees("举行调解", "协议生效", "结案")
    with database.read() as session:
        case = session.query(Case).one()
        assert (case.stage, case.outcome) == ("closed", "settled")
        verdict = verify(session, COUNTY, database.ring.chain_key)
        assert (verdict.broken_at, verdict.rows) == (None, session.query(Footprint).count())


def follow_up(walker, page_of):
    walker.at("/agreement/obligations/1/fulfillment")
    walker.page.get_by_role("checkbox", name=re.compile("履行完|全部")).first.check()
    walker.fill(done__amount="3000", done__proof="才旦写了收条").press("登记履行")
    other = Walker(page_of("马文祥"), walker.case)
    other.at("/revisits").fill(
        party_id="才旦", manner="电话", visitors="马文祥", fulfillment_heard="已全部履行",
        satisfaction="满意", satisfaction_asked_by="马文祥",
    )  # fmt: skip
    other.press("登记回访")


def test_the_agreement_is_printed_sealed_and_verified(accepted, flask, tmp_path):
    walker = accepted
    walker.hold("进村出诊", "调解成功", "双方当场说定。")
    walker.at("/agreement").fill(**DEAL).press("定稿，准备签字")
    sign(walker)
    walker.at("/papers")
    row = walker.page.get_by_role("row").filter(has_text="人民调解协议书")
    with walker.page.expect_navigation():
        row.get_by_role("button", name="出具").click()
    link = walker.at("/papers").page.get_by_role("row").filter(has_text="人民调解协议书")
    address = link.get_by_role("link").first.get_attribute("href")
    answer = walker.page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    pdf = answer.body()
    file = tmp_path / "协议书.pdf"
    file.write_bytes(pdf)
    told = verified(flask, file)
    said = json.loads(told.stdout)
    assert (told.exit_code, said["valid"], said["register"]) == (0, True, "known"), said
    file.write_bytes(pdf[:-1000] + pdf[-990:])
    assert verified(flask, file).exit_code == 1


def verified(flask, file):
    """Ask the command line in a thread of its own: the browser's event loop runs in this one."""
    with ThreadPoolExecutor(1) as beside:
        args = ["papers", "verify", str(file)]
        return beside.submit(flask.test_cli_runner().invoke, args=args).result()


def test_人民调解法26条_a_refusal_ends_mediation_and_prints_the_other_remedies(accepted):
    walker = accepted
    walker.at("/consents").fill(party_id="旦正", form="电话", reason="不愿意再谈", on=TODAY)
    walker.page.get_by_role("radio", name="拒绝").or_(
        walker.page.locator("[name=agrees][value=no]")
    ).first.check()
    walker.press("登记表态")
    assert walker.next_step() == "终止并告知"
    walker.at("/closure").fill(outcome="终止调解", reason="旦正明确拒绝调解")
    walker.tick("remedies_told").press("结案")
    walker.at("/closure/notice").sees("终止调解告知书", "仲裁", "诉讼")
    expect(walker.page.locator("main")).to_contain_text("旦正")


def test_人民调解法28条_an_oral_agreement_holds_from_the_day_it_was_reached(accepted, database):
    walker = accepted
    walker.hold("进村出诊", "调解成功", "双方当场说定，不要书面协议。")
    walker.at("/agreement").fill(form="口头", **DEAL)
    walker.press("定稿，准备签字")
    walker.at("/agreement").sees("2026-03-02 起生效")
    with database.read() as session:
        assert session.query(Case).one().stage == "home_follow_up"
