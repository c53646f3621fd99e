"""A paper's data into its HTML page, and into the canonical JSON that travels inside the PDF."""

import dataclasses
import json
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, nodes
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from documents import qr
from documents.guard import normalise
from documents.papers import Paper
from documents.words import FILTERS, nb

HERE = Path(__file__).parent
TEMPLATES, STYLES = HERE / "templates", HERE / "styles"
LINE_ENDS = re.compile(r"\s*\n\s*")


def html(paper: Paper, *, draft: bool = False, flowing: bool = False) -> str:
    """Fill the paper's page; a missing word is an error, never a blank.

    ``flowing`` gives a form for long words: text in paragraphs that break, no table round it all.
    """
    page = _environment().get_template(f"{paper.code}/page.html")
    code = Markup(qr.picture(paper.qr_text)) if paper.qr_text and not draft else ""  # noqa: S704 (our drawing)
    filled = page.render(paper=paper, draft=draft, flowing=flowing, qr=code)
    return LINE_ENDS.sub("", filled)  # a line end between two Han characters would print a blank


def number_pages(count: int) -> str:
    """Give empty pages with a number in the outer upper corner: right on odd, left on even."""
    corner = 'content: counter(page); font: 10.5pt "Noto Serif SC"'
    rules = (
        "@page { size: A4; margin: 12mm 14mm; @bottom-center { content: none } }"
        f"@page :right {{ @top-right {{ {corner} }} }} @page :left {{ @top-left {{ {corner} }} }}"
    )
    pages = '<div style="break-after: page"></div>' * (count - 1) + "<div></div>"
    return f'<html lang="zh-CN"><style>{rules}</style><body>{pages}</body></html>'


def mark_pages(labels: Sequence[str]) -> str:
    """Give empty pages, each with its label small in the lower margin."""
    rules = "@page { size: A4; margin: 0; @bottom-center { content: none } }"
    place = "position: absolute; left: 28mm; bottom: 7mm; font: 7pt 'Noto Serif SC'; line-height: 1"
    page = "position: relative; height: 297mm; break-after: page"
    pages = "".join(
        f'<div style="{page}"><div style="{place}">{escape(label)}</div></div>' for label in labels
    )
    return f'<html lang="zh-CN"><style>{rules}</style><body>{pages}</body></html>'


def styles(kind: type[Paper]) -> str:
    """Tell the whole style sheet of one kind of paper."""
    shared = [STYLES / f"{name}.css" for name in kind.sheets]
    own = TEMPLATES / kind.code / "page.css"
    return "\n".join(path.read_text("utf-8") for path in (*shared, own))


def standalone(paper: Paper, *, draft: bool = False) -> str:
    """Give the page with its styles inside, for a browser."""
    return html(paper, draft=draft).replace(
        "<style>", f"<style>{styles(type(paper))}</style><style>", 1
    )


def parsed(name: str) -> nodes.Template:
    """Read a template as a tree, for a printer that is not this program (the village desk)."""
    source = (TEMPLATES / name).read_text("utf-8")
    return _environment().parse(source)


def canonical(paper: Paper) -> bytes:
    """Write the paper's data as canonical JSON: sorted keys, NFC, no floats, no blanks."""
    data = {"code": paper.code, "title": paper.title, **dataclasses.asdict(paper)}
    text = json.dumps(
        data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
    )
    return normalise(text).encode()


def _plain(value: object) -> str:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    message = f"{type(value).__name__} does not belong on paper"
    raise TypeError(message)


class MissingWordError(ValueError):
    """A template asked for a word that the paper does not have."""


def _printed(value: object) -> object:
    """Refuse a None on paper; keep numbers whole and long runs breakable in every plain word.

    A line end of a user's becomes one blank. Attributes and titles ask for ``|e``: no markup there.
    """
    if value is None:
        raise MissingWordError("a page printed None")
    if isinstance(value, Markup):
        return value
    return nb(normalise(LINE_ENDS.sub(" ", value))) if isinstance(value, str) else value


@cache
def _environment() -> SandboxedEnvironment:
    made = SandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printed,
    )
    made.filters.update(FILTERS)
    return made
