"""Each paper is one folder: template, a sample to print and the golden text it must give."""

import pytest

from tests.architecture.house import ROOT

FOLDERS = sorted(p.parent for p in (ROOT / "documents" / "templates").glob("*/page.html"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_paper_has_sample_and_golden_text(folder):
    for name in ("sample.yaml", "golden.txt"):
        assert (folder / name).is_file(), f"{folder.name} 缺 {name}"
        assert (folder / name).read_text(encoding="utf-8").strip()
