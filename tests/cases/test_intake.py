"""A dispute told is taken into the books: whole, once, numbered, routed, and readable again."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from sqlalchemy import func, select

from app.access.actor import actor_of
from app.cases.acceptance import acceptance_of
from app.cases.commands import (
    AcceptCase,
    AssignMediators,
    DeclineCase,
    OverrideRouting,
    RouteCase,
)
from app.cases.enums import DeskCommittee, DeskLevel, Organ
from app.cases.intake.before import Correction
from app.cases.intake.commands import (
    AddParty,
    AddRepresentative,
    CorrectParticulars,
    CorrectParty,
    DiscardDraft,
    RegisterIntake,
    SaveDraft,
    TellAgain,
)
from app.cases.intake.drafts import drafts_of
from app.cases.intake.likeness import likenesses
from app.cases.intake.problems import BadRecord
from app.cases.intake.reading import read
from app.cases.intake.recall import record_of
from app.cases.intake.record import IntakeRecord, PartySaid, RepresentativeSaid
from app.cases.intake.retelling import retellings_of
from app.cases.intake.tags import Tag
from app.cases.model import Case
from app.cases.parties import Consent, Party, Representative
from app.cases.records import CaseMediator, RoutingDecision, RoutingOverride
from app.cases.recusal_commands import RaiseRecusal, RecusalKind
from app.cases.routing.proposals import last_decision, why_not
from app.cases.sealed import id_number_of, masked_id_number, masked_phone
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow, Stale
from app.kernel.footprints import Footprint
from app.kernel.ids import new_id
from app.places.model import Area
from tests.told import FAMILY, ID_NUMBER, OTHER, RECORDS, register, told
from tests.world import COUNTY, ELSEWHERE, OTHER_TOWNSHIP, TODAY, TOWNSHIP, VILLAGE

DECISION = Draft202012Validator(
    json.loads(Path("contract/decision.schema.json").read_text(encoding="utf-8"))
)
EXCLUDED = {"signals": {"accepted_elsewhere": "court"}}


@pytest.fixture
def desk(database, world, bus):
    return Desk(database, world, bus)


class Desk:
    """The intake desk of the small world."""

    def __init__(self, database, world, bus):
        self.database, self.world, self.bus = database, world, bus

    def register(self, by="马文祥", key=None, **changes):
        return register(self.bus, self.world, by, key, **changes)

    def say(self, what, case_id, by="马文祥", on=TODAY, **said):
        actor = self.world.users[by]
        command = what(county_id=COUNTY, actor_id=actor, on=on, case_id=case_id, **said)
        return self.bus.execute(command)

    def ask(self, case_id, question):
        with self.database.read() as session:
            return question(session, session.get_one(Case, (COUNTY, case_id)))

    def case(self, case_id):
        return self.ask(case_id, lambda _, case: case)

    def count(self, model):
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(model))

    def parties(self, case_id):
        query = select(Party).where(Party.case_id == case_id).order_by(Party.ordinal)
        return self.ask(case_id, lambda session, _: list(session.scalars(query)))

    def trail(self, case_id):
        query = select(Footprint.tag).where(Footprint.case_id == case_id)
        with self.database.read() as session:
            return list(session.scalars(query.order_by(Footprint.position)))

    def accept(self, case_id, committee=None, **said):
        committee_id = (
            self.world.committees[committee] if committee else self.case(case_id).committee_id
        )
        return self.say(AcceptCase, case_id, committee_id=committee_id, **said)


# --- registering -----------------------------------------------------------------------------


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None
)
@given(RECORDS)
def test_a_stored_case_gives_back_the_record_it_came_from(database, world, bus, mapping):
    unknown = dict.fromkeys(told(), ...)
    case_id = register(bus, world, **(unknown | mapping | {"ref": str(new_id())}))
    with database.read() as session:
        case = session.get_one(Case, (COUNTY, case_id))
        again = record_of(session, case)
    kept = read(mapping | {"ref": case.ref}, today=TODAY).to_record()
    assert again | {"scope": None} == kept | {"scope": None}
    assert kept.get("scope") in (None, again.get("scope"))


def test_a_case_gets_the_next_number_of_its_year_and_a_title(desk):
    first = desk.case(desk.register())
    second = desk.case(desk.register())
    old = desk.case(desk.register(received_on="2025-12-31"))
    assert (first.number, second.number) == ("共调〔2026〕1号", "共调〔2026〕2号")
    assert old.number == "共调〔2025〕1号"
    assert first.title == "才旦与旦正邻里纠纷"


def test_the_day_of_the_request_is_kept_for_limitation(desk):
    """时效规定 12 条: the application interrupts limitation on this day."""
    case = desk.case(desk.register(received_on="2026-02-27"))
    assert case.requested_on == date(2026, 2, 27)


def test_registering_leaves_its_footprints(desk):
    assert desk.trail(desk.register())[:2] == [Tag.REGISTERED, Tag.ROUTED]


def test_footprints_carry_no_personal_data(desk):
    case_id = desk.register(parties=[FAMILY | {"id_number": ID_NUMBER, "phone": "13897412345"}])
    with desk.database.read() as session:
        query = select(Footprint.particulars).where(Footprint.case_id == case_id)
        said = " ".join(session.scalars(query))
    assert not any(word in said for word in ("才旦", ID_NUMBER, "13897412345"))


def test_identity_number_and_phone_are_sealed_and_masked(desk):
    case_id = desk.register(parties=[FAMILY | {"id_number": ID_NUMBER, "phone": "13897412345"}])
    party = desk.parties(case_id)[0]
    ring = desk.database.ring
    assert ID_NUMBER.encode() not in party.id_number_sealed
    assert id_number_of(party, ring) == ID_NUMBER
    assert masked_id_number(party, ring) == "6325************15"
    assert masked_phone(party, ring) == "138****2345"


@pytest.mark.parametrize(
    ("changes", "township", "village"),
    [
        ({"area": VILLAGE}, TOWNSHIP, VILLAGE),
        ({"area": TOWNSHIP}, TOWNSHIP, None),
        ({"area": None}, TOWNSHIP, VILLAGE),
        ({"area": "632521"}, TOWNSHIP, VILLAGE),
        ({"area": "632521999"}, TOWNSHIP, VILLAGE),
        (
            {"area": None, "parties": [FAMILY, OTHER | {"area": OTHER_TOWNSHIP}]},
            OTHER_TOWNSHIP,
            None,
        ),
        ({"area": None, "parties": [FAMILY, OTHER | {"area": "622921"}]}, TOWNSHIP, VILLAGE),
        ({"area": None, "parties": [FAMILY | {"area": None}]}, None, None),
    ],
)
def test_the_case_belongs_to_a_township_and_village(desk, changes, township, village):
    case = desk.case(desk.register(**changes))
    assert (case.township_code, case.village_code) == (township, village)


def test_a_statistical_area_is_no_township(desk):
    with desk.database.write() as session:
        session.add(
            Area(county_id=COUNTY, code="632521400", name="园区", level="township",
                 parent_code=COUNTY, is_statistical=True)
        )  # fmt: skip
    case = desk.case(desk.register(area="632521400", parties=[FAMILY | {"area": None}]))
    assert (case.area_code, case.township_code) == ("632521400", None)


def test_scope_is_derived_from_the_homes(desk):
    apart = [FAMILY, OTHER | {"area": "632521101202"}]
    assert desk.case(desk.register()).scope == "same_village"
    assert desk.case(desk.register(parties=apart)).scope == "cross_village"
    assert desk.case(desk.register(parties=apart, scope="cross_county")).scope == "cross_county"


def test_two_hundred_parties_are_taken(desk):
    crowd = [FAMILY | {"name": f"才旦{n}"} for n in range(199)] + [OTHER]
    case_id = desk.register(parties=crowd)
    assert len(desk.parties(case_id)) == 200
    assert desk.case(case_id).title == "才旦0等与旦正邻里纠纷"


def test_a_bad_record_leaves_nothing_behind(desk):
    record = read(told(), today=date(2027, 1, 1))
    late = IntakeRecord.from_record(record.to_record() | {"received_on": "2026-12-31"})
    command = RegisterIntake(
        county_id=COUNTY, actor_id=desk.world.users["马文祥"], on=late.received_on, record=late
    )
    with pytest.raises(BadRecord, match="晚于今天"):
        desk.bus.execute(command)
    assert (desk.count(Case), desk.count(Party), desk.count(Footprint)) == (0, 0, 0)


def test_a_double_click_registers_once(desk):
    key, ref = new_id(), str(new_id())
    assert desk.register(key=key, ref=ref) == desk.register(key=key, ref=ref)
    assert desk.count(Case) == 1


def test_the_same_ref_of_the_same_sender_is_one_case(desk):
    first = desk.register(sender="12345平台", ref="A-1")
    again = desk.register(sender="12345平台", ref="A-1", summary="换了说法")
    other = desk.register(sender="公安", ref="A-1")
    assert first == again != other
    assert desk.case(first).summary == told()["summary"]


def test_the_key_of_another_form_tells_something_else(desk):
    key = new_id()
    desk.register(key=key)
    with pytest.raises(Stale):
        desk.register(key=key, summary="另一件事")


def test_人民调解法17条_a_clear_refusal_is_kept_from_the_first_day(desk):
    case_id = desk.register(parties=[FAMILY | {"consents": True}, OTHER | {"consents": False}])
    assert desk.case(case_id).refused_on == TODAY
    said = desk.ask(
        case_id, lambda session, _: {c.agrees for c in session.scalars(select(Consent))}
    )
    assert said == {True, False}
    with pytest.raises(NotNow, match="人民调解法第17条"):
        desk.accept(case_id)


def test_who_may_not_register_is_refused(desk):
    with pytest.raises(NotAllowed):
        desk.register(by="管理员")


# --- routing ---------------------------------------------------------------------------------


def test_a_decision_is_kept_with_the_facts_it_saw(desk):
    case_id = desk.register()
    row = desk.ask(case_id, last_decision)
    assert DECISION.is_valid(row.answer)
    assert row.facts["dispute_type"] == "neighbor"
    assert (row.on, row.engine_agrees) == (TODAY, True)


def test_a_small_dispute_in_a_village_goes_to_its_village_committee(desk):
    case = desk.case(desk.register())
    assert (case.desk_level, case.desk_committee) == ("village", "village")
    assert case.committee_id == desk.world.committees["甲乙村"]


def test_where_a_committee_is_missing_the_next_one_stands_in_and_it_is_flagged(desk):
    other = "632521101202"
    case_id = desk.register(area=other, parties=[FAMILY | {"area": other}, OTHER | {"area": other}])
    case = desk.case(case_id)
    assert case.desk_committee == "village"
    assert case.committee_id == desk.world.committees["倒淌河镇"]
    with desk.database.read() as session:
        query = select(Footprint).where(Footprint.case_id == case_id, Footprint.tag == Tag.ROUTED)
        assert session.scalars(query).one().details["committee_found"] is False


def test_routing_again_keeps_both_answers(desk):
    case_id = desk.register()
    desk.say(RouteCase, case_id)
    assert desk.count(RoutingDecision) == 2


def test_after_acceptance_only_a_handover_moves_the_case(desk):
    case_id = desk.register()
    desk.accept(case_id, "县中心")
    decision = desk.ask(case_id, last_decision)
    desk.say(RouteCase, case_id)
    assert desk.case(case_id).committee_id == desk.world.committees["县中心"]
    assert desk.count(RoutingDecision) == 2
    with pytest.raises(NotNow, match="移交"):
        desk.say(
            OverrideRouting, case_id, by="李主任", decision_id=decision.id, reason="想改",
            desk_level=DeskLevel.VILLAGE, desk_committee=DeskCommittee.VILLAGE, committee_id=None,
        )  # fmt: skip


def test_an_override_says_why_and_leaves_the_rules_answer(desk):
    case_id = desk.register()
    before = desk.ask(case_id, last_decision)
    desk.say(
        OverrideRouting, case_id, by="李主任", decision_id=before.id, reason="双方都是县城住户",
        desk_level=DeskLevel.COUNTY, desk_committee=DeskCommittee.COUNTY_CENTER, committee_id=None,
    )  # fmt: skip
    case = desk.case(case_id)
    assert (case.desk_level, case.committee_id) == ("county", desk.world.committees["县中心"])
    assert desk.ask(case_id, last_decision).answer == before.answer
    assert desk.count(RoutingOverride) == 1


@pytest.mark.parametrize(
    ("by", "reason", "error"),
    [
        ("李主任", "  ", Incomplete),
        ("马文祥", "有理由", NotAllowed),
        ("韩玉梅", "有理由", NotFound),
    ],
)
def test_an_override_needs_reason_and_rank(desk, by, reason, error):
    case_id = desk.register()
    decision = desk.ask(case_id, last_decision)
    with pytest.raises(error):
        desk.say(
            OverrideRouting, case_id, by=by, decision_id=decision.id, reason=reason,
            desk_level=DeskLevel.COUNTY, desk_committee=DeskCommittee.COUNTY_CENTER,
            committee_id=None,
        )  # fmt: skip


# --- accepting and declining -----------------------------------------------------------------


def test_卷号_runs_per_committee_and_year_from_one(desk):
    numbers = [
        desk.accept(desk.register(), committee) for committee in ("县中心", "县中心", "倒淌河镇")
    ]
    assert numbers == ["（2026）共人调字第1号", "（2026）共人调字第2号", "（2026）共倒人调字第1号"]


def test_accepting_takes_the_first_step_the_rules_propose(desk):
    case_id = desk.register()
    proposed = desk.ask(case_id, last_decision).answer["stage"]
    desk.accept(case_id)
    case = desk.case(case_id)
    assert (case.stage, case.accepted_on) == (proposed, TODAY)
    assert desk.ask(case_id, acceptance_of).is_accepted


def test_75号令22条_what_a_court_has_accepted_is_not_accepted_and_the_court_is_named(desk):
    case_id = desk.register(**EXCLUDED)
    with pytest.raises(NotNow, match=r"不属于人民调解范围.*不予受理"):
        desk.accept(case_id)
    decision = desk.ask(case_id, last_decision)
    assert "court" in {one["organ"] for one in decision.answer["refer_to"] if one["instead"]}
    assert desk.case(case_id).file_number is None


def test_75号令24条_declining_names_reason_and_organ_and_keeps_the_dispute(desk):
    case_id = desk.register(**EXCLUDED)
    desk.say(DeclineCase, case_id, reason="法院已受理", refer_to=Organ.COURT)
    case, said = desk.case(case_id), desk.ask(case_id, acceptance_of)
    assert (case.stage, case.outcome, case.closed_on) == ("closed", "declined", TODAY)
    assert (said.reason, said.refer_to, said.is_accepted) == ("法院已受理", "court", False)


def test_declining_without_a_reason_is_refused(desk):
    case_id = desk.register()
    with pytest.raises(Incomplete, match="《人民调解工作若干规定》第24条"):
        desk.say(DeclineCase, case_id, reason=" ", refer_to=Organ.COURT)


def test_nobody_accepts_twice_or_declines_what_was_accepted(desk):
    case_id = desk.register()
    desk.accept(case_id)
    with pytest.raises(NotNow, match="已在 2026-03-02 受理"):
        desk.accept(case_id)
    with pytest.raises(NotNow, match="已在 2026-03-02 受理"):
        desk.say(DeclineCase, case_id, reason="晚了", refer_to=Organ.COURT)


def test_acceptance_is_never_before_the_request(desk):
    case_id = desk.register()
    with pytest.raises(Incomplete, match="早于登记日期"):
        desk.accept(case_id, on=date(2026, 3, 1))


def test_a_township_mediator_accepts_only_for_near_committees(desk):
    case_id = desk.register()
    with pytest.raises(NotAllowed, match="改派"):
        desk.accept(case_id, "县中心", by="扎西多杰")
    assert desk.accept(case_id, "倒淌河镇", by="扎西多杰").startswith("（2026）共倒")


def test_another_county_neither_sees_nor_accepts(desk):
    case_id = desk.register()
    stranger = AcceptCase(
        county_id=ELSEWHERE, actor_id=desk.world.users["外县人"], on=TODAY, case_id=case_id,
        committee_id=desk.world.committees["县中心"],
    )  # fmt: skip
    with pytest.raises(NotFound):
        desk.bus.execute(stranger)


def test_a_stale_page_does_not_accept(desk):
    case_id = desk.register()
    seen = desk.case(case_id).version
    desk.say(RouteCase, case_id)
    with pytest.raises(Stale):
        desk.accept(case_id, seen_version=seen)


def test_what_the_rules_leave_open_waits_for_a_person_who_may_accept(desk):
    case_id = desk.register(dispute_type="other", area=None, parties=[FAMILY | {"area": None}])
    decision = desk.ask(case_id, last_decision)
    assert desk.ask(case_id, why_not) is None or decision.admissible == "no"


# --- mediators -------------------------------------------------------------------------------


def assign(desk, case_id, *names, **said):
    ids = tuple(desk.world.mediators[name] for name in names)
    return desk.say(AssignMediators, case_id, mediator_ids=ids, **said)


def seats(desk, case_id):
    query = select(CaseMediator).where(CaseMediator.case_id == case_id)
    with desk.database.read() as session:
        rows = session.scalars(query).all()
    names = {mediator_id: name for name, mediator_id in desk.world.mediators.items()}
    return {names[row.mediator_id]: (row.is_chair, row.until_on) for row in rows}


def test_人民调解法19条_at_least_one_mediator_and_the_first_chairs(desk):
    case_id = desk.register()
    with pytest.raises(Incomplete, match="人民调解法第19条"):
        assign(desk, case_id)
    assign(desk, case_id, "扎西多杰", "完玛")
    assert seats(desk, case_id) == {"扎西多杰": (True, None), "完玛": (False, None)}


def test_who_is_replaced_stays_in_the_history(desk):
    case_id = desk.register()
    assign(desk, case_id, "扎西多杰", "完玛")
    assign(desk, case_id, "完玛")
    assert seats(desk, case_id) == {"扎西多杰": (True, TODAY), "完玛": (True, None)}


def test_a_mediator_with_a_declared_relation_is_not_assigned(desk):
    case_id = desk.register()
    desk.say(
        RaiseRecusal, case_id, by="李主任", mediator_id=desk.world.mediators["完玛"],
        kind=RecusalKind.RELATION_DECLARED, reason="是申请人的姐夫",
    )  # fmt: skip
    with pytest.raises(NotNow, match=r"完玛在本案有回避情形（是申请人的姐夫）"):
        assign(desk, case_id, "完玛")


# --- drafts, telling again, corrections ------------------------------------------------------


def draft(desk, what=SaveDraft, by="马文祥", **said):
    said = {"draft_id": new_id()} | said
    actor = desk.world.users[by]
    return desk.bus.execute(what(county_id=COUNTY, actor_id=actor, on=TODAY, **said))


def test_a_draft_is_kept_as_typed_sealed_and_only_for_its_writer(desk):
    typed = f"parties-0-name=才旦&born=1990-&id={ID_NUMBER}"
    draft_id = draft(desk, title="才旦", typed=typed)
    draft(desk, draft_id=draft_id, title="才旦", typed=typed + "&x=1")
    with desk.database.read() as session:
        mine = drafts_of(session, COUNTY, desk.world.users["马文祥"])
        assert [one.typed(desk.database.ring) for one in mine] == [typed + "&x=1"]
        assert ID_NUMBER.encode() not in mine[0].typed_sealed
        assert drafts_of(session, COUNTY, desk.world.users["李主任"]) == []
    for what, said in ((SaveDraft, {"title": "", "typed": ""}), (DiscardDraft, {})):
        with pytest.raises(NotFound):
            draft(desk, what, by="李主任", draft_id=draft_id, **said)


def test_a_registered_draft_is_gone(desk):
    draft_id = draft(desk, title="才旦", typed="a=b")
    desk.register(draft_id=draft_id)
    with pytest.raises(NotFound):
        draft(desk, DiscardDraft, draft_id=draft_id)


def test_too_many_drafts_are_refused_in_words(desk):
    for _ in range(20):
        draft(desk, title="x", typed="a=b")
    with pytest.raises(Incomplete, match="20 份草稿"):
        draft(desk, title="x", typed="a=b")


def test_told_again_makes_no_second_case_and_loses_nothing(desk):
    case_id = desk.register(claims=["移开水槽"])
    third = {"side": "third", "kind": "person", "name": "卓玛"}
    record = read(
        told(summary="又吵了一架", channel="police", claims=["移开水槽", "赔礼"],
             parties=[FAMILY, OTHER, third]),
        today=TODAY,
    )  # fmt: skip
    desk.say(TellAgain, case_id, record=record)
    again = desk.ask(case_id, record_of)
    assert desk.count(Case) == 1
    assert [party["name"] for party in again["parties"]] == ["才旦", "旦正", "卓玛"]
    assert again["claims"] == ["移开水槽", "赔礼"]
    assert desk.ask(case_id, retellings_of)[0].summary == "又吵了一架"


def test_a_report_cannot_be_refused_after_closing(desk):
    case_id = desk.register(**EXCLUDED)
    desk.say(DeclineCase, case_id, reason="法院已受理", refer_to=Organ.COURT)
    desk.say(TellAgain, case_id, record=read(told(), today=TODAY))
    with desk.database.read() as session:
        last = select(Footprint).order_by(Footprint.position.desc()).limit(1)
        assert session.scalars(last).one().details["late"] is True


def test_a_correction_keeps_what_stood_there_before(desk):
    case_id = desk.register(parties=[FAMILY | {"phone": "13897412345"}, OTHER])
    party = desk.parties(case_id)[0]
    said = PartySaid(side="applicant", kind="person", name="才旦加", area=VILLAGE,
                     phone="15509749999", flags=("elderly",))  # fmt: skip
    assert desk.say(CorrectParty, case_id, party_id=party.id, said=said) == 3
    with desk.database.read() as session:
        rows = {row.field: row for row in session.scalars(select(Correction))}
        was = {name: row.was(desk.database.ring) for name, row in rows.items()}
    assert was == {"name": "才旦", "phone": "13897412345", "flags": None}
    assert desk.case(case_id).title == "才旦加与旦正邻里纠纷"
    assert desk.ask(case_id, record_of)["parties"][0]["phone"] == "15509749999"


def test_corrected_particulars_keep_what_stood_there_and_ask_the_rules_again(desk):
    case_id = desk.register(**EXCLUDED, amount="100", claims=["甲"])
    before = desk.ask(case_id, record_of)
    changes = {"amount": "3000.50", "signals": {"weapons": False}, "claims": ["乙", "丙"]}
    record = read(before | changes, today=TODAY)
    assert desk.say(CorrectParticulars, case_id, record=record) == 3
    assert desk.ask(case_id, record_of) == before | changes
    with desk.database.read() as session:
        was = {
            row.field: row.was(desk.database.ring) for row in session.scalars(select(Correction))
        }
    assert was == {
        "amount": "100",
        "claims": '["甲"]',
        "signals": '{"accepted_elsewhere": "court"}',
    }
    assert desk.ask(case_id, last_decision).admissible == "yes"
    assert desk.count(RoutingDecision) == 2


def test_时效规定12条_a_correction_never_moves_the_day_of_the_request(desk):
    case_id = desk.register(received_on="2026-02-27")
    before = desk.ask(case_id, record_of)
    record = read(before | {"received_on": "2026-03-01", "place": "北山"}, today=TODAY)
    desk.say(CorrectParticulars, case_id, record=record)
    case = desk.case(case_id)
    assert (case.requested_on, case.received_on) == (date(2026, 2, 27), date(2026, 2, 27))


def test_a_correction_of_nothing_leaves_no_trace(desk):
    case_id = desk.register()
    party, before = desk.parties(case_id)[0], desk.count(Footprint)
    said = PartySaid(side="applicant", kind="person", name="才旦", area=VILLAGE)
    assert desk.say(CorrectParty, case_id, party_id=party.id, said=said) == 0
    assert desk.count(Footprint) == before


def test_民法典19条_a_guardian_is_put_down_with_the_relation(desk):
    case_id = desk.register(parties=[FAMILY | {"flags": ["minor"]}, OTHER])
    party = desk.parties(case_id)[0]
    said = RepresentativeSaid(name="卓玛", kind="guardian", phone="13897412345")
    desk.say(AddRepresentative, case_id, party_id=party.id, said=said, relation="母亲")
    row = desk.ask(case_id, lambda session, _: session.scalars(select(Representative)).one())
    assert (row.name, row.kind, row.relation) == ("卓玛", "guardian", "母亲")


def test_a_party_of_another_case_is_not_corrected(desk):
    mine, other = desk.register(), desk.register()
    party = desk.parties(other)[0]
    said = PartySaid(side="applicant", kind="person", name="改")
    with pytest.raises(NotFound):
        desk.say(CorrectParty, mine, party_id=party.id, said=said)


def test_another_party_joins_and_the_title_follows(desk):
    case_id = desk.register()
    desk.say(AddParty, case_id, said=PartySaid(side="respondent", kind="person", name="卓玛"))
    assert desk.case(case_id).title == "才旦与旦正等邻里纠纷"


# --- likeness --------------------------------------------------------------------------------


def like(desk, by, *parties):
    with desk.database.read() as session:
        actor = actor_of(session, COUNTY, desk.world.users[by])
        found = likenesses(session, actor, parties)
        return [(one.case.id, one.why) for one in found]


def test_the_same_person_is_found_by_identity_number_phone_or_name_and_place(desk):
    known = FAMILY | {"id_number": ID_NUMBER, "phone": "13897412345"}
    case_id = desk.register(parties=[known, OTHER])
    typed = {"side": "respondent", "name": "别名", "id_number": f" {ID_NUMBER}"}
    assert like(desk, "马文祥", typed) == [(case_id, ("身份证号相同",))]
    assert like(desk, "马文祥", {"phone": "138 9741 2345"}) == [(case_id, ("电话相同",))]
    assert like(desk, "马文祥", {"name": "才旦", "area": VILLAGE}) == [(case_id, ("同名同地",))]
    assert like(desk, "马文祥", FAMILY | {"area": None}, OTHER | {"area": None}) == [
        (case_id, ("双方同名",))
    ]


def test_a_name_alone_is_no_likeness(desk):
    desk.register()
    assert like(desk, "马文祥", {"name": "才旦"}, {"name": ""}, {"id_number": "6325"}) == []


def test_a_likeness_out_of_sight_is_not_told(desk):
    desk.register()
    assert like(desk, "韩玉梅", FAMILY, OTHER) == []
