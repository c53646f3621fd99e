"""The same page printed by Chromium breaks at the same places: the offline print of the village."""

import re
import shutil
import subprocess
from collections import Counter

import pytest

from documents import compose, render
from documents.samples import sample

CODES = ("mediation_agreement", "acceptance_form", "mediation_record", "oral_agreement_form",
         "termination_notice", "revisit_record")  # fmt: skip
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-pdf-header-footer"]  # fmt: skip


def pages_of(pdf):
    said = subprocess.run(
        ["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True
    )
    return [Counter(re.sub(r"[\s\u200b]", "", page)) for page in said.stdout.split("\f")[:-1]]


@pytest.mark.browser
@pytest.mark.parametrize("code", CODES)
def test_the_pages_break_where_ours_do(code, tmp_path):
    paper = sample(code)
    ours, theirs, page = (tmp_path / name for name in ("ours.pdf", "theirs.pdf", "page.html"))
    ours.write_bytes(render.render(paper).pdf)
    page.write_text(compose.standalone(paper), "utf-8")
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    command = [
        browser,
        *FLAGS,
        f"--user-data-dir={tmp_path / 'profile'}",
        f"--print-to-pdf={theirs}",
    ]
    subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=120)
    assert pages_of(theirs) == pages_of(ours)
