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
SHORT = {"医疗纠纷预防和处理条例": "医疗条例", "信访工作条例": "信访条例"}
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
            yield law, article
            if to:
                yield from ((law, each) for each in range(article + 1, found[place + 1][0]))


def named(text):
    """Yield (law, article) of a test's name."""
    for law, articles in NAMED.findall(text):
        for article in re.findall(r"\d+", articles):
            yield SHORT.get(law, law), int(article)


def all_cited():
    rules = [
        rule
        for books in (shipped(), books_of_mediators())
        for book in books.books
        for rule in book.rules
    ]
    return {article: rule.id for rule in rules for article in cited(rule.reference)}


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
    assert list(cited("75号令（参照）第二十二条第二项；信访条例第二十条、第三十一条")) == [
        ("75号令", 22), ("信访条例", 20), ("信访条例", 31),
    ]  # fmt: skip
    assert [article for _, article in cited("事故程序第八十四条至第八十六条")] == [84, 85, 86]
    assert list(cited("程序规定第一百七十八条")) == [("程序规定", 178)]
    assert list(named("S3_人民调解法33条_过了最后一天不能申请")) == [("人民调解法", 33)]
    assert list(named("75号令22条_x")) == [("75号令", 22)]
    assert ("劳动争议调解仲裁法", 999) not in all_named()


@pytest.mark.parametrize("case", CASES)
def test_an_article_decides(case):
    text = yaml.safe_dump({"facts": case["facts"], "expect": case["expect"]}, allow_unicode=True)
    assert misses(read_golden(text, case["name"]), shipped()) == []
