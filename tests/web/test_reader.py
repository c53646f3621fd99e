"""The careful visitor itself: it complains where it must, and only there."""

import pytest

from tests.reader import Page

GOOD = """<!doctype html><html lang="zh-CN"><title>今日工作</title><h1>今日工作</h1>
<form method="post"><input type="hidden" name="csrf_token" value="x">
<label for="name">姓名</label><input id="name" name="name">
<label>原因 <textarea name="reason"></textarea></label>
<input name="q" aria-label="查找"><button>保存</button></form><img src="a.svg" alt=""></html>"""


def test_a_good_page_pleases():
    assert Page(GOOD).verdict() == []


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        ('lang="zh-CN"', 'lang="en"', "lang=en"),
        ("<title>今日工作</title>", "", "没有 title"),
        ("<h1>今日工作</h1>", "", "h1 有 0 个"),
        ("<h1>今日工作</h1>", "<h1>今</h1><h1>日</h1>", "h1 有 2 个"),
        ("csrf_token", "token", "csrf_token"),
        ('for="name"', 'for="nome"', "没有标签"),
        ('aria-label="查找"', "", "没有标签"),
        (' alt=""', "", "alt"),
        ('<input name="q"', '<input id="name" name="q"', "id 重复"),
    ],
)
def test_what_is_wrong_is_said(right, wrong, complaint):
    assert right in GOOD
    verdict = Page(GOOD.replace(right, wrong)).verdict()
    assert len(verdict) == 1
    assert complaint in verdict[0]


def test_a_test_that_fetches_a_bad_page_fails(own_flask):
    own_flask.add_url_rule("/bad", "static.bad", lambda: "<html><p>nothing</p></html>")
    own_flask.view_functions["static.bad"].needs = None
    with pytest.raises(AssertionError, match="h1"):
        own_flask.test_client().get("/bad")
