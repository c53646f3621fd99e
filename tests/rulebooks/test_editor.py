"""The row editor for a tired clerk: nothing unfinished is swallowed, the keyboard stays in its place."""

import re

import pytest

from app.kernel.errors import Incomplete
from app.rulebooks.commands import CheckRulebook
from app.rulebooks.files import files_of
from app.web.rulebooks.said import said
from rules.loader import shipped
from rules.vocabulary import RuleError
from tests.filled import filled
from tests.rulebooks.test_pages import read
from tests.world import COUNTY

NEW = "30-routing/350-routing-350.yaml"
PLAIN = {
    "title": "持械归县", "because": "持械的由县中心接", "reference": "县里做法", "certainty": "INF",
    "rank": "92", "rows-0-where": "all", "rows-0-fact": "weapons", "rows-0-word": "yes",
    "answers-0-output": "level", "answers-0-value": "county",
    "answers-1-output": "committee", "answers-1-value": "county_center",
}  # fmt: skip


@pytest.fixture
def form(desk, as_user):
    """Open the form of a new rule in the routing book of a draft."""
    client, version = as_user("起草人"), desk.draft()
    there = f"/rulebooks/{version}/books/routing"
    blank = filled(read(client, f"{there}/rules/new"))

    def send(do=None, **changes):
        said = {k: v for k, v in (blank | PLAIN | changes).items() if v is not None}
        data = said | ({"do": do} if do else {})
        return client.post(f"{there}/rules", data=data)

    send.version, send.client = version, client
    return send


def text_of(answer):
    return answer.get_data(as_text=True)


def test_the_rule_reads_itself_before_its_words_are_written(form):
    page = text_of(form(do="add-all", title="", because="", reference=""))
    assert "没有读进去：" in page
    assert "第 2 个条件还没有选事实；请选一个，或者去掉这一行" in page
    assert "当有“持械”情形时" in page
    page = text_of(form(do="drop-row-5", title="", because="", reference=""))
    assert "当有“持械”情形时，级别定为“县级”；承办组织定为“县矛盾纠纷调解中心”。" in page


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"rows-1-where": "all", "rows-1-fact": ""}, "第 2 个条件还没有选事实"),
        ({"answers-2-output": ""}, "第 3 个结论还没有选"),
        ({"rows-0-fact": "dispute_type", "rows-0-word": "is"}, "条件 › 纠纷类型：还没有填"),
        ({"rows-0-fact": "amount_fen", "rows-0-word": "at_least", "rows-0-values": "十万"},
         "条件 › 标的额 › 不少于：&#39;十万&#39;"),
        ({"answers-0-output": "duties", "answers-0-value": ""}, "结论 › 应当做的事 › 第 1 项 › 内容：还没有填"),
        ({"begins": "2026-03-02", "ends": "2026-03-01"}, "适用的日期：until 不晚于 from"),
        ({"rank": "9" * 5000}, "优先级"),
        ({"rows-0-where": "no"}, "有一行不知道放在哪一组"),
        ({"rows-0-fact": "amount_fen", "rows-0-word": "at_least", "rows-0-values": "1e99999999"},
         "条件 › 标的额 › 不少于：&#39;1e99999999&#39;"),
        ({"rows-0-fact": "amount_fen", "rows-0-word": "at_least", "rows-0-values": "9" * 5000},
         "条件 › 标的额 › 不少于"),
        ({"answers-2-output": "deadlines", "answers-2-value": "T12", "answers-2-days": "9" * 5000},
         "结论 › 期限"),
        ({"rank": "101"}, "优先级：101 超出 0 到 100；大的优先"),
        ({"begins": "9999-12-31"}, "9999"),
        ({"title": "长" * 61}, "60"),
    ],
    ids=["条件没选", "结论没选", "值没选", "数值不对", "事情没写", "日期倒置", "优先级太长", "没有这一组",
         "幂太大", "数太长", "天数太长", "优先级", "年份", "名称太长"],
)  # fmt: skip
def test_what_is_unfinished_is_refused_in_the_words_of_the_form_and_kept(form, desk, changes, says):
    answer = form(**changes)
    page = text_of(answer)
    assert answer.status_code == 422
    assert says in page
    assert NEW not in page
    assert "持械的由县中心接" in page
    with desk.database.read() as session:
        assert NEW not in files_of(session, COUNTY, form.version)


@pytest.mark.parametrize(
    ("do", "focus"),
    [
        ("add-all", "rows-1-fact"),
        ("add-answer", "answers-2-output"),
        ("drop-row-0", "do-add-all"),
        ("drop-answer-1", "answers-0-output"),
        ("drop-answer-0", "answers-0-output"),
        ("", None),
    ],
)
def test_the_keyboard_goes_to_the_new_row_or_to_its_neighbor(form, do, focus):
    page = text_of(form(do=do) if do else form(title=""))
    found = re.findall(r'id="([^"]+)"[^>]* autofocus', page)
    assert found == ([focus] if focus else [])


def test_a_rule_without_a_condition_says_that_it_takes_every_case(form):
    bare = {name: None for name in PLAIN if name.startswith("rows")}
    page = text_of(form(do="drop-answer-9", **bare))
    assert "每一件案件，级别定为“县级”" in page
    assert "每一件案件都适用" in page
    ground = text_of(form(do="drop-answer-9", rank="0", **bare))
    assert "其他规则都不适用时，级别定为“县级”" in ground


def test_a_level_without_its_committee_does_not_pass_the_gate(form, desk):
    alone = {name: None for name in PLAIN if name.startswith("answers-1")}
    assert form(**alone).status_code == 303
    with pytest.raises(Incomplete, match="级别和承办组织对不上"):
        desk.say(CheckRulebook, "起草人", version_id=form.version)
    page = text_of(form.client.post(f"/rulebooks/{form.version}/check"))
    assert "定级别的规则，请同时定承办组织" in page


def test_an_error_of_a_file_loses_its_path_and_its_code_words():
    error = RuleError("30-routing/350-x.yaml then.duties[1].within", "有 61 个字", "请写短一些")
    words = shipped().vocabulary
    assert said(error, words) == "结论 › 应当做的事 › 第 2 项 › 多久以内：有 61 个字；请写短一些"
    assert said(RuleError("when 第 3 行", "键 a 写了两次"), words) == "条件：键 a 写了两次"


@pytest.mark.parametrize("number", ["²", "9" * 5000])
def test_an_odd_number_drops_no_row_of_a_rule(form, number):
    assert form(do=f"drop-row-{number}").status_code == 200


def test_a_rule_grows_past_what_it_may_have_only_until_it_is_saved(form):
    rows = {f"rows-{n}-where": "all" for n in range(40)}
    assert form(do="add-all", **rows).status_code == 200
    refused = form(**rows, **{"rows-40-where": "all"})
    assert refused.status_code == 422
    assert "“条件”最多 40 行" in refused.text
