"""Accept, decline, send elsewhere, seat mediators, correct parties: over HTTP, as a browser would."""

import html
import re

import pytest
from sqlalchemy import select

from app.cases.model import Case
from app.cases.parties import Party, Representative
from app.cases.records import CaseMediator
from app.cases.sealed import id_number_of, phone_of
from app.kernel.ids import new_id
from tests.told import FAMILY, ID_NUMBER, OTHER, register
from tests.world import COUNTY

COURT = {"signals": {"accepted_elsewhere": "court"}}


@pytest.fixture
def visit(as_user, database, bus, world):
    return Visit(as_user, database, bus, world)


class Visit:
    """A clerk's way through one case's pages."""

    def __init__(self, as_user, database, bus, world):
        self.as_user, self.database, self.bus, self.world = as_user, database, bus, world

    def case_id(self, **changes):
        return register(self.bus, self.world, **changes)

    def case(self, case_id):
        with self.database.read() as session:
            return session.get_one(Case, (COUNTY, case_id))

    def rows(self, model):
        with self.database.read() as session:
            return session.scalars(select(model).where(model.county_id == COUNTY)).all()

    def first_party(self):
        return next(row for row in self.rows(Party) if row.ordinal == 1)

    def open(self, address, by="马文祥"):
        answer = self.as_user(by).get(address)
        return answer.status_code, said(answer)

    def send(self, address, /, by="马文祥", **fields):
        form = {"key": str(new_id())} | {n.replace("__", "-"): v for n, v in fields.items()}
        return self.as_user(by).post(address, data=form)


def said(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.text)))


def test_accepting_gives_a_file_number_and_leads_to_the_mediators(visit):
    case_id = visit.case_id()
    _, page = visit.open(f"/cases/{case_id}/acceptance")
    assert "受理后进入" in page
    answer = visit.send(
        f"/cases/{case_id}/acceptance", committee_id=visit.world.committees["甲乙村"]
    )
    assert (answer.status_code, answer.location) == (303, f"/cases/{case_id}/mediators")
    assert "（2026）共倒甲人调字第1号" in visit.open(f"/cases/{case_id}/acceptance")[1]


def test_75号令24条_what_is_excluded_shows_reason_organ_address_and_phone(visit):
    case_id = visit.case_id(**COURT)
    _, page = visit.open(f"/cases/{case_id}/acceptance")
    assert "不能受理" in page
    assert "人民法院" in page
    refused = visit.send(
        f"/cases/{case_id}/acceptance", committee_id=visit.world.committees["甲乙村"]
    )
    assert refused.status_code == 409
    answer = visit.send(
        f"/cases/{case_id}/acceptance/refusal", refer_to="court", reason="法院已受理"
    )
    assert answer.status_code == 303
    _, decided = visit.open(f"/cases/{case_id}/acceptance")
    assert "法院已受理" in decided
    assert "12368" in decided
    assert "待本县填写" in decided
    assert "出具不予受理告知书" in decided


def test_declining_without_a_reason_comes_back(visit):
    case_id = visit.case_id()
    answer = visit.send(f"/cases/{case_id}/acceptance/refusal", refer_to="court", reason="")
    assert answer.status_code == 422
    assert "不予受理的理由" in answer.text


def test_a_stale_page_is_told_and_the_words_are_kept(visit):
    case_id = visit.case_id()
    seen = visit.case(case_id).version
    visit.send(f"/cases/{case_id}/routing")
    answer = visit.send(
        f"/cases/{case_id}/acceptance/refusal",
        refer_to="court",
        reason="写了很久的理由",
        seen_version=seen,
    )
    assert answer.status_code == 409
    assert "写了很久的理由" in answer.text


def test_routing_again_comes_back_to_the_derivation(visit):
    case_id = visit.case_id()
    answer = visit.send(f"/cases/{case_id}/routing")
    assert (answer.status_code, answer.location) == (303, f"/cases/{case_id}/routing")


def test_an_override_needs_a_reason(visit):
    case_id = visit.case_id()
    fields = {"desk_level": "county", "desk_committee": "county_center", "committee_id": ""}
    assert (
        visit.send(f"/cases/{case_id}/override", by="李主任", reason="", **fields).status_code
        == 422
    )
    assert (
        visit.send(
            f"/cases/{case_id}/override", by="李主任", reason="都是县城住户", **fields
        ).status_code
        == 303
    )
    assert visit.case(case_id).committee_id == visit.world.committees["县中心"]
    assert visit.send(f"/cases/{case_id}/override", reason="x", **fields).status_code == 403


