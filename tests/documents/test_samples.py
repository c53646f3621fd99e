"""Every paper prints its own sample, and says what a lawyer read and approved."""

import re
from html.parser import HTMLParser

import pytest

from documents import compose
from documents.compose import TEMPLATES
from documents.render import render
from documents.samples import sample

CODES = sorted(folder.name for folder in TEMPLATES.iterdir() if not folder.name.startswith("_"))
BLOCKS = {"p", "h1", "h2", "tr", "div", "li", "title", "table", "br"}


class Text(HTMLParser):
    """The words of a page, a line a block, cells parted by a bar."""

    def __init__(self):
        super().__init__()
        self.lines, self.skipping = [""], 0

    def handle_starttag(self, tag, attrs):
        self.skipping += tag in {"style", "svg"}
        if ("class", "ticked") in attrs:
            self.lines[-1] += "✓"
        if tag in BLOCKS:
            self.lines.append("")
        elif tag in {"td", "th"}:
            self.lines[-1] += "|"

    def handle_endtag(self, tag):
        self.skipping -= tag in {"style", "svg"}
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data):
        if not self.skipping:
            self.lines[-1] += data.replace("\u200b", "")  # where a long run may break


def words(html):
    reader = Text()
    reader.feed(html)
    lines = (re.sub(r"^\|+|\|+$", "", line.strip()) for line in reader.lines)
    return "\n".join(line for line in lines if line) + "\n"


@pytest.mark.parametrize("code", CODES)
def test_the_sample_says_what_was_approved(code, request):
    path = TEMPLATES / code / "golden.txt"
    said = words(compose.html(sample(code)))
    if request.config.getoption("--rewrite-golden", default=False):
        path.write_text(said, "utf-8")
    assert said == path.read_text("utf-8")


@pytest.mark.parametrize("code", CODES)
def test_the_sample_prints(code):
    rendered = render(sample(code))
    assert rendered.pdf.startswith(b"%PDF-1.7")
    assert rendered.code == code
