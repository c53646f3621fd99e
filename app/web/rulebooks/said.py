"""What is wrong with a rule, said where the form shows it: labels in place of paths and code words."""

import re

from app.web.cases.outputs import OUTPUTS
from app.web.rulebooks.offers import COMPARISONS
from forms.rule import RuleForm
from rules.vocabulary import RuleError, Vocabulary

FILE = re.compile(r"^.*?\.yaml[ .]?")
TOKEN = re.compile(r"\[(\d+)\]|[a-z_0-9]+")
PLACES = {
    "when": "条件", "then": "结论", "all": "全部满足", "any": "满足一项", "not": "除外",
    "title": "名称", "because": "理由", "reference": "依据", "certainty": "依据有多可靠",
    "rank": "优先级", "in_force": "适用的日期", "from": "从哪一天起", "until": "到哪一天",
    "organ": "机关", "duty": "内容", "within": "多久以内", "paper": "文书", "name": "名称",
    "days": "几天", "counting": "怎样算", "counted_from": "从哪天起",
}  # fmt: skip
WORDS = {word: text for pairs in COMPARISONS.values() for word, text in pairs}
EMPTY = re.compile(r"^(''|None|\[\]|应为 1 到 \d+ 个值的列表|“”|“None”)")


def said(error: RuleError, vocabulary: Vocabulary) -> str:
    """Say where, what, and what to do."""
    place = " › ".join(_places(FILE.sub("", error.where), vocabulary))
    what, instead = error.what, error.instead
    if what == "没有结论":
        what, instead = "还没有结论", "请在“则”里加一个结论"
    elif EMPTY.match(what):
        what, instead = "还没有填", "请填上，或者去掉这一行"
    return (f"{place}：" if place else "") + what + (f"；{instead}" if instead else "")


def unfinished(form: RuleForm) -> RuleError | None:
    """Name the first row in which nothing was chosen: it is never left out in silence."""
    for number, entry in enumerate(form.rows, 1):
        if not entry.form.fact.data and not form.when_text.data:
            what = f"第 {number} 个条件还没有选事实"
            return RuleError("when", what, "请选一个，或者去掉这一行")
    for number, answer in enumerate(form.answers, 1):
        if not answer.form.output.data:
            what = f"第 {number} 个结论还没有选"
            return RuleError("then", what, "请选一种结论，或者去掉这一行")
    return None


def _places(where: str, vocabulary: Vocabulary) -> list[str]:
    found = []
    for match in TOKEN.finditer(where):
        number, word = match[1], match[0]
        fact = vocabulary.facts.get(word)
        label = OUTPUTS.get(word) or PLACES.get(word) or (fact.label if fact else WORDS.get(word))
        if number is not None:
            found.append(f"第 {int(number) + 1} 项")
        elif label:
            found.append(label)
    return found
