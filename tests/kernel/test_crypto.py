import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.crypto import KeyRing, KeysMissing, SealBroken, masked

RING = KeyRing.new()


@given(st.text(max_size=200))
def test_what_was_sealed_opens_in_its_place_only(text):
    sealed = RING.seal(text, "parties|phone|632521|1")
    assert RING.open(sealed, "parties|phone|632521|1") == text
    with pytest.raises(SealBroken):
        RING.open(sealed, "parties|phone|632521|2")


@given(st.binary(max_size=80))
def test_rubbish_is_never_opened(envelope):
    with pytest.raises(SealBroken):
        RING.open(envelope, "anywhere")


def test_a_changed_byte_is_noticed():
    sealed = bytearray(RING.seal("632521199001011234", "p"))
    sealed[-1] ^= 1
    with pytest.raises(SealBroken):
        RING.open(bytes(sealed), "p")


def test_the_plain_value_is_not_in_the_envelope():
    assert b"13800000000" not in RING.seal("13800000000", "p")


def test_a_blind_index_finds_the_same_number_however_it_was_typed():
    assert RING.blind("id", "63252119900101123x") == RING.blind("id", " 632521-19900101-123X ")
    assert RING.blind("id", "１２３") == RING.blind("id", "123")
    assert RING.blind("id", "123") != RING.blind("phone", "123")


def test_keys_are_kept_by_their_owner_alone_and_never_written_over(tmp_path):
    path = tmp_path / "keys.json"
    RING.save(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert KeyRing.load(path) == RING
    with pytest.raises(FileExistsError):
        KeyRing.new().save(path)


def test_without_the_key_file_nothing_is_made_up(tmp_path):
    with pytest.raises(KeysMissing, match="勿重新生成"):
        KeyRing.load(tmp_path / "keys.json")


@pytest.mark.parametrize(
    ("number", "shown"),
    [("632521199001011234", "6325************34"), ("12345", "*****"), ("", ""), (None, "")],
)
def test_a_number_is_masked(number, shown):
    assert masked(number, head=4, tail=2) == shown


def test_a_mask_without_a_tail_shows_no_tail():
    assert masked("才让卓玛", head=1, tail=0) == "才***"