def test_after_a_step_the_page_says_what_was_kept_and_leads_on(visit):
    case_id, client = visit.case_id(), visit.as_user("马文祥")
    taken = {"committee_id": visit.world.committees["甲乙村"], "key": str(new_id())}
    answer = client.post(f"/cases/{case_id}/acceptance", data=taken)
    page = said(client.get(answer.location))
    assert "已保存：受理。" in page
    assert "下一步：" not in page  # it is this page
    client.post(answer.location, data={"chair_id": visit.world.mediators["完玛"], "key": new_id()})
    page = said(client.get(f"/cases/{case_id}/acceptance"))
    assert "已保存：指定调解员。" in page
    assert "下一步：" not in page  # it is somebody else's
    visit.send(f"/cases/{case_id}/consents", by="完玛")
    assert "已保存" not in said(client.get(f"/cases/{case_id}/acceptance"))  # said once


def test_whose_step_comes_next_is_led_there(visit):
    case_id, client = visit.case_id(), visit.as_user("完玛")
    for address, more in (
        ("acceptance", {"committee_id": visit.world.committees["甲乙村"]}),
        ("mediators", {"chair_id": visit.world.mediators["完玛"]}),
    ):
        visit.send(f"/cases/{case_id}/{address}", **more)
    heard = {"key": new_id(), "party_ids": [row.id for row in visit.rows(Party)]}
    heard |= {"form": "oral", "on": "2026-03-02"}
    answer = client.post(f"/cases/{case_id}/rights-notice", data=heard)
    assert answer.status_code == 303, said(answer)
    page = said(client.get(answer.location))
    assert "已保存：告知权利义务。" in page
    assert "下一步： 征求意愿 还有 2 方没有问过是否愿意调解" in page


def test_the_nearest_mediators_stand_first_and_the_best_is_proposed(visit):
    case_id = visit.case_id()
    visit.send(f"/cases/{case_id}/acceptance", committee_id=visit.world.committees["甲乙村"])
    page = visit.as_user("马文祥").get(f"/cases/{case_id}/mediators").text
    in_sight, folded = page.split("其他调委会的调解员（", 1)
    ours, theirs = (str(visit.world.mediators[name]) for name in ("完玛", "扎西多杰"))
    box = 'type="checkbox" value="{}"'
    assert box.format(ours) in in_sight
    assert box.format(theirs) in folded
    assert re.search(f'<option selected value="{ours}">', page)
    assert visit.rows(CaseMediator) == []  # proposed only: a person names them
    visit.send(f"/cases/{case_id}/mediators", chair_id=theirs)
    page = visit.as_user("马文祥").get(f"/cases/{case_id}/mediators").text
    assert re.search(f'<option selected value="{theirs}">', page)
    assert box.format(theirs) in page.split("其他调委会的调解员（", 1)[0]


def test_mediators_are_seated_with_a_chair(visit):
    case_id = visit.case_id()
    _, page = visit.open(f"/cases/{case_id}/mediators")
    assert "扎西多杰" in page
    assert visit.send(f"/cases/{case_id}/mediators").status_code == 422
    ids = [str(visit.world.mediators[name]) for name in ("完玛", "扎西多杰")]
    answer = visit.send(f"/cases/{case_id}/mediators", chair_id=ids[0], others=[ids[1]])
    assert answer.status_code == 303
    assert {(str(row.mediator_id), row.is_chair) for row in visit.rows(CaseMediator)} == {
        (ids[0], True), (ids[1], False),
    }  # fmt: skip


def correction(**changes):
    fields = {"side": "applicant", "kind": "person", "name": "才旦", "id_number": "", "phone": ""}
    return {f"parties-0-{name}": value for name, value in (fields | changes).items()}


def test_numbers_are_not_shown_kept_when_empty_and_taken_out_with_a_dash(visit):
    case_id = visit.case_id(
        parties=[FAMILY | {"id_number": ID_NUMBER, "phone": "13897412345"}, OTHER]
    )
    party, ring = visit.first_party(), visit.database.ring
    address = f"/cases/{case_id}/parties/{party.id}"
    page = visit.as_user("马文祥").get(address).text
    assert ID_NUMBER not in page
    assert "13897412345" not in page
    assert visit.send(address, **correction(name="才旦加", phone="-")).status_code == 303
    row = next(row for row in visit.rows(Party) if row.id == party.id)
    assert (row.name, id_number_of(row, ring), phone_of(row, ring)) == ("才旦加", ID_NUMBER, None)


