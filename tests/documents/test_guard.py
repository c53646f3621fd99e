"""No name is printed as a box or as somebody else's glyph."""

import dataclasses

import pytest
from fontTools.ttLib import TTFont

from documents import typefaces
from documents.guard import Unprintable, check_text, normalise
from documents.papers import MediationAgreement, Paper
from documents.render import render
from documents.samples import sample
from documents.typefaces import FACES, FONTS, covered

RARE = "𬭎䶮㛃𠅤𬱖㐱喆堃㺭𬍛𬤇𫘧䥽㙓"
STANDARD = (FONTS / "standard-8105.txt").read_text("utf-8").strip()


@pytest.mark.parametrize("name", ["马文𬭎", "韩玉䶮", "拉毛才让", "བཀྲ་ཤིས།", "O·阿不都", RARE])
def test_real_names_pass(name):
    check_text(name)
    check_text(normalise(name))


REFUSED = {
    "自造字": ("孙\ue863", "私用区"),
    "右到左控制符": ("王\u202e小山", "控制符"),
    "零字符": ("王\x00小山", "控制符"),
    "变体选择符": ("葛\U000e0100", "选择符"),
    "表情选择符": ("好\ufe0f", "选择符"),
    "兼容汉字": ("吴\uf9dc", "兼容汉字"),
    "半个代理": ("王\ud83d", "控制符"),
    "没有字形": ("\U000323af", "没有可用的字形"),
    "方框勾": ("☑", "没有可用的字形"),
    "表情": ("😀", "没有可用的字形"),
}


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_printed_is_refused_with_its_reason(text, why):
    with pytest.raises(Unprintable, match=why) as refused:
        check_text(text, where="当事人姓名：")
    fault = refused.value.faults[0]
    assert fault.code_point == f"U+{ord(text[fault.place]):04X}"
    assert str(refused.value).startswith("当事人姓名：字形无法打印")
    assert refused.value.characters == (text[fault.place],)


def test_the_sentence_can_be_shown_and_stored():
    with pytest.raises(Unprintable) as refused:
        check_text("王\ud83d\u202e")
    str(refused.value).encode()


@pytest.mark.parametrize("text", ["a\u00adb", "a\u200bb", "a\u200db", "第一行\n第二行\t", "﨑﨎"])
def test_harmless_marks_and_true_ideographs_pass(text):
    check_text(text)


def test_composed_tibetan_is_not_refused():
    composed = "\u0f43"  # NFC takes it apart
    assert normalise(composed) != composed
    check_text(composed)
    check_text(normalise(composed))


def test_a_bold_heading_knows_fewer_characters():
    check_text("㛃", face="body")
    with pytest.raises(Unprintable):
        check_text("㐱", face="heading")
    with pytest.raises(Unprintable):
        check_text("㐱", face="label")


def test_the_standard_is_whole():
    assert len(set(STANDARD)) == 8105
    for face in ("body", "heading", "label"):
        check_text(STANDARD, face=face)


def test_the_coverage_on_file_is_the_fonts_own():
    for face, name in FACES.items():
        with TTFont(FONTS / name, lazy=True) as font:
            own = set(font.getBestCmap())
        tibetan = {code for code in covered("tibetan") if code in typefaces.TIBETAN}
        assert covered(face) == own | tibetan, face


def test_all_standard_characters_render_in_body_and_heading():
    facts = "\n".join(STANDARD[start : start + 700] for start in range(0, len(STANDARD), 700))
    agreement = dataclasses.replace(sample("mediation_agreement"), facts=facts)
    assert render(agreement).pages > 5


def texts_of(paper):
    return [f.name for f in dataclasses.fields(paper) if isinstance(getattr(paper, f.name), str)]


@pytest.mark.parametrize("kind", Paper.kinds(), ids=lambda kind: kind.code)
def test_every_text_of_every_paper_is_guarded(kind):
    paper = sample(kind.code)
    for name in texts_of(paper):
        if name in {"source", "result", "qr_text"}:
            continue
        with pytest.raises(Unprintable):
            render(dataclasses.replace(paper, **{name: "孙\ue863"}))


def test_an_unprintable_name_in_a_party_stops_the_agreement():
    agreement = sample("mediation_agreement")
    assert isinstance(agreement, MediationAgreement)
    party = dataclasses.replace(agreement.parties[0], name="赵\U000323af")
    with pytest.raises(Unprintable, match=r"U\+323AF"):
        render(dataclasses.replace(agreement, parties=(party, *agreement.parties[1:])))


def test_the_fonts_are_the_locked_ones():
    typefaces.check_lock()


def test_other_fonts_are_refused(tmp_path, monkeypatch):
    for name in ("fonts.lock", FACES["tibetan"]):
        (tmp_path / name).write_bytes((FONTS / name).read_bytes())
    (tmp_path / FACES["tibetan"]).write_bytes(b"another font")
    monkeypatch.setattr(typefaces, "FONTS", tmp_path)
    monkeypatch.setattr(typefaces, "LOCK", tmp_path / "fonts.lock")
    with pytest.raises(typefaces.FontsChangedError, match="NotoSansSC"):
        typefaces.check_lock()
