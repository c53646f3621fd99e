"""The intake page: taken once, shown again with everything typed, helpful while it is typed."""

import html
import re
from contextlib import contextmanager

import pytest
from sqlalchemy import event, func, select

from app.cases.intake.drafts import IntakeDraft
from app.cases.intake.recall import record_of
from app.cases.intake.retelling import Retelling
from app.cases.model import Case
from app.cases.parties import Party
from app.kernel.ids import new_id
from tests.told import ID_NUMBER, register
from tests.world import COUNTY, VILLAGE

ADDRESS = "/cases/intake"


@pytest.fixture
def desk(as_user):
    return as_user("马文祥")


@pytest.fixture
def count(database):
    def of(model):
        with database.read() as session:
            return session.scalar(select(func.count()).select_from(model))

    return of


def typed(**changes):
    """Fill the form in, as a browser would send it."""
    fields = {
        "key": str(new_id()), "channel": "walk_in", "received_on": "2026-03-02",
        "dispute_type": "邻里", "area": "倒淌河镇甲乙村", "summary": "两家为院墙滴水争吵。",
        "parties-0-side": "applicant", "parties-0-kind": "person", "parties-0-name": "才旦",
        "parties-1-side": "respondent", "parties-1-kind": "person", "parties-1-name": "旦正",
        "parties-0-area": "甲乙村", "parties-1-area": VILLAGE, "prior_attempts-0-by": "",
    }  # fmt: skip
    return fields | {name.replace("__", "-"): value for name, value in changes.items()}


def only_case(database):
    with database.read() as session:
        return session.scalars(select(Case)).one()


def words(answer):
    return html.unescape(re.sub(r"<[^>]+>", " ", answer.text))


def test_the_page_asks_for_two_parties_and_today(desk):
    page = desk.get(ADDRESS).text
    assert 'name="parties-1-name"' in page
    assert 'name="parties-2-name"' not in page
    assert 'value="2026-03-02"' in page


def test_registering_leads_to_the_receipt(desk, database):
    answer = desk.post(ADDRESS, data=typed())
    case = only_case(database)
    assert (answer.status_code, answer.location) == (303, f"/cases/{case.id}/receipt")
    assert (case.dispute_type, case.village_code, case.sender, case.ref) == (
        "neighbor", VILLAGE, "desk", str(case.id),
    )  # fmt: skip
    receipt = words(desk.get(answer.location))
    assert "共调〔2026〕1号" in receipt
    assert "不收取任何费用" in receipt
    assert "甲乙村人民调解委员会" in receipt


def test_a_double_click_registers_once(desk, count):
    fields = typed()
    first, second = (desk.post(ADDRESS, data=fields) for _ in range(2))
    assert first.location == second.location
    assert count(Case) == 1


def test_the_same_page_sent_again_with_other_words_is_refused_and_kept(desk, count):
    fields = typed()
    desk.post(ADDRESS, data=fields)
    answer = desk.post(ADDRESS, data=fields | {"summary": "后来改的话"})
    assert answer.status_code == 409
    assert "已经提交过一次" in answer.text
    assert "后来改的话" in answer.text
    assert count(Case) == 1


