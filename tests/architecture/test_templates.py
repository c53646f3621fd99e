"""Pages: safe by default, in Chinese, with nothing that the content security policy would stop."""

import re

from jinja2 import nodes

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


def test_no_page_holds_anything_dangerous():
    for why, pattern in FORBIDDEN.items():
        found = [
            f"{short(path)}：{match.group()!r}"
            for path in PAGES
            if (match := pattern.search(path.read_text(encoding="utf-8")))
        ]
        assert not found, f"{why}：{found}"


def test_a_whole_page_says_its_language():
    whole = [p for p in PAGES if "<html" in p.read_text(encoding="utf-8")]
    assert whole
    silent = [
        short(p)
        for p in whole
        if not re.search(r'<html[^>]*\slang="zh-CN"', p.read_text(encoding="utf-8"))
    ]
    assert not silent, f'写上 <html lang="zh-CN">：{silent}'


def test_autoescape_is_on(bare_app):
    env = bare_app.jinja_env
    assert env.autoescape is True or env.autoescape("page.html") is True
    assert env.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"


def borrowed(page):
    """Name what a page takes from others."""
    pairs = (pair for one in page.find_all(nodes.FromImport) for pair in one.names)
    named = {pair[1] if isinstance(pair, tuple) else pair for pair in pairs}
    return named | {one.target for one in page.find_all(nodes.Import)}


def test_a_page_borrows_only_what_it_uses(bare_app):
    pages = {short(p): bare_app.jinja_env.parse(p.read_text(encoding="utf-8")) for p in PAGES}
    assert any(borrowed(page) for page in pages.values())
    for name, page in pages.items():
        read = {one.name for one in page.find_all(nodes.Name) if one.ctx == "load"}
        idle = borrowed(page) - read
        assert not idle, f"{name}：没有用到 {idle}；只有被包含的片段用到的，写在片段里"
