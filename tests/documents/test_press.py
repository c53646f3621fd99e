"""Everything that stops a print, and what a print then is: PDF/A-3, tagged, with its data inside."""

import dataclasses
import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType

import pikepdf
import pytest

from documents import lint, render
from documents.alarm import RenderFault
from documents.compose import MissingWordError, canonical, html
from documents.guard import Unprintable
from documents.lint import LayoutFault
from documents.papers import AcceptanceForm, BilingualClause, MediationAgreement, Paper
from documents.papers.parts import BadPaperError
from documents.samples import sample
from tests.documents.pdfa import faults_of

AGREEMENT = sample("mediation_agreement")
EXPECTED_PAGES = {"acceptance_form": 1, "application_form": 1, "intake_receipt": 1,
                  "meeting_invitation": 1, "revisit_record": 1, "termination_notice": 1,
                  "mediation_agreement": 3, "mediation_record": 2, "inquiry_record": 2,
                  "oral_agreement_form": 2, "rights_notice": 2, "non_acceptance_notice": 2,
                  "consultation_minutes": 2}  # fmt: skip


def laid_out(body):
    press = render._press()  # noqa: SLF001 (the press prints what no paper would say)
    with press.alarmed():
        return press.paginate(f'<html lang="zh-CN"><body>{body}</body></html>', MediationAgreement)


@pytest.mark.parametrize("code", EXPECTED_PAGES)
def test_a_sample_has_the_pages_we_expect(code):
    assert render.render(sample(code)).pages == EXPECTED_PAGES[code]


ADDRESSES = {
    "本机图片": '<p>字<img src="file:///etc/hostname"></p>',
    "附件": '<link rel="attachment" href="file:///etc/passwd"><p>字</p>',
    "网络图片": '<p>字<img src="http://example.org/a.png"></p>',
    "样式": '<style>p { background: url("http://example.org/a.png") }</style><p>字</p>',
    "相对地址": '<p>字<img src="a.png"></p>',
}


@pytest.mark.parametrize("body", ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_stops_the_print(body):
    with pytest.raises(RenderFault):
        document = laid_out(body)
        with render._press().alarmed():  # noqa: SLF001 (the same)
            document.write_pdf(pdf_variant="pdf/a-3u")


def test_a_warning_of_the_renderer_stops_the_print():
    with pytest.raises(RenderFault, match="未打印"):
        laid_out("<style>p { colour: red }</style><p>字</p>")


def test_a_silenced_log_does_not_silence_the_alarm(monkeypatch):
    logger = logging.getLogger("weasyprint")
    monkeypatch.setattr(logger, "disabled", True)
    test_a_warning_of_the_renderer_stops_the_print()
    assert logger.disabled


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            f'<table><tr><td style="width:9mm" class="nb">{"1" * 90}</td><td>x</td></tr></table>',
            "超出单元格",
        ),
        (f'<p class="nb" style="text-align:left">{"长" * 80}</p>', "超出版心"),
        (
            '<div style="break-after: page">字</div><div style="break-after: page"></div><p>字</p>',
            "空白页",
        ),
        ('<p style="width: 5em; text-indent: 0">一二三四五<br>，六七</p>', "断行不当"),
        ('<div id="sign-seal" style="height: 9mm"></div>', "没有正文"),
        (
            '<p>字</p><p>字</p><div id="sign-a">一</div><div id="sign-seal" style="break-before: page">二</div>',
            "签名处分在",
        ),
    ],
)
def test_the_lint_finds(body, said):
    document = laid_out(body)
    with pytest.raises(LayoutFault, match=said):
        lint.check(document, render._anchors(document), 60)  # noqa: SLF001 (the same)


def test_a_character_that_would_fall_back_inside_the_set_is_refused():
    document = laid_out("<h1>㐱</h1><p>字</p>")
    with pytest.raises(Unprintable):
        lint.check(document, {}, 60)


def test_too_many_pages_are_a_fault():
    document = laid_out('<p style="break-after: page">字</p>' * 4)
    with pytest.raises(LayoutFault, match="超过3页"):
        lint.check(document, {}, 3)


def test_lines_of_han_reach_the_right_edge():
    """The Han patch at work: without it a line stays ragged by up to two characters."""
    text = "人民调解委员会（以下简称“本委员会”）于2026年3月18日，就1,286.5元的损失进行调解；" * 12
    document = laid_out(f"<p>{text}</p>")
    lint.check(document, {}, 60)
    walk = lint.Walk([], [])
    page = document.pages[0]._page_box  # noqa: SLF001 (no public box tree)
    lint._gather(page, None, page, walk)  # noqa: SLF001 (the same)
    paragraph = walk.paragraphs[0]
    edge = paragraph.content_box_x() + paragraph.width
    lines = lint._lines(paragraph)  # noqa: SLF001 (the same)
    assert len(lines) > 10
    for line in lines[:-1]:
        last = lint._last_text(line)  # noqa: SLF001 (the same)
        assert abs(edge - last.position_x - last.width) < 0.5


def test_anchors_are_boxes_of_four_numbers(agreement):
    assert isinstance(agreement.anchors, MappingProxyType)
    seal = agreement.anchors["seal"]
    assert seal.page == agreement.pages - 1
    assert (seal.x2 - seal.x1, seal.y2 - seal.y1) == pytest.approx((119.06, 119.06), abs=0.1)
    assert 0 < seal.x1 < seal.x2 < 595.3
    assert 0 < seal.y1 < seal.y2 < 841.9