def test_an_unknown_type_is_answered_with_the_words_of_the_list_not_with_codes(desk):
    answer = desk.post(ADDRESS, data=typed(dispute_type="不知道"))
    assert "婚姻家庭、邻里、房屋宅基地" in answer.text
    assert "housing_land、" not in answer.text


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"summary": " "}, "summary", "缺少“纠纷经过”"),
        ({"parties__0__name": ""}, "parties-0-name", "缺少"),
        ({"parties__0__id_number": "632521199003074516"}, "parties-0-id_number", "校验位不对"),
        ({"parties__1__phone": "12345"}, "parties-1-phone", "请带区号"),
        ({"parties__1__born_on": "2026-02-30"}, "parties-1-born_on", "不是日历上的日期"),
        ({"parties__0__name": "才\u202e旦"}, "parties-0-name", "U+202E"),
        ({"parties__0__name": "才\ue000旦"}, "parties-0-name", "私用区"),
        ({"parties__0__name": "a" * 100_000}, "parties-0-name", "最多 100 个字"),
        ({"parties__0__area": "没有这个村"}, "parties-0-area", "从列表里选"),
        ({"dispute_type": "不知道"}, "dispute_type", "应为下列之一"),
        ({"amount": "很多"}, "amount", "金额只写数字"),
        ({"received_on": "2026-03-03"}, "received_on", "晚于今天"),
        ({"received_on": ""}, "received_on", "缺少"),
        ({"parties__0__representative-name": "卓玛"}, "parties-0-representative-kind", "缺少"),
        ({"prior_attempts-0-by": "village"}, "prior_attempts-0-outcome", "缺少"),
        ({"people_involved": "三"}, "people_involved", "应填整数"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_wrong_stands_beside_its_field_and_everything_typed_is_kept(
    desk, count, changes, field, said
):
    answer = desk.post(ADDRESS, data=typed(claims="移开水槽", parties__1__address="北山沟口") | {
        name.replace("__", "-"): value for name, value in changes.items()
    })  # fmt: skip
    assert answer.status_code == 422
    assert f'id="error-{field}"' in answer.text
    assert said in answer.text
    assert "移开水槽" in answer.text
    assert "北山沟口" in answer.text
    assert f'href="#{field}"' in answer.text
    assert count(Case) == 0


def test_all_details_of_a_party_are_taken(desk, database):
    details = {
        "parties-0-id_number": ID_NUMBER, "parties-0-phone": "138 9741 2345",
        "parties-0-flags": ["elderly", "disabled"], "parties-0-consents": "yes",
        "parties-0-language": "bo", "parties-0-representative-name": "卓玛",
        "parties-0-representative-kind": "guardian", "amount": "１２,０００元",
        "claims": "移开水槽\n\n赔礼", "signals-gathering": "y", "signals-violence": "threat",
        "prior_attempts-0-by": "village", "prior_attempts-0-outcome": "failed",
        "referral-body": "倒淌河派出所", "people_involved": "５",
    }  # fmt: skip
    desk.post(ADDRESS, data=typed() | details)
    with database.read() as session:
        record = record_of(session, session.scalars(select(Case)).one())
    party = record["parties"][0]
    assert (party["id_number"], party["phone"], party["born_on"]) == (
        ID_NUMBER,
        "13897412345",
        "1990-03-07",
    )
    assert (party["flags"], party["consents"], party["language"]) == (
        ["disabled", "elderly"],
        True,
        "bo",
    )
    assert party["representative"] == {"name": "卓玛", "kind": "guardian"}
    assert (record["amount"], record["claims"]) == ("12000", ["移开水槽", "赔礼"])
    assert (record["signals"], record["people_involved"]) == (
        {"gathering": True, "violence": "threat"},
        5,
    )
    assert record["prior_attempts"] == [{"by": "village", "outcome": "failed"}]
    assert record["referral"] == {"body": "倒淌河派出所"}


def test_extra_fields_change_nothing(desk, database):
    desk.post(
        ADDRESS,
        data=typed() | {"county_id": "632522", "stage": "closed", "sender": "x", "ref": "y"},
    )
    case = only_case(database)
    assert (case.county_id, case.stage, case.sender, case.ref) == (
        COUNTY,
        "intake",
        "desk",
        str(case.id),
    )


def test_without_javascript_a_button_adds_and_removes_a_party(desk):
    more = desk.post(ADDRESS, data=typed(press="add-party"))
    assert more.status_code == 200
    assert 'name="parties-2-name"' in more.text
    assert 'value="才旦"' in more.text
    fewer = desk.post(ADDRESS, data=typed(press="drop-party-0"))
    assert 'value="才旦"' not in fewer.text
    assert 'value="旦正"' in fewer.text


def test_one_form_is_one_case_however_its_key_is_spelled(desk, count):
    fields = typed()
    key = fields["key"]
    first = desk.post(ADDRESS, data=fields)
    again = desk.post(ADDRESS, data=fields | {"key": "{" + key.upper() + "}"})
    assert first.location == again.location
    assert count(Case) == 1


@pytest.mark.parametrize("key", ["", "x", "1" * 5000])
def test_a_page_without_its_key_is_told_so_and_kept(desk, count, key):
    answer = desk.post(ADDRESS, data=typed(key=key))
    assert answer.status_code == 422
    assert "两家为院墙滴水争吵。" in answer.text
    assert count(Case) == 0


def test_more_rows_than_a_form_can_have_do_no_harm(desk):
    crowd = {f"parties-{n}-name": "才旦" for n in range(3000)}
    answer = desk.post(ADDRESS, data=typed(press="add-party") | crowd)
    assert answer.status_code == 200
    assert answer.text.count("位当事人</legend>") == 2 * 240
    answer = desk.post(ADDRESS, data=typed() | crowd)
    assert answer.status_code == 422
    assert "“当事人”最多 200 项，现在有 480 项，请删减。" in answer.text


def test_errors_point_to_the_right_party_when_a_row_was_left_empty(desk):
    fields = typed(parties__0__name="", parties__0__area="", parties__1__phone="12345")
    answer = desk.post(ADDRESS, data=fields)
    assert 'id="error-parties-1-phone"' in answer.text


def test_two_hundred_parties_are_taken(desk, count):
    crowd = {}
    for n in range(200):
        crowd |= {
            f"parties-{n}-side": "applicant",
            f"parties-{n}-kind": "person",
            f"parties-{n}-name": f"才旦{n}",
        }
        crowd |= {f"parties-{n}-{name}": "" for name in ("id_number", "phone", "area", "consents", "gender",
                  "ethnicity", "born_on", "age", "language", "occupation", "address", "count", "credit_code",
                  "legal_representative", "representative-name", "representative-kind",
                  "representative-phone", "representative-id_number")}  # fmt: skip
    assert desk.post(ADDRESS, data=typed() | crowd).status_code == 303
    assert count(Party) == 200


@contextmanager
def jammed(database):
    """Take the room to write away: a full disk on SQLite, a held table on PostgreSQL."""
    is_sqlite = database.engine.dialect.name == "sqlite"
    order = "PRAGMA max_page_count = 1" if is_sqlite else "SET LOCAL lock_timeout = '50ms'"

    def jam(connection):
        connection.exec_driver_sql(order)

    with database.engine.connect() as holder:
        if not is_sqlite:
            holder.exec_driver_sql("LOCK TABLE cases, agreements IN SHARE MODE")
        event.listen(database.engine, "begin", jam)
        yield
        event.remove(database.engine, "begin", jam)
    database.engine.dispose()  # the limit goes with the connections that had it


def test_where_nothing_can_be_written_everything_typed_is_kept_and_nothing_is_half_stored(
    desk, count, database
):
    fields = typed(summary="两家争吵。" * 1500)
    with jammed(database):
        answer = desk.post(ADDRESS, data=fields)
        assert answer.status_code == 503
        assert "这一次没有保存" in answer.text
        assert fields["summary"] in answer.text
        assert 'value="旦正"' in answer.text
    assert (count(Case), count(Party)) == (0, 0)
    assert desk.post(ADDRESS, data=fields).status_code == 303
    assert count(Case) == 1


# --- beside the form -------------------------------------------------------------------------


def test_the_decision_is_shown_before_saving_and_nothing_is_stored(desk, count):
    said = words(desk.post(f"{ADDRESS}/preview", data=typed(parties__0__id_number=ID_NUMBER)))
    assert "甲乙村人民调解委员会" in said
    assert "✓ 1990-03-07 男" in said
    assert count(Case) == count(IntakeDraft) == 0


def test_an_excluded_dispute_is_seen_while_typing(desk):
    said = words(
        desk.post(f"{ADDRESS}/preview", data=typed(**{"signals-accepted_elsewhere": "court"}))
    )
    assert "不属于人民调解范围" in said
    assert "人民法院" in said


@pytest.mark.parametrize(
    "fields",
    [{}, {"parties-0-name": "才旦"}, {"dispute_type": "邻里"}, {"received_on": "x", "amount": "x"},
     {"parties-0-id_number": "\u202e", "parties-0-flags": "x", "dispute_type": "邻里"}],
    ids=str,
)  # fmt: skip
def test_half_a_form_is_no_error_while_typing(desk, fields):
    assert desk.post(f"{ADDRESS}/preview", data=fields).status_code == 200


def test_a_like_case_is_offered_and_may_be_something_else(desk, bus, world):
    case_id = register(bus, world)
    said = desk.post(f"{ADDRESS}/preview", data=typed()).text
    assert str(case_id) in said
    assert "双方同名" in said
    other = desk.post(f"{ADDRESS}/preview", data=typed() | {"not_same-0": str(case_id)}).text
    assert "没有查到" in other
    assert f'value="{case_id}"' in other


def test_what_is_typed_may_be_put_to_a_case_in_the_books(desk, bus, world, count):
    case_id = register(bus, world)
    answer = desk.post(f"/cases/{case_id}/retellings", data=typed(summary="又来说了一遍"))
    assert (answer.status_code, answer.location) == (303, f"/cases/{case_id}")
    assert (count(Case), count(Retelling)) == (1, 1)


def test_a_case_out_of_sight_takes_no_retelling(as_user, bus, world):
    case_id = register(bus, world)
    answer = as_user("韩玉梅").post(f"/cases/{case_id}/retellings", data=typed())
    assert answer.status_code == 404


# --- drafts ----------------------------------------------------------------------------------


def test_a_draft_is_kept_as_typed_and_taken_up_again(desk, count):
    fields = typed(parties__1__born_on="1990-", summary="")
    kept = desk.post(f"{ADDRESS}/drafts", data=fields, headers={"HX-Request": "true"})
    assert "草稿 10:00 已保存" in kept.text
    desk.post(f"{ADDRESS}/drafts", data=fields | {"summary": "想起来了"})
    assert count(IntakeDraft) == 1
    page = desk.get(f"{ADDRESS}?draft={fields['key']}").text
    assert "1990-" in page
    assert "想起来了" in page
    assert f'value="{fields["key"]}"' in page
    assert "我的草稿（1）" in page


def test_without_javascript_saving_a_draft_comes_back_to_it(desk):
    fields = typed()
    answer = desk.post(f"{ADDRESS}/drafts", data=fields)
    assert (answer.status_code, answer.location) == (303, f"{ADDRESS}?draft={fields['key']}")


def test_nobody_opens_or_removes_anothers_draft(desk, as_user, count):
    fields = typed()
    desk.post(f"{ADDRESS}/drafts", data=fields)
    stranger = as_user("李主任")
    assert stranger.get(f"{ADDRESS}?draft={fields['key']}").status_code == 404
    assert stranger.post(f"{ADDRESS}/drafts/{fields['key']}/removal").status_code == 404
    assert count(IntakeDraft) == 1
    desk.post(f"{ADDRESS}/drafts/{fields['key']}/removal")
    assert count(IntakeDraft) == 0


def test_registering_takes_the_draft_away(desk, count):
    fields = typed()
    desk.post(f"{ADDRESS}/drafts", data=fields)
    desk.post(ADDRESS, data=fields)
    assert (count(Case), count(IntakeDraft)) == (1, 0)


def test_a_form_that_saves_itself_once_more_after_registering_leaves_no_draft(desk, count):
    fields = typed()
    desk.post(ADDRESS, data=fields)
    desk.post(f"{ADDRESS}/drafts", data=fields, headers={"HX-Request": "true"})
    assert (count(Case), count(IntakeDraft)) == (1, 0)


def test_a_closed_case_is_applied_for_again_as_a_linked_one(desk, bus, world, database):
    first = register(bus, world, signals={"accepted_elsewhere": "court"})
    desk.post(f"/cases/{first}/acceptance/refusal", data={
        "key": str(new_id()), "refer_to": "court", "reason": "法院已受理",
    })  # fmt: skip
    beside = desk.post(f"{ADDRESS}/preview", data=typed()).text
    assert "作为该案再次申请登记" in beside
    again = desk.get(f"{ADDRESS}?linked={first}").text
    assert f'value="{first}"' in again
    assert "的再次申请" in again
    assert again.count('value="才旦"') == again.count('value="旦正"') == 1
    assert "632521" not in again.split('id="areas"')[0]  # no identity number is brought along
    answer = desk.post(ADDRESS, data=typed() | {"linked_case_id": ["", str(first)]})
    assert answer.status_code == 303
    with database.read() as session:
        assert {case.linked_case_id for case in session.scalars(select(Case))} == {None, first}


# --- who, and the short page -----------------------------------------------------------------


def test_who_may_not_register_is_turned_away(as_user):
    assert as_user("管理员").get(ADDRESS).status_code == 403
    assert as_user("管理员").post(ADDRESS, data=typed()).status_code == 403


def test_the_grid_worker_sees_five_fields(as_user, database):
    phone = as_user("仁青")
    page = phone.get(ADDRESS).text
    assert "报上去" in page
    asked = re.findall(r'<(?:input|textarea|select)(?![^>]*type="hidden")[^>]*name="([^"]+)"', page)
    own = [name for name in asked if name != "q"]
    assert own == ["parties-0-name", "parties-1-name", "area", "dispute_type", "summary"]
    fields = {name: typed()[name] for name in own} | {"key": str(new_id()), "short": "1"}
    hidden = dict(re.findall(r'type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
    assert phone.post(ADDRESS, data=hidden | fields).status_code == 303
    assert only_case(database).channel == "grid_report"


def test_the_short_page_comes_back_short_when_something_is_missing(as_user):
    phone = as_user("仁青")
    answer = phone.post(f"{ADDRESS}?short=1", data=typed(summary=""))
    assert answer.status_code == 422
    assert "报上去" in answer.text
    assert "还没有登记" in answer.text
