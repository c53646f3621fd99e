"""Every article that a rule cites has a test named after it, here or elsewhere in the suite."""

import re
from pathlib import Path

import pytest
import yaml

from rules.golden import misses, read_golden
from rules.loader import shipped
from rules.mediators import books as books_of_mediators

TESTS = Path(__file__).parents[1]
CASES = [
    pytest.param(case, id=case["name"])
    for case in yaml.safe_load((TESTS / "rules/golden/articles.yaml").read_text(encoding="utf-8"))
]
DIGITS = {word: number for number, word in enumerate("零一二三四五六七八九")}
UNITS = {"十": 10, "百": 100, "千": 1000}
SHORT = {
    "人民调解工作若干规定": "75号令",
    "跨地区跨单位民间纠纷调解办法": "31号令",
    "医疗纠纷预防和处理条例": "医疗条例",
    "信访工作条例": "信访条例",
    "公安机关办理行政案件程序规定": "程序规定",
    "道路交通事故处理程序规定": "事故程序",
    "最高人民法院关于人民法院特邀调解的规定": "特邀规定",
    "最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定": "时效规定",
    "人民法院在线调解规则": "在线规则",
    "宁波市人民调解条例": "宁波条例",
}  # as the names of tests say them; a clerk reads the whole title
ARTICLE = re.compile(r"第([零一二三四五六七八九十百千]+)条(至)?")
NAMED = re.compile(r"(?:^|_)([^_\d]*(?:75号令|31号令)?[^_\d]*?)((?:\d+条)+)")


def number(words):
    """Read 一百八十六 as 186."""
    found = last = 0
    for word in words:
        if word in UNITS:
            found += (last or 1) * UNITS[word]
            last = 0
        else:
            last = DIGITS[word]
    return found + last


def cited(reference):
    """Yield (law, article) of a reference; a reference without an article cites none."""
    law = ""
    for part in re.split(r"[；，、]", reference):
        name = re.sub(r"（.*?）|《|》|^据", "", ARTICLE.split(part)[0]).strip()
        law = name or law
        found = [(number(words), bool(to)) for words, to in ARTICLE.findall(part)]
        for place, (article, to) in enumerate(found):
            yield SHORT.get(law, law), article
            if to:
                yield from (
                    (SHORT.get(law, law), each) for each in range(article + 1, found[place + 1][0])
                )


def named(text):
    """Yield (law, article) of a test's name."""
    for law, articles in NAMED.findall(text):
        for article in re.findall(r"\d+", articles):
            yield SHORT.get(law, law), int(article)


def all_rules():
    books = (*shipped().books, *books_of_mediators().books)
    return [rule for book in books for rule in book.rules]


def all_cited():
    return {article: rule.id for rule in all_rules() for article in cited(rule.reference)}


def all_named():
    found = set()
    for path in sorted(TESTS.rglob("test_*.py")):
        for name in re.findall(
            r"^def test_(.+?)\(", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            found.update(named(name))
    for case in CASES:
        found.update(named(case.id))
    return found


def test_every_cited_article_has_a_test_named_after_it():
    there = all_named()
    missing = {f"{law}{article}条": rule for (law, article), rule in all_cited().items()
               if (law, article) not in there}  # fmt: skip
    assert not missing, f"没有以条文命名的测试：{missing}"


def test_articles_are_read_from_references_and_names():
    assert list(cited("《人民调解工作若干规定》（参照）第二十二条第二项；《信访工作条例》第二十条、第三十一条")) == [
        ("75号令", 22), ("信访条例", 20), ("信访条例", 31),
    ]  # fmt: skip
    assert [
        article for _, article in cited("《道路交通事故处理程序规定》第八十四条至第八十六条")
    ] == [84, 85, 86]
    assert list(cited("《公安机关办理行政案件程序规定》第一百七十八条")) == [("程序规定", 178)]
    assert list(named("S3_人民调解法33条_过了最后一天不能申请")) == [("人民调解法", 33)]
    assert list(named("75号令22条_x")) == [("75号令", 22)]
    assert ("劳动争议调解仲裁法", 999) not in all_named()


@pytest.mark.parametrize("case", CASES)
def test_an_article_decides(case):
    text = yaml.safe_dump({"facts": case["facts"], "expect": case["expect"]}, allow_unicode=True)
    assert misses(read_golden(text, case["name"]), shipped()) == []


def test_a_rule_says_the_whole_title_of_what_it_cites():
    short = tuple(SHORT.values())  # 信访条例 alone names a regulation that is no longer in force
    said = {part for rule in all_rules() for part in re.split(r"[；，、]", rule.reference)}
    assert not [part for part in said if part.startswith(short)]
