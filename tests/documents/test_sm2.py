"""SM2 beside the file: the standard's own example, OpenSSL's signatures, and every way to forge one."""

import shutil
import subprocess
from datetime import UTC, datetime

import pytest

from documents.sign.detached import ENDING, OpensslHand, detach
from documents.sign.keys import KeysMissingError
from documents.sm2 import WHO, PublicKey
from documents.verify.detached import beside

AT = datetime(2026, 3, 18, 3, 40, tzinfo=UTC)
PDF = b"%PDF-1.7 the sealed file"
# GB/T 32918.5-2017, annex A.2
POINT = (
    "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
    "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"
)
R = 0xF5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3
S = 0xB1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA


def openssl(*words, **said):
    return subprocess.run(["openssl", *words], check=True, capture_output=True, **said).stdout


def give_sm2_key(folder):
    """Put an SM2 key of OpenSSL's making, and its certificate, into a committee's folder."""
    key, certificate = folder / "sm2.key", folder / "sm2.pem"
    openssl("genpkey", "-algorithm", "SM2", "-out", key)
    openssl(
        "req", "-new", "-x509", "-key", key, "-sm3", "-sigopt", f"distid:{WHO.decode()}",
        "-subj", "/C=CN/CN=SM2", "-days", "3000", "-out", certificate,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Two committees' folders, each with an SM2 key of OpenSSL's making."""
    made = []
    for name in ("ours", "another"):
        folder = tmp_path_factory.mktemp(name)
        give_sm2_key(folder)
        made.append(folder)
    return made


@pytest.fixture(scope="module")
def hand(folders):
    return OpensslHand.of(folders[0])


@pytest.fixture(scope="module")
def signed(hand):
    return detach(PDF, hand, AT)


def test_国家标准的示例签名通过_差一位都不行():
    key = PublicKey.of(bytes.fromhex(POINT))
    assert key.accepts(b"message digest", R, S)
    for message, r, s in ((b"message digesu", R, S), (b"message digest", R ^ 1, S),
                          (b"message digest", R, S ^ 1), (b"message digest", 0, S)):  # fmt: skip
        assert not key.accepts(message, r, s)


OFF_THE_CURVE = {
    "空的": "",
    "别的点": "04" * 65,
    "少一个字节": POINT[:-2],
    "压缩过的": "02" + POINT[2:],
}


@pytest.mark.parametrize("name", OFF_THE_CURVE)
def test_不在曲线上的公钥不收(name):
    with pytest.raises(ValueError, match="curve"):
        PublicKey.of(bytes.fromhex(OFF_THE_CURVE[name]))


def test_旁挂的国密签名_别家程序也认(folders, hand, signed, tmp_path):
    assert beside(PDF, signed, hand.certificate) == ()
    assert len(signed) < 1200
    message, signature = tmp_path / "message", tmp_path / "signature"
    message.write_bytes(b"anything")
    signature.write_bytes(hand.sign(b"anything"))
    told = openssl(
        "pkeyutl", "-verify", "-rawin", "-digest", "sm3", "-pkeyopt", f"distid:{WHO.decode()}",
        "-inkey", folders[0] / "sm2.key", "-in", message, "-sigfile", signature, cwd=tmp_path,
    )  # fmt: skip
    assert b"Verified Successfully" in told


FORGED = {
    "文件改了一个字": (PDF + b".", lambda signed: signed, "不是这个文件"),
    "签名改了一位": (PDF, lambda signed: signed[:-1] + bytes([signed[-1] ^ 1]), "无效"),
    "截掉一半": (PDF, lambda signed: signed[:300], "格式不对"),
    "后面添了东西": (PDF, lambda signed: signed + b"x", "格式不对"),
    "空的": (PDF, lambda _: b"", "格式不对"),
    "不是签名": (PDF, lambda _: b"PK" + bytes(200), "格式不对"),
    "签署时间改了": (
        PDF,
        lambda signed: signed.replace(b"260318034000Z", b"260319034000Z"),
        "无效",
    ),
}


@pytest.mark.parametrize("name", FORGED)
def test_伪造的国密签名说出哪里不对(name, signed, hand):
    pdf, change, said = FORGED[name]
    assert pdf != PDF or change(signed) != signed, "改到了"
    assert any(said in one for one in beside(pdf, change(signed), hand.certificate))


def test_别的委员会的证书_或者没有登记证书_都不行(folders, signed, hand):
    another = OpensslHand.of(folders[1])
    said = ("国密签名不是登记的证书所签",)
    assert beside(PDF, detach(PDF, another, AT), hand.certificate) == said
    assert beside(PDF, signed, None) == said


def test_没有国密密钥就不用_密钥坏了说清楚(folders, tmp_path):
    assert OpensslHand.of(tmp_path) is None
    shutil.copy(folders[0] / "sm2.key", tmp_path)
    with pytest.raises(KeysMissingError, match="国密证书"):
        OpensslHand.of(tmp_path)
    shutil.copy(folders[0] / "sm2.pem", tmp_path)
    (tmp_path / "sm2.key").write_bytes(b"nothing")
    with pytest.raises(KeysMissingError, match="没有做成"):
        detach(PDF, OpensslHand.of(tmp_path), AT)
    assert ENDING == ".sm2.p7s"
