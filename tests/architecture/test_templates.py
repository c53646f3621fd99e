"""Pages: safe by default, in Chinese, with nothing that the content security policy would stop."""

import re

import pytest

from tests.architecture.house import ROOT, short, tracked

PAGES = [p for p in tracked() if p.suffix == ".html" and (ROOT / "app" / "templates") in p.parents]
FORBIDDEN = {
    "|safe 会放出未经转义的内容": re.compile(r"\|\s*safe\b"),
    "autoescape 不能关掉": re.compile(r"autoescape\s+false"),
    "脚本放进 static/ 的模块": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>\s*\S"),
    "样式放进 static/ 的样式表": re.compile(r"<style\b|\sstyle="),
    "事件写进模块，不写在标签上": re.compile(r"\son[a-z]+=[\"']"),
    "页面只用本机的文件": re.compile(r"(?:src|href)=[\"'](?:https?:)?//"),
}


@pytest.mark.parametrize("path", PAGES, ids=short)
def test_a_page_holds_nothing_dangerous(path):
    text = path.read_text(encoding="utf-8")
    for why, pattern in FORBIDDEN.items():
        found = pattern.search(text)
        assert found is None, f"{short(path)}：{why}：{found.group()!r}"


@pytest.mark.parametrize("path", PAGES, ids=short)
def test_a_whole_page_says_its_language(path):
    text = path.read_text(encoding="utf-8")
    if "<html" in text:
        assert re.search(r'<html[^>]*\slang="zh-CN"', text), f'{short(path)}：<html lang="zh-CN">'


def test_autoescape_is_on(bare_app):
    env = bare_app.jinja_env
    assert env.autoescape is True or env.autoescape("page.html") is True
    assert env.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
