"""A package of rules that was damaged on its way is refused in words, never a crash."""

import io

import pytest
from werkzeug.datastructures import FileStorage

from app.kernel.errors import Incomplete
from app.web.rulebooks.packing import packed, unpacked

FILES = {
    "30-routing/110-court.yaml": "id: court\nsays: 由人民法院办理\n" * 20,
    "parameters.yaml": "herd: 30\n",
}


def unpack(whole: bytes):
    return unpacked(FileStorage(io.BytesIO(whole), filename="rules.zip"))


def test_a_package_comes_back_as_it_was():
    assert unpack(packed(FILES)) == FILES


def answer(whole: bytes) -> str:
    """Say what a clerk reads; an empty sentence when the package was taken."""
    try:
        unpack(whole)
    except Incomplete as error:
        return str(error)
    return ""


def test_any_damaged_byte_is_refused_in_words_or_harmless():
    whole = packed(FILES)
    answers = []
    for place in range(len(whole)):
        for bit in (0x01, 0x80):
            damaged = bytearray(whole)
            damaged[place] ^= bit
            answers.append(answer(bytes(damaged)))
    refused = [one for one in answers if one]
    assert all("没有导入" in one for one in refused)
    assert len(refused) > len(whole)


@pytest.mark.parametrize("kept", [0, 1, 22, 100])
def test_a_package_cut_short_is_refused(kept):
    with pytest.raises(Incomplete, match="没有导入"):
        unpack(packed(FILES)[:kept])
