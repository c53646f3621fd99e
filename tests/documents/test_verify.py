"""A sealed paper is accepted as it is, and after each attack it is refused."""

import dataclasses
import hashlib
import subprocess
from datetime import UTC, datetime

import pytest

from documents import sign
from documents.sign import sealing
from documents.sign.fields import add_fields
from documents.sign.signer import HeldKeySigner
from documents.verify import Trust, load_trust, verify
from tests.documents import attacks
from tests.documents.conftest import COMMITTEE, PEOPLE, SIGNED_AT, ink_marks


def known(pdf):
    return {hashlib.sha256(pdf).hexdigest(): "known"}


def test_a_sealed_agreement_is_accepted(sealed, trust):
    verdict = verify(sealed, trust=trust, registered=known(sealed))
    assert verdict.problems == ()
    assert verdict.valid
    assert "验证通过" in verdict.verdict
    assert [fact.role for fact in verdict.signatures] == ["system", *PEOPLE, "seal"]
    assert [fact.name for fact in verdict.signatures[1:-1]] == list(PEOPLE.values())
    assert verdict.signatures[0].signed_at.isoformat() == "2026-03-18T12:40:00+08:00"


def test_the_public_half_of_the_keys_is_enough(sealed, key_folder, tmp_path):
    for name in ("authority.pem", "authority.crl", "system.pem", "seal.pem"):
        (tmp_path / name).write_bytes((key_folder / name).read_bytes())
    verdict = verify(sealed, trust=load_trust(tmp_path))
    assert verdict.valid
    assert verdict.register == "unchecked"


def test_the_register_has_the_last_word(sealed, trust):
    digest = hashlib.sha256(sealed).hexdigest()
    replaced = verify(sealed, trust=trust, registered=lambda _: "superseded")
    assert (replaced.valid, replaced.register) == (False, "superseded")
    assert "新版本" in replaced.verdict
    stranger = verify(sealed, trust=trust, registered={"0" * 64: "known"})
    assert (stranger.valid, stranger.register) == (False, "unknown")
    assert stranger.sha256 == digest


SIMPLE = {
    "改动一个字节": attacks.flip_a_byte,
    "末尾添字节": attacks.append_bytes,
    "签名空位夹带": attacks.smuggle_into_the_padding,
    "覆盖正文": attacks.overlay_content,
    "添加一页": attacks.append_a_page,
    "批注遮盖": attacks.cover_with_an_annotation,
    "换掉签名图样": attacks.swap_an_appearance,
}


@pytest.mark.parametrize("attack", SIMPLE.values(), ids=SIMPLE)
def test_an_attack_is_refused_even_if_the_register_were_fooled(attack, sealed, trust):
    forged = attack(sealed)
    verdict = verify(forged, trust=trust, registered=lambda _: "known")
    assert verdict.problems
    assert not verdict.valid
    assert "请勿采信" in verdict.verdict


def refused(forged, trust):
    verdict = verify(forged, trust=trust, registered=lambda _: "known")
    return bool(verdict.problems) and not verdict.valid


def test_a_signature_in_a_new_field_is_refused(sealed, trust, key):
    assert refused(
        attacks.sign_in_a_new_field(sealed, HeldKeySigner(key.hands["system"], key)), trust
    )


def test_a_signature_after_the_seal_is_refused(agreement, trust, key):
    """The field was the paper's own, but was left empty until the seal had locked the paper."""
    roles = ("system", "party-1", "seal")
    pdf = add_fields(agreement.pdf, roles, agreement.anchors)
    for role in ("system", "seal"):
        hand = sealing.Hand(role, role, SIGNED_AT)
        pdf = sealing.sign_as(pdf, key, hand, None)
    assert refused(pdf, trust)
    late = attacks.sign_late(pdf, HeldKeySigner(key.hands["system"], key), "sig-party-1")
    assert refused(late, trust)


@pytest.mark.parametrize("keep", range(1, 7))
def test_a_file_rolled_back_to_an_earlier_signature_is_refused(keep, sealed, trust):
    assert refused(attacks.roll_back(sealed, keep), trust)


def test_hands_exchanged_are_refused(agreement, trust, key):
    crossed = {**key.hands, "seal": key.hands["system"], "system": key.hands["seal"]}
    swapped = dataclasses.replace(key, hands=crossed)
    assert refused(sign.seal(agreement, swapped, signed_at=SIGNED_AT), trust)


def test_a_forger_with_keys_of_his_own_is_refused(agreement, trust, tmp_path):
    sign.make_committee_key(tmp_path / "forged", COMMITTEE)
    forger = sign.load_committee_key(tmp_path / "forged")
    forged = sign.seal(agreement, forger, signed_at=SIGNED_AT)
    assert verify(forged, trust=Trust.of(forger)).valid
    assert refused(forged, trust)


@pytest.mark.parametrize("year", [2019, 2050])
def test_a_signature_dated_when_its_certificate_was_not_good_is_refused(
    year, agreement, key, trust
):
    dated = sign.seal(agreement, key, signed_at=datetime(year, 6, 1, tzinfo=UTC))
    assert refused(dated, trust)
    assert "不在证书的有效期内" in verify(dated, trust=trust).verdict


JUNK = {
    "空": b"",
    "只有开头": b"%PDF-1.7\n",
    "全零": bytes(4096),
    "压缩包": b"PK\x03\x04 not a pdf",
}


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_junk_is_refused_and_never_raises(junk, trust):
    assert refused(junk, trust)


def test_an_unsigned_paper_says_so(agreement, trust):
    assert "没有电子签名" in verify(agreement.pdf, trust=trust).verdict


def test_pdfsig_and_mutool_agree_on_a_clean_file(sealed, tmp_path):
    path = tmp_path / "sealed.pdf"
    path.write_bytes(sealed)
    said = subprocess.run(["pdfsig", path], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid.") == len(PEOPLE) + 2
    assert said.count("Total document signed") == 1
    said = subprocess.run(
        ["mutool", "sign", "-v", path], capture_output=True, text=True, check=False
    )
    assert "invalid" not in said.stdout.lower().replace("signature is invalid", "INVALID")
    subprocess.run(["qpdf", "--check", path], capture_output=True, check=True)


def test_ink_marks_are_in_the_order_they_were_drawn(agreement, key, trust):
    few = sign.seal(agreement, key, signed_at=SIGNED_AT, inks=ink_marks(("party-2", "party-1")))
    assert [fact.role for fact in verify(few, trust=trust).signatures] == [
        "system", "party-2", "party-1", "seal"
    ]  # fmt: skip
