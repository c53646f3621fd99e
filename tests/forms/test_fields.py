"""What people type, read kindly; what is wrong, said in Chinese; nothing typed is lost."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from uuid import UUID

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from app.cases.enums import DisputeType
from app.kernel.errors import Incomplete, NotNow, Stale
from app.web.forms import refused
from forms.base import (
    Form,
    choice_field,
    day_field,
    id_number_field,
    money_field,
    phone_field,
    text_field,
    yes_no_field,
)
from forms.counts import CountField


class Everything(Form):
    title = text_field("标题", 10)
    more = text_field("补充", 10, required=False, rows=3)
    on = day_field("日期", required=False)
    amount = money_field("金额")
    kind = choice_field("类型", DisputeType, required=False)
    agrees = yes_no_field("是否同意", required=False)
    number = id_number_field()
    phone = phone_field()
    count = CountField("几户", "户数请写 1 到 1000 之间的整数。", (1, 1000), required=False)


@pytest.fixture
def fill():
    flask = Flask("test")
    flask.config |= {"SECRET_KEY": "x", "WTF_CSRF_ENABLED": False}
    with flask.test_request_context(method="POST"):
        yield lambda **said: Everything(MultiDict({"title": "标题"} | said))


@pytest.mark.parametrize(
    ("field", "typed", "read"),
    [
        ("title", "  草场\r\n纠纷 ", "草场\n纠纷"),
        ("title", "张㈢１", "张㈢１"),
        ("more", "", None),
        ("on", "2026-03-02", date(2026, 3, 2)),
        ("on", "", None),
        ("amount", "12,000.5", Decimal("12000.50")),
        ("amount", "１２０００ 元", Decimal("12000.00")),
        ("amount", "1.86万元", Decimal("18600.00")),
        ("amount", "0.5 万", Decimal("5000.00")),
        ("amount", "0", Decimal("0.00")),
        ("amount", "", None),
        ("kind", "family", DisputeType.FAMILY),
        ("kind", "", None),
        ("agrees", "yes", True),
        ("agrees", "no", False),
        ("agrees", "unknown", None),
        ("number", "6325211990030745 15", "632521199003074515"),
        ("number", "11010519491231002x", "11010519491231002X"),
        ("phone", "+86 138 9741 2345", "13897412345"),
        ("phone", "0974-8512345", "09748512345"),
        ("count", "１５", 15),
        ("count", "", None),
    ],
)
def test_a_field_is_read_as_people_write_it(fill, field, typed, read):
    form = fill(**{field: typed})
    assert form.validate(), form.errors
    assert form[field].data == read


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("title", "", "请填写“标题”"),
        ("title", "   ", "请填写“标题”"),
        ("title", "草" * 11, "最多 10 个字"),
        ("title", "草\u202e场", "U+202E"),
        ("title", "草\x00场", "U+0000"),
        ("on", "2026-02-30", "日期请写成"),
        ("on", "明天", "日期请写成"),
        ("on", "0002-03-02", "年份不对"),
        ("amount", "-1", "负数"),
        ("amount", "1.005", "两位小数"),
        ("amount", "一千", "金额请写成"),
        ("amount", "NaN", "负数"),
        ("amount", "Infinity", "负数"),
        ("amount", "9e999999万", "金额请写成"),
        ("amount", "1e-999999万", "金额请写成"),
        ("amount", "9e999999", "一万亿"),
        ("kind", "nonsense", "没有这个选项"),
        ("agrees", "maybe", "没有这个选项"),
        ("number", "632521199003074516", "身份证号不对"),
        ("phone", "12345", "电话号码不对"),
        ("phone", "电话", "电话号码不对"),
        ("count", "十五", "整数"),
        ("count", "1001", "整数"),
        ("count", "9" * 400, "整数"),
        ("seen_version", "x", "这一页不完整"),
        ("seen_version", "9" * 400, "这一页不完整"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(fill, field, typed, said):
    form = fill(**{field: typed})
    assert not form.validate()
    assert len(form[field].errors) == 1
    assert said in form[field].errors[0]
    assert typed.strip() in str(form[field].raw_data[0])


def test_what_cannot_be_read_was_filled_in_and_is_said_once():
    class Group(Form):
        households = CountField("户数", "户数请写 1 到 1000 之间的整数。", (1, 1000))

    flask = Flask("test")
    flask.config |= {"SECRET_KEY": "x", "WTF_CSRF_ENABLED": False}
    with flask.test_request_context(method="POST"):
        form = Group(MultiDict({"households": "十五"}))
        assert not form.validate()
    assert form.households.errors == ["户数请写 1 到 1000 之间的整数。"]


def test_a_file_is_no_words():
    flask = Flask("test")
    flask.config |= {"SECRET_KEY": "x", "WTF_CSRF_ENABLED": False}
    sent = {"title": (BytesIO(b"%PDF"), "a.pdf"), "on": (BytesIO(b"%PDF"), "b.pdf")}
    with flask.test_request_context(method="POST", data=sent):
        form = Everything()
        assert not form.validate()
        assert form.title.errors == ["请填写“标题”。"]
        assert form.on.data is None


def test_a_form_has_a_key_that_its_page_sends_back(fill):
    assert UUID(str(fill().command_key)).version == 7
    key = "01a213ed-8c76-78c2-8ab4-5dd1a806344f"
    assert str(fill(key=key).command_key) == key
    with pytest.raises(Incomplete, match="重新打开"):
        _ = fill(key="x").command_key


def test_a_refusal_stands_at_its_field_or_at_the_top(fill):
    form = fill()
    form.validate()
    assert refused(form, Incomplete("写明理由", field="more")) == 422
    assert form.more.errors == ["写明理由"]
    assert refused(form, NotNow("现在不行")) == 409
    assert refused(form, Stale("别人改过")) == 409
    assert ("", "现在不行") in form.problems()
    assert ("more", "写明理由") in form.problems()
