import re
from urllib.parse import quote

import pytest
from flask import request

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def client(own_flask):
    """A client of a page that tells what arrived."""

    @own_flask.post("/echo")
    def echo():
        return {"words": request.form.get("words"), "n": len(request.form)}

    echo.needs = None
    return own_flask.test_client()


def send(client, body, **more):
    return client.post("/echo", data=body, content_type=more.pop("content_type", FORM), **more)


def sentence(answer):
    return re.sub(r"<[^>]+>|\s", "", answer.text)


@pytest.mark.parametrize(
    "words", ["扎西与完么才让", "བཀྲ་ཤིས་", "张㈢１", "a&b=c\r\nd", "😀", "%FF 是乱码", "�是替换符"]
)
def test_what_is_whole_arrives_unchanged(client, words):
    assert send(client, f"words={quote(words)}").json["words"] == words


@pytest.mark.parametrize(
    "body",
    [
        b"words=" + quote("草场纠纷", encoding="gbk").encode(),
        b"words=" + "草场纠纷".encode("gbk"),
        b"words=%FF%FE",
        b"%C3=1",
        b"words=%ED%A0%80",  # a lone surrogate
        b"words=%E8%8D",
    ],
    ids=["gbk escaped", "gbk raw", "bad escape", "bad name", "surrogate", "cut short"],
)
def test_a_body_that_is_not_utf8_is_refused_aloud(client, body):
    answer = send(client, body)
    assert answer.status_code == 400
    assert "没有保存" in sentence(answer)
    assert "UTF-8" in sentence(answer)


def test_a_body_that_says_it_is_gbk_is_refused(client):
    assert send(client, "words=a", content_type=f"{FORM}; charset=gbk").status_code == 400


def test_gbk_in_a_multipart_form_is_refused(client):
    body = b'--x\r\nContent-Disposition: form-data; name="words"\r\n\r\n' + "草场".encode("gbk")
    answer = send(client, body + b"\r\n--x--\r\n", content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 400
    assert "没有保存" in sentence(answer)


@pytest.mark.parametrize("kind", ["escaped", "multipart"])
def test_nul_is_refused(client, kind):
    answer = (
        send(client, "words=a%00b")
        if kind == "escaped"
        else client.post("/echo", data={"words": "a\0b"}, content_type="multipart/form-data")
    )
    assert answer.status_code == 422
    assert "空字符" in sentence(answer)


def test_what_could_be_read_is_given_back(client):
    answer = send(client, "words=a%00b&other=" + quote("草场纠纷"))
    assert ">ab</textarea>" in answer.text
    assert ">草场纠纷</textarea>" in answer.text
    answer = send(client, b"words=%FF&password=geheim&other=" + quote("草场纠纷").encode())
    assert ">草场纠纷</textarea>" in answer.text
    assert "geheim" not in answer.text


def test_what_could_not_be_read_whole_is_not_sent_again(client):
    ours = {"Sec-Fetch-Site": "same-origin"}
    assert "重新提交</button>" not in send(client, b"words=%FF", headers=ours).text
    assert "重新提交</button>" in send(client, b"words=a%00b", headers=ours).text


def test_a_very_long_name_reaches_its_form(client):
    words = "扎" * 100_000
    assert send(client, f"words={quote(words)}").json["words"] == words


def body_of(kind, fields):
    """Write a form's body of this kind, as bytes."""
    if kind == FORM:
        return b"&".join(name + b"=" + value for name, value in fields)
    part = b'--x\r\nContent-Disposition: form-data; name="%b"\r\n\r\n%b\r\n'
    return b"".join(part % field for field in fields) + b"--x--\r\n"


@pytest.mark.parametrize("kind", [FORM, "multipart/form-data"])
def test_five_thousand_fields_are_too_many(client, kind):
    body = body_of(kind, [(b"f%d" % n, b"1") for n in range(5000)])
    answer = send(client, body, content_type=f"{kind}; boundary=x")
    assert answer.status_code == 413
    assert "没有保存" in sentence(answer)


@pytest.mark.parametrize("kind", [FORM, "multipart/form-data"])
@pytest.mark.parametrize("size", [3_000_000, 9_000_000])
def test_a_huge_field_is_refused(client, kind, size):
    body = body_of(kind, [(b"words", ("草" * (size // 3)).encode())])
    answer = send(client, body, content_type=f"{kind}; boundary=x")
    assert answer.status_code == 413
    assert "没有保存" in sentence(answer)


def test_a_long_record_is_not_too_large(client):
    words = "经过" * 10_000
    assert send(client, f"words={quote(words)}").json["words"] == words


@pytest.mark.parametrize("address", ["/healthz?q=%FF", "/healthz?q=%00", "/%FF", "/a%00b"])
def test_an_address_that_cannot_be_read_is_refused(client, address):
    answer = client.get(address)
    assert answer.status_code == 400
    assert "网址" in sentence(answer)


def test_an_htmx_part_gets_a_part(client):
    answer = send(client, b"words=%FF", headers={"HX-Request": "true"})
    assert answer.status_code == 400
    assert "<html" not in answer.text
