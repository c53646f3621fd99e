"""The committee's keys are made once and kept; some papers are never sealed by a machine."""

import dataclasses
import stat
from datetime import UTC, datetime

import pytest

from documents import render, sign
from documents.samples import sample
from documents.verify import Trust, verify
from tests.documents.conftest import COMMITTEE, SIGNED_AT, ink_marks


def test_the_keys_are_private_and_never_written_over(key_folder):
    names = {path.name for path in key_folder.iterdir()}
    assert {"authority.pem", "committee.txt", "seal.key", "seal.pem", "system.key"} <= names
    assert {stat.S_IMODE(path.stat().st_mode) for path in key_folder.iterdir()} == {0o600}
    assert stat.S_IMODE(key_folder.stat().st_mode) == 0o700
    before = (key_folder / "seal.key").read_bytes()
    with pytest.raises(sign.KeysExistError, match="不能覆盖"):
        sign.make_committee_key(key_folder, COMMITTEE)
    assert (key_folder / "seal.key").read_bytes() == before


def test_a_secret_is_needed_to_open_what_a_secret_locked(key_folder):
    for secret in (None, b"another"):
        with pytest.raises(sign.KeysMissingError, match="口令"):
            sign.load_committee_key(key_folder, secret=secret)
    assert b"ENCRYPTED" in (key_folder / "seal.key").read_bytes()


def test_missing_keys_say_so(tmp_path):
    with pytest.raises(sign.KeysMissingError, match="打不开"):
        sign.load_committee_key(tmp_path)


def test_nothing_half_made_is_left_behind(tmp_path):
    sign.make_committee_key(tmp_path / "deep" / "keys", COMMITTEE)
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["keys"]
    assert sign.load_committee_key(tmp_path / "deep" / "keys").is_demo


def test_what_a_killed_one_left_is_cleared(tmp_path):
    (tmp_path / ".keys-x" / "keys").mkdir(parents=True)
    (tmp_path / ".keys-x" / "keys" / "seal.key").write_bytes(b"half")
    sign.make_committee_key(tmp_path / "keys", COMMITTEE)
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]


def test_a_committee_of_rare_characters_has_a_key(tmp_path, agreement):
    name = "共和县𬭎𫘧镇人民调解委员会"
    sign.make_committee_key(tmp_path / "keys", name)
    key = sign.load_committee_key(tmp_path / "keys")
    assert key.committee == name
    own = dataclasses.replace(agreement, committee=name)
    verdict = verify(sign.seal(own, key, signed_at=SIGNED_AT), trust=Trust.of(key))
    assert verdict.valid
    assert verdict.signatures[-1].name == name


@pytest.mark.parametrize("code", ["mediation_agreement", "mediation_record"])
def test_电子签名法3条_人身关系的文书不用电子签章(code, key):
    printed = render.render(dataclasses.replace(sample(code), ink_only=True))
    with pytest.raises(sign.InkRequired, match="电子签名法第三条"):
        sign.seal(printed, key, signed_at=SIGNED_AT)


def test_a_paper_without_a_place_is_not_sealed(key, agreement):
    draft = render.render(sample("mediation_agreement"), draft=True)
    with pytest.raises(sign.NotSealable, match="草稿"):
        sign.seal(draft, key, signed_at=SIGNED_AT)
    nowhere = dataclasses.replace(ink_marks(("party-1",))[0], role="party-9")
    with pytest.raises(sign.NotSealable, match="party-9"):
        sign.seal(agreement, key, signed_at=SIGNED_AT, inks=(nowhere,))


def test_another_committee_s_paper_is_not_sealed(key, agreement):
    foreign = dataclasses.replace(agreement, committee="兴海县河卡镇人民调解委员会")
    with pytest.raises(sign.NotSealable, match="河卡"):
        sign.seal(foreign, key, signed_at=SIGNED_AT)


def test_the_time_of_signing_bears_a_zone(key, agreement):
    with pytest.raises(sign.NotSealable, match="时区"):
        sign.seal(agreement, key, signed_at=datetime(2026, 3, 18, 9, 0))  # noqa: DTZ001 (the fault)
    moment = datetime(2026, 3, 18, 1, 0, tzinfo=UTC)
    sealed = sign.seal(agreement, key, signed_at=moment)
    signed_at = verify(sealed, trust=Trust.of(key)).signatures[-1].signed_at
    assert signed_at.isoformat() == "2026-03-18T09:00:00+08:00"


def test_papers_on_paper_bear_no_seal(agreement):
    assert b"/Sig" not in agreement.pdf
    assert b"d7000f" not in agreement.pdf
