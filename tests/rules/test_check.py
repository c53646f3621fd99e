"""Drafts that must be refused, and what is said of them: where, why, and what would be right."""

import json
import re
import shutil
from datetime import date

import pytest

from app.cli.rules_check import check, is_refused
from rules import RuleError, load
from rules.analysis import analyse
from rules.loader import SHIPPED, shipped
from rules.trial import TrialFailed, trial

RULE = """
id: {id}
title: {title}
because: {because}
reference: {reference}
certainty: INF
author: 测试
in_force: {in_force}
rank: {rank}
when: {when}
then: {then}
"""


@pytest.fixture
def draft(tmp_path):
    folder = tmp_path / "books"
    shutil.copytree(SHIPPED, folder)
    return folder


PLAIN = {
    "title": "试写的规则", "because": "试写", "reference": "试写", "rank": 50,
    "in_force": "{from: 2026-01-01}", "when": "{}", "then": "{level: county}",
}  # fmt: skip


def write(draft, name="900-trial", book="30-routing", **changes):
    path = draft / book / f"{name}.yaml"
    path.write_text(RULE.format(id=name[4:], **(PLAIN | changes)), encoding="utf-8")
    return path


def found(draft, kind):
    return [finding.to_dict() for finding in analyse(load(draft)) if finding.kind == kind]


def test_the_shipped_rules_may_be_published():
    said = check(SHIPPED, None)
    assert not is_refused(said)
    assert said["overlaps"]
    assert not said["shadowed"]
    assert set(said) == {
        "dead", "conflicts", "overlaps", "shadowed", "gaps", "uncovered", "errors",
    }  # fmt: skip
    json.dumps(said, ensure_ascii=False)


def test_a_rule_that_never_holds_is_dead(draft):
    write(draft, when="{claimant_people: {at_least: 10, less_than: 5}}")
    assert found(draft, "dead") == [
        {"rules": ["trial"], "about": "条件互相矛盾，永不成立", "since": "2026-01-01"}
    ]


def test_a_branch_that_never_holds_is_dead(draft):
    write(draft, when="{any: [{amount_fen: {more_than: 5, less_than: 3}}, {tenure: false}]}")
    assert found(draft, "dead")[0]["rules"] == ["trial#0"]


def test_equal_ranks_that_differ_conflict_with_a_witness(draft):
    write(draft, when="{dispute_type: tourism}", then="{level: village}", rank=62)
    (conflict,) = [each for each in found(draft, "conflicts") if "tourism" in each["rules"]]
    assert conflict["rules"] == ["tourism", "trial"]
    assert conflict["about"] == "level: county / village"
    assert conflict["witness"]["dispute_type"] == "tourism"
    assert is_refused(check(draft, None))


def test_the_same_with_another_rank_only_overlaps(draft):
    write(draft, when="{dispute_type: tourism}", then="{level: village}", rank=61)
    assert not found(draft, "conflicts")
    assert any(set(each["rules"]) == {"trial", "tourism"} for each in found(draft, "overlaps"))


def test_a_rule_inside_a_stronger_one_is_shadowed(draft):
    write(draft, when="{dispute_type: medical, weapons: true}", then="{level: village}", rank=20)
    assert {"rules": ["trial", "medical"], "about": "level", "since": "2026-01-01"} in found(
        draft, "shadowed"
    )


def test_a_hole_is_found_with_a_case(draft):
    (draft / "30-routing/000-township-by-default.yaml").unlink()
    said = check(draft, None)
    assert {gap["output"] for gap in said["gaps"]} == {"level", "committee"}
    assert said["gaps"][0]["witness"]
    assert is_refused(said)


def test_rules_no_case_used_are_listed(draft):
    write(draft, when="{religious_site: true, weapons: true}")
    assert "trial" in check(draft, None)["uncovered"]
    assert "admit" not in check(draft, None)["uncovered"]