def test_a_draft_is_marked_and_has_no_place_to_sign(tmp_path):
    draft = render.render(AGREEMENT, draft=True)
    assert dict(draft.anchors) == {}
    (tmp_path / "draft.pdf").write_bytes(draft.pdf)
    said = subprocess.run(
        ["pdftotext", tmp_path / "draft.pdf", "-"], capture_output=True, text=True, check=True
    )
    assert set("草稿未经签署不具效力") <= set(said.stdout)


def test_the_data_travel_inside_byte_for_byte(agreement, tmp_path):
    (tmp_path / "a.pdf").write_bytes(agreement.pdf)
    subprocess.run(["pdfdetach", "-saveall", "a.pdf"], cwd=tmp_path, check=True)
    data = (tmp_path / "agreement.json").read_bytes()
    assert data == canonical(AGREEMENT)
    assert json.loads(data)["obligations"][0]["amount"] == "1020"


@pytest.mark.parametrize("kind", Paper.kinds(), ids=lambda kind: kind.code)
def test_every_paper_is_pdf_a_and_whole(kind, tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(render.render(sample(kind.code)).pdf)
    assert faults_of(path) == []
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "zh-CN"
        assert str(pdf.docinfo["/Title"]) == kind.title


def test_the_sealed_agreement_is_still_pdf_a(sealed, tmp_path):
    path = tmp_path / "sealed.pdf"
    path.write_bytes(sealed)
    assert faults_of(path) == []


def test_every_option_ticked_prints_with_the_shipped_fonts_alone():
    form = sample("acceptance_form")
    for name in (*AcceptanceForm.TYPES, "草山虫草采集"):
        assert render.render(dataclasses.replace(form, dispute_type=name)).pages == 1
    for name in AcceptanceForm.DIFFICULTIES:
        assert "ticked" in html(dataclasses.replace(form, difficulty=name))
    for source in AcceptanceForm.SOURCES:
        ticked = dataclasses.replace(form, source=source, referred_by="共和县人民法院")
        assert render.render(ticked).pages == 1
    record = sample("mediation_record")
    for result in ("settled", "unsettled", "continues"):
        assert html(dataclasses.replace(record, result=result)).count("ticked") == 1


def test_a_missing_word_is_an_error_and_no_blank():
    with pytest.raises(MissingWordError):
        html(dataclasses.replace(sample("mediation_record"), place=None))


@pytest.mark.parametrize(
    "words", ["<b>王</b>\"'&amp;", "{{ paper }}", "</style><script>", "王\n小山"]
)
def test_user_words_are_words_and_nothing_else(words):
    page = html(dataclasses.replace(AGREEMENT, facts=words, committee=words, number=words))
    assert "<script" not in page
    assert "<b>" not in page
    assert page.count("<style>") == page.count("</style>") == 1
    assert render.render(dataclasses.replace(AGREEMENT, facts=words, number=words)).pages >= 2


def test_人民调解法29条_协议书份数不少于当事人加委员会():
    with pytest.raises(BadPaperError, match="一式3份"):
        dataclasses.replace(AGREEMENT, copies=2)
    with pytest.raises(BadPaperError, match="人民法院一份"):
        dataclasses.replace(AGREEMENT, copies=3, court_copy=True)


def test_a_second_language_is_printed_only_after_a_translator_s_check(tmp_path):
    with pytest.raises(BadPaperError, match="审定"):
        BilingualClause(translator="卓玛", lines=("གྲོས་མཐུན།",))
    second = BilingualClause(
        translator="卓玛",
        title="གྲོས་མཐུན་ཡི་གེ།",
        lines=("རང་མོས་ཀྱིས་གྲོས་མཐུན་བྱུང་།" * 6,),
        reviewed_by="卓玛",
    )
    bilingual = dataclasses.replace(AGREEMENT, bilingual=second)
    assert "translator" in render.render(bilingual).anchors
    assert "以汉文文本为准" in html(bilingual)
    spoken = dataclasses.replace(AGREEMENT, bilingual=BilingualClause(translator="卓玛"))
    assert "用藏语翻译并宣读" in html(spoken)


RUNS = {
    "plain": {"PYTHONHASHSEED": "0"},
    "hash seed": {"PYTHONHASHSEED": "77"},
    "time zone": {"TZ": "America/New_York", "PYTHONHASHSEED": "1"},
    "locale": {"LANG": "tr_TR.UTF-8", "LC_ALL": "C"},
    "folder": {},
    "after others": {"AFTER_OTHERS": "1"},
}
ONE = """
import os, sys
from documents.render import render
from documents.samples import sample
codes = ["mediation_agreement", "acceptance_form"]
if "AFTER_OTHERS" in os.environ:
    render(sample("mediation_record"))
    codes.reverse()
made = {code: render(sample(code)).sha256 for code in codes}
print(*sorted(made.values()))
"""


def test_the_same_paper_has_the_same_bytes_in_six_kinds_of_process(tmp_path):
    root = Path(__file__).parents[2]
    seen = {}
    for name, change in RUNS.items():
        environment = {**os.environ, "PYTHONPATH": str(root), **change}
        environment.pop("FONTCONFIG_FILE", None)
        folder = tmp_path if name == "folder" else root
        done = subprocess.run(
            [sys.executable, "-c", ONE],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        seen[name] = done.stdout
    here = sorted(
        render.render(sample(c)).sha256 for c in ("mediation_agreement", "acceptance_form")
    )
    assert set(seen.values()) == {" ".join(here) + "\n"}, seen
