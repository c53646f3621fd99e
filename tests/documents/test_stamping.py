"""A time-stamp authority over HTTP: used when it is well, and harmless in every way it may fail."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from documents import sign
from documents.sign.longterm import strengthen
from documents.sign.stamping import HttpTimeStamper, StampFailed
from documents.sign.timestamps import LocalTimeStamper
from documents.verify import Trust, load_stamp_roots, load_trust, verify
from tests.documents import authority
from tests.documents.conftest import SIGNED_AT

NIGHT = SIGNED_AT + timedelta(hours=14)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """The keys of an authority that has nothing to do with the committee."""
    folder = tmp_path_factory.mktemp("authority") / "keys"
    sign.make_committee_key(folder, "某时间戳服务机构")
    return sign.load_committee_key(folder)


@pytest.fixture(scope="module")
def theirs(elsewhere):
    return LocalTimeStamper(elsewhere, lambda: NIGHT)


@pytest.fixture
def believing(trust, elsewhere):
    return replace(trust, stamp_roots=elsewhere.roots)


def asking(url, **said):
    return HttpTimeStamper(url, lambda: NIGHT, **said)


def known(pdf):
    return {hashlib.sha256(pdf).hexdigest(): "known"}


def test_盖章的文书向时间戳服务要到时间戳_核验通过(sealed, theirs, believing):
    with authority.serving(authority.honest(theirs)) as (url, asked):
        strong = strengthen(sealed, asking(url), believing)
    assert strong.startswith(sealed)
    assert set(asked) == {"application/timestamp-query"}
    assert verify(strong, trust=believing, registered=known(strong)).valid


def test_没有放进名单的服务_它的时间戳不要(sealed, theirs, trust):
    with (
        authority.serving(authority.honest(theirs)) as (url, _),
        pytest.raises(StampFailed, match="不在信任的名单"),
    ):
        strengthen(sealed, asking(url), trust)
    assert verify(sealed, trust=trust, registered=known(sealed)).valid, "签章照旧有效"


def test_信任时间戳机构_不等于信任它签的文书(sealed, theirs, believing, elsewhere):
    with authority.serving(authority.honest(theirs)) as (url, _):
        strong = strengthen(sealed, asking(url), believing)
    stranger = Trust(elsewhere.roots, believing.hands, stamp_roots=believing.roots)
    assert not verify(strong, trust=stranger, registered=known(strong)).valid


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (authority.refuses, "拒绝了请求"),
        (authority.answers_another, "别的文件"),
        (authority.answers_an_older_question, "别的文件"),
        (authority.says(), "不是时间戳"),
        (authority.says(content=b""), "不是时间戳"),
        (authority.says(kind="text/html"), "不是时间戳"),
        (authority.says(content=bytes(70_000)), "不是时间戳"),
        (authority.says(status=503), "回了错误（503）"),
        (authority.says(status=302), "回了错误（302）"),
        (authority.sleeps, "没有回答"),
        (authority.trickles, "没有回答"),
    ],
)
def test_服务答错_答慢_不答_各说一句话_文书照旧(sealed, theirs, believing, wrong, said):
    with (
        authority.serving(wrong(theirs)) as (url, _),
        pytest.raises(StampFailed, match=said) as refused,
    ):
        strengthen(sealed, asking(url, patience=1), believing)
    assert "\n" not in str(refused.value)


def test_服务没有开(sealed, believing):
    with authority.serving(authority.says()()) as (url, _):
        pass
    with pytest.raises(StampFailed, match="连不上"):
        strengthen(sealed, asking(url), believing)


def test_时间和本机差得多的不要(sealed, elsewhere, believing):
    late = LocalTimeStamper(elsewhere, lambda: NIGHT - timedelta(minutes=6))
    with (
        authority.serving(authority.honest(late)) as (url, _),
        pytest.raises(StampFailed, match="相差五分钟"),
    ):
        strengthen(sealed, asking(url), believing)


@pytest.mark.parametrize("url", ["", "ftp://tsa.example", "file:///etc/passwd", "tsa.example"])
def test_网址要是http的(url):
    with pytest.raises(StampFailed, match="http"):
        asking(url)


def test_信任的根放在文件里_没有文件就没有(tmp_path, key_folder, elsewhere):
    file = tmp_path / "tsa.pem"
    assert load_stamp_roots(file) == ()
    file.write_bytes(elsewhere.roots[0].public_bytes(Encoding.PEM))
    trust = load_trust(key_folder, load_stamp_roots(file))
    assert trust.stamp_roots == tuple(x509.load_pem_x509_certificates(file.read_bytes()))