BAD = [
    ("不认识的事实", {"when": "{weapon: true}"}, r"when\.weapon：.*是否想写 weapons"),
    ("不认识的比较", {"when": "{amount_fen: {atleast: 3}}"}, r"atleast.*是否想写 at_least"),
    ("类型不对", {"when": "{claimant_people: 十}"}, r"claimant_people.*整数"),
    ("值不在列表里", {"when": "{dispute_type: neighbour}"}, r"是否想写 neighbor"),
    ("真假用了数字", {"when": "{weapons: 1}"}, r"weapons.*true/false"),
    ("小数", {"when": "{amount_fen: {at_least: 0.5}}"}, r"amount_fen.*整数"),
    ("超大的数", {"when": "{amount_fen: {at_least: 99999999999999999999}}"}, r"整数"),
    ("没有加引号的no", {"then": "{admissible: no}"}, r"admissible.*请加引号"),
    ("没有这个参数", {"when": "{claimant_people: {at_least: $wage_worker}}"}, r"没有参数 \$wage_worker"),
    ("空的any", {"when": "{any: []}"}, r"any.*至少一个分支"),
    ("空的比较", {"when": "{amount_fen: {}}"}, r"没有写比较"),
    ("列表用了等于", {"when": "{failed_by: village}"}, r"failed_by.*可用：has"),
    ("没有结论", {"then": "{}"}, r"then.*没有结论"),
    ("结论不认识", {"then": "{levle: county}"}, r"levle.*是否想写 level"),
    ("结论的值不对", {"then": "{level: city}"}, r"level.*是否想写 county"),
    ("机关不认识", {"then": "{refer_to: [{organ: polic}]}"}, r"organ.*是否想写 police"),
    ("文书不认识", {"then": "{papers: [{paper: form}]}"}, r"paper"),
    ("看了同一阶段的结论", {"when": "{level: county}"}, r"同一阶段或更后的规则 [a-z-]+ 给出，会成循环；请移到更后的阶段"),
    ("级别超出", {"rank": 101}, r"rank.*0 到 100"),
    ("理由以外的花括号", {"then": "{duties: [{duty: 'a', within: '{x}小时'}]}"}, r"花括号"),
    ("期限从不是日期的事实起算",
     {"then": "{deadlines: [{name: T1, days: 3, counting: working_days, counted_from: scop}]}"},
     r"counted_from.*是否想写 scope"),
    ("名称太长", {"title": "长" * 61}, r"title：有 61 个字，超过 60 个；请写短一些"),
    ("理由太长", {"because": "长" * 301}, r"because：有 301 个字，超过 300 个"),
    ("依据太长", {"reference": "长" * 201}, r"reference：有 201 个字，超过 200 个"),
    ("做的事太长", {"then": f"{{duties: [{{duty: {'长' * 201}}}]}}"}, r"duties\[0\]\.duty：有 201 个字"),
    ("专家是空的", {"then": "{specialists: ['']}"}, r"specialists.*不要空着"),
    ("结论太多项", {"then": f"{{joint_with: [{', '.join(f'a{i}' for i in range(101))}]}}"}, r"joint_with：有 101 项，超过 100 项"),
    ("年份是9999", {"in_force": "{from: 9999-12-31}"}, r"in_force\.from：“9999-12-31”的年份不在 1949 到 2199 之间"),
    ("年份是0001", {"in_force": "{from: 0001-01-01}"}, r"in_force\.from：“0001-01-01”的年份"),
    ("长期有效写成9999", {"in_force": "{from: 2026-01-01, until: 9999-12-31}"}, r"长期有效的不用写 until"),
    ("日期写成文字", {"in_force": "{from: 今天}"}, r"in_force\.from：“今天”不是日期；例如 2026-01-01"),
    ("until 早于 from", {"in_force": "{from: 2026-01-02, until: 2026-01-01}"}, r"until 不晚于 from，这条规则永不生效；请改日期"),
    ("until 与 from 同一天", {"in_force": "{from: 2026-01-02, until: 2026-01-02}"}, r"until 不晚于 from"),
    ("期限一万天", {"then": "{deadlines: [{name: T1, days: 10000, counting: working_days}]}"},
     r"days：10000 不在 0 到 3660 之间；请核对单位"),
    ("期限是负数", {"then": "{deadlines: [{name: T1, days: -1, counting: working_days}]}"}, r"days：-1 不在 0"),
    ("期限用了金额的参数", {"then": "{deadlines: [{name: T1, days: $consultation_amount, counting: working_days}]}"},
     r"期限为 10000000 日，不在 0 到 3660 之间；请核对参数的值和单位"),
    ("期限用了没有的参数", {"then": "{deadlines: [{name: T1, days: $nothing, counting: working_days}]}"}, r"没有参数 \$nothing"),
    ("太多比较", {"when": f"{{all: [{', '.join(['{weapons: true}'] * 201)}]}}"}, r"when：条件里有 201 个比较，超过 200 个；请拆成几条规则"),
    ("嵌套太深", {"when": "{not: " * 13 + "{weapons: true}" + "}" * 13}, r"条件嵌套超过 12 层；请拆成几条规则"),
    ("嵌套二百层", {"when": "{not: " * 200 + "{weapons: true}" + "}" * 200}, r"嵌套"),
    ("太多值", {"when": f"{{party_count: [{', '.join(map(str, range(21)))}]}}"},
     r"party_count.*1 到 20 个值的列表；更多的值请拆成几条规则"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "says"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_a_bad_rule_is_refused_with_path_reason_and_remedy(draft, changes, says):
    write(draft, **changes)
    said = check(draft, None)
    (error,) = said["errors"]
    assert is_refused(said)
    with pytest.raises(RuleError, match=says):
        analyse(load(draft))
    assert "trial" in error["message"]


FILES = [
    ("不是YAML", b"id: [", "第 1 行第 6 列：不是正确的 YAML：没写完就结束了"),
    ("不可能的日期", b"in_force: {from: 2026-02-30}", "第 1 行：没有 2026-02-30 这一天"),
    ("没有这个时刻", b"a: 2026-01-01 25:61:00", "没有 2026-01-01 25:61:00 这一天"),
    ("制表符", b"id: a\n\tb: 1", "制表符"),
    ("标签", b"id: !!python/object:os.system x", "标签"),
    ("合并", b"<<: {a: 1}\nid: b", "标签或“<<”"),
    ("两份", b"id: a\n---\nid: b", "请分成两个文件"),
    ("控制字符", b"id: a\x00b", "控制字符"),
    ("引号不成对", b'id: "a', "引号没有成对；请补上引号"),
    ("冒号", b"id: a: b", "冒号的位置不对"),
    ("缩进", b"id: a\n  - b\nc", "不是正确的 YAML"),
    ("不是UTF-8", "id: 试".encode("gbk"), "不是 UTF-8"),
    ("自己的标签", b"id: !!int a", "标签"),
    ("很长的数字", b"id: " + b"9" * 5000, "第 1 行：数字有 5000 位"),
    ("很长的十六进制", b"id: 0x" + b"f" * 5000, "第 1 行：数字有 5002 位"),
    ("半个字", b'id: "\\ud800"', "这里读不懂"),
    ("没有这个字", b'id: "\\U00110000"', "这里读不懂"),
    ("键是列表", b"? [a]\n: 1", "第 1 行：键被 YAML 读成了"),
    ("键写了两次", b"id: a\nid: b", "写了两次"),
    ("键被读成真假", b"on: a", "被 YAML 读成了 True"),
    ("引用", b"a: &a [1]\nb: *a", r"不能用 \* 引用"),
    ("空文件", b"", "应为“键: 值”的文件"),
    ("缺字段", b"id: trial", "缺少 author"),
    ("太大", b"#" * 100_001, "超过 100000 字节"),
    ("层层嵌套", b"a: " + b"[" * 5000, "嵌套得太深；请拆成几条规则"),
]


@pytest.mark.parametrize(("content", "says"), [f[1:] for f in FILES], ids=[f[0] for f in FILES])
def test_a_bad_file_is_refused_with_its_name(draft, content, says):
    path = draft / "30-routing/900-trial.yaml"
    path.write_bytes(content)
    with pytest.raises(RuleError, match=says) as refused:
        load(draft)
    said = str(refused.value)
    assert "30-routing/900-trial.yaml" in said
    assert not re.search(r"[a-z]+ [a-z]+ [a-z]+", said.replace("author、because", "")), said


def test_an_unreadable_file_is_refused(draft):
    (draft / "30-routing/900-trial.yaml").mkdir()
    with pytest.raises(RuleError, match="读不出来"):
        load(draft)


def test_the_same_id_twice_is_refused(draft):
    write(draft, "900-medical")
    with pytest.raises(RuleError, match="编号与 routing 里的重复"):
        load(draft)


def test_a_file_name_that_differs_from_the_id_is_refused(draft):
    write(draft).rename(draft / "30-routing/901-other.yaml")
    with pytest.raises(RuleError, match="请写 id: other"):
        load(draft)


def test_600_alternatives_are_refused(draft):
    pairs = ", ".join(f"{{any: [{{{fact}: true}}, {{{fact}: {{known: false}}}}]}}"
                      for fact in ("tenure", "weapons", "gathering", "detention", "collective",
                                   "online_spread", "confidential"))  # fmt: skip
    write(draft, when=f"{{all: [{pairs}]}}")
    assert "备选" in check(draft, None)["errors"][0]["message"]


def test_what_hangs_or_kills_stays_in_the_child(draft):
    trial(draft)
    with pytest.raises(TrialFailed, match="秒内没有编译完"):
        trial(draft, seconds=0.01)
    (draft / "10-admissibility/book.yaml").unlink()
    with pytest.raises(TrialFailed, match="没有编译成功"):
        trial(draft)


def test_a_draft_may_use_the_shipped_words_and_parameters(draft):
    (draft / "vocabulary.yaml").unlink()
    (draft / "parameters.yaml").unlink()
    assert load(draft).vocabulary == shipped().vocabulary


def test_S123_a_new_value_counts_from_its_day_and_old_cases_keep_theirs(draft):
    path = draft / "parameters.yaml"
    old = "《人民调解工作若干规定》第三十三条“一般在一个月内调结”, certainty: F, values: [{from: 2011-01-01, is: 30}]"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, old[:-1] + ", {from: 2026-07-01, is: 20}]"), encoding="utf-8")
    parameter = load(draft).parameters["mediation_days"]
    assert parameter.on(date(2026, 6, 30)) == 30
    assert parameter.on(date(2026, 7, 1)) == 20