def test_a_wrong_correction_comes_back_with_the_words(visit):
    case_id = visit.case_id()
    party = visit.first_party()
    answer = visit.send(
        f"/cases/{case_id}/parties/{party.id}", **correction(phone="12345", address="北山沟口")
    )
    assert answer.status_code == 422
    assert 'id="error-parties-0-phone"' in answer.text
    assert "北山沟口" in answer.text


def test_another_party_is_added(visit):
    case_id = visit.case_id()
    fields = correction(name="卓玛", side="respondent", consents="no")
    assert visit.send(f"/cases/{case_id}/parties", **fields).status_code == 303
    assert len(visit.rows(Party)) == 3
    assert visit.case(case_id).refused_on is not None


def test_a_guardian_is_put_down(visit):
    case_id = visit.case_id()
    party = visit.first_party()
    address = f"/cases/{case_id}/parties/{party.id}/representatives"
    assert visit.open(address)[0] == 200
    answer = visit.send(
        address, name="卓玛", kind="guardian", relation="母亲", phone="138 9741 2345"
    )
    assert answer.status_code == 303
    assert [(row.name, row.relation) for row in visit.rows(Representative)] == [("卓玛", "母亲")]


@pytest.mark.parametrize("page", ["acceptance", "mediators", "parties", "override", "receipt"])
def test_a_case_of_another_township_is_not_there(visit, page):
    case_id = visit.case_id()
    assert visit.open(f"/cases/{case_id}/{page}", by="韩玉梅")[0] == 404
    assert visit.open(f"/cases/{case_id}/{page}", by="外县人")[0] == 404


@pytest.mark.parametrize(
    "page",
    [
        "acceptance",
        "acceptance/refusal",
        "mediators",
        "parties",
        "override",
        "routing",
        "retellings",
    ],
)
def test_nothing_of_another_county_can_be_changed(visit, page):
    case_id = visit.case_id()
    assert visit.send(f"/cases/{case_id}/{page}", by="外县人").status_code == 404


def test_corrected_particulars_ask_the_rules_again(visit):
    case_id = visit.case_id(**COURT)
    page = visit.as_user("马文祥").get(f"/cases/{case_id}/particulars").text
    assert 'value="邻里"' in page
    assert "两家为院墙滴水争吵" in page
    fields = {
        "dispute_type": "邻里", "summary": "两家为院墙滴水争吵，法院没有受理。", "area": "甲乙村",
        "signals__accepted_elsewhere": "", "claims": "移开水槽", "amount": "500",
    }  # fmt: skip
    answer = visit.send(f"/cases/{case_id}/particulars", **fields)
    assert (answer.status_code, answer.location) == (303, f"/cases/{case_id}/routing")
    case = visit.case(case_id)
    assert (case.amount_fen, case.committee_id) == (50000, visit.world.committees["甲乙村"])
    assert len(visit.rows(Party)) == 2


def test_every_day_that_is_known_stands_in_the_correction(visit):
    days = {
        "occurred_on": "2026-02-11",
        "prior_attempts": [{"by": "village", "outcome": "failed", "on": "2026-02-12"}],
        "referral": {"body": "共和县人民法院", "received_material_on": "2026-02-13"},
    }
    page = visit.as_user("马文祥").get(f"/cases/{visit.case_id(**days)}/particulars")
    assert page.status_code == 200
    for day in ("2026-02-11", "2026-02-12", "2026-02-13"):
        assert f'value="{day}"' in page.text


def test_a_wrong_particular_comes_back_beside_its_field(visit):
    case_id = visit.case_id()
    answer = visit.send(
        f"/cases/{case_id}/particulars", dispute_type="邻里", summary="", amount="多"
    )
    assert answer.status_code == 422
    assert 'id="error-amount"' in answer.text
    assert 'id="error-summary"' in answer.text


def test_the_county_writes_down_where_an_organ_is(visit):
    case_id = visit.case_id(**COURT)
    address = "/places/referral-targets/court"
    assert visit.open("/places/referral-targets", by="李主任")[0] == 200
    fields = {"name": "共和县人民法院", "address": "城北新区", "phone": "0974-8512345"}
    assert visit.send(address, by="马文祥", **fields).status_code == 403
    assert visit.send(address, by="李主任", name="").status_code == 422
    assert visit.send(address, by="李主任", **fields).status_code == 303
    visit.send(f"/cases/{case_id}/acceptance/refusal", refer_to="court", reason="法院已受理")
    _, decided = visit.open(f"/cases/{case_id}/acceptance")
    assert "城北新区" in decided
    assert visit.open("/places/referral-targets/nowhere", by="李主任")[0] == 404
