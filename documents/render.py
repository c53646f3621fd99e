"""The whole way from a paper to the bytes of record, with every guard on it.

One renderer a process, made at the first paper and kept (the font configuration and the parsed
style sheets are what costs), one paper at a time behind a lock. Every fault raises before a byte
leaves: a missing word, glyph, font or picture, a bad line, an address that is not ours. The same
paper gives the same bytes for one set of library and font versions; keep the bytes, never rebuild
a paper to compare it.
"""

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Any

from documents import compose, lean_fonts, lint, typefaces
from documents.alarm import RenderFault, fatal_warnings
from documents.anchors import Anchor
from documents.guard import check_text
from documents.papers import DossierCatalog, Paper

OPTIONS = {"pdf_variant": "pdf/a-3u", "pdf_tags": True}
PREFIX = "sign-"

_lock = Lock()
_cache_dirs: list[Path] = []
_temporary: list[tempfile.TemporaryDirectory[str]] = []  # kept until the process ends


@dataclass(frozen=True)
class Rendered:
    """A frozen paper: bytes, their SHA-256, pages, and where each signature goes.

    ``anchors`` are named party-1, mediator-1, recorder, seal, …; ``ink_only`` papers are never
    sealed electronically (电子签名法 Art 3).
    """

    pdf: bytes
    sha256: str
    pages: int
    anchors: Mapping[str, Anchor]
    code: str = ""
    committee: str = ""
    ink_only: bool = False


def start(cache_dir: Path | None = None) -> None:
    """Choose where fonts.conf and its cache live (a private temporary folder by default), warm up.

    Call it once, before the first paper, where the installation's own folder is read-only.
    """
    if cache_dir is not None and not _cache_dirs:
        _cache_dirs.append(cache_dir)
    with _lock:
        _press()


def render(paper: Paper, *, draft: bool = False) -> Rendered:
    """Print a paper once; a draft bears a watermark, no QR code and no place to sign.

    Raises guard.Unprintable, lint.LayoutFault, compose.MissingWordError or RenderFault.
    """
    data = compose.canonical(paper)
    check_text(data.decode())
    with _lock, _press().alarmed():
        press = _press()
        document = press.lay_out(paper, draft=draft)
        anchors = _anchors(document)
        faces = lint.check(document, anchors, paper.most_pages)
        pdf = document.write_pdf(attachments=[press.attach(paper, data)], **OPTIONS)
    _check_fonts(document, faces)
    return Rendered(
        pdf, hashlib.sha256(pdf).hexdigest(), len(document.pages),
        MappingProxyType({} if draft else anchors), paper.code, paper.committee, paper.ink_only,
    )  # fmt: skip


def print_marks(html: str) -> bytes:
    """Print empty pages that bear a mark alone (`compose`), to lay over pages already made."""
    with _lock, _press().alarmed():
        document = _press().paginate(html, DossierCatalog)
        pdf: bytes = document.write_pdf()
    return pdf


def _check_fonts(document: Any, faces: frozenset[str]) -> None:  # noqa: ANN401 (WeasyPrint is untyped)
    """Compare the fonts a written document holds with those its faces ask for."""
    held = {(font.family, font.weight) for font in document.fonts.values()}
    wanted = {typefaces.FONT_OF[face] for face in faces}
    allowed = {*wanted, typefaces.FONT_OF["tibetan"]}
    if wrong := (wanted - held) | (held - allowed):
        names = "、".join(f"{family} {weight}" for family, weight in sorted(wrong))
        message = f"文书用到的字体与版式不符：{names}。未打印，请联系维护人员。"
        raise RenderFault(message)


class _Press:
    """WeasyPrint with our fonts, our patch, a closed door, and sheets parsed once."""

    def __init__(self, cache_dir: Path) -> None:
        typefaces.check_lock()
        typefaces.use_private_fonts(cache_dir)
        import weasyprint  # noqa: PLC0415, TID251 (the private fonts must be chosen before it loads)
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415, TID251 (the same)

        from documents import han_justify  # noqa: PLC0415 (it imports the renderer)

        han_justify.install()
        lean_fonts.install(weasyprint.pdf.fonts.Font)
        _close_profiles(weasyprint.pdf)
        self.weasyprint: Any = weasyprint
        self.config = FontConfiguration()
        self.fetcher = _closed_door()
        self.sheets: dict[str, Any] = {}

    @contextmanager
    def alarmed(self) -> Iterator[None]:
        """Turn any warning, and any address that was asked for, into a RenderFault."""
        with fatal_warnings():
            try:
                yield
            except self.weasyprint.urls.FatalURLFetchingError as refused:  # no Exception
                raise RenderFault(str(refused)) from refused

    def lay_out(self, paper: Paper, *, draft: bool) -> Any:  # noqa: ANN401 (WeasyPrint is untyped)
        """Break a paper into pages; a form too long for its one page is laid out flowing."""
        kind = type(paper)
        document = self.paginate(compose.html(paper, draft=draft), kind)
        if kind.one_page and len(document.pages) > 1:
            document = self.paginate(compose.html(paper, draft=draft, flowing=True), kind)
        return document

    def paginate(self, html: str, kind: type[Paper]) -> Any:  # noqa: ANN401 (WeasyPrint is untyped)
        """Break a page into pages."""
        source = self.weasyprint.HTML(string=html, url_fetcher=self.fetcher)
        return source.render(font_config=self.config, stylesheets=[self._sheet(kind)], **OPTIONS)

    def attach(self, paper: Paper, data: bytes) -> Any:  # noqa: ANN401 (WeasyPrint is untyped)
        """Put the machine-readable data inside, dated like the paper (WeasyPrint writes UTC)."""
        day = datetime.combine(paper.dated_on, time(), UTC)
        return self.weasyprint.Attachment(
            string=data.decode(), name=paper.attachment, description=f"{paper.title}机读数据",
            relationship="Source", created=day, modified=day, url_fetcher=self.fetcher,
        )  # fmt: skip

    def _sheet(self, kind: type[Paper]) -> Any:  # noqa: ANN401 (WeasyPrint is untyped)
        if kind.code not in self.sheets:
            self.sheets[kind.code] = self.weasyprint.CSS(
                string=compose.styles(kind), font_config=self.config, url_fetcher=self.fetcher
            )
        return self.sheets[kind.code]


@cache
def _press() -> _Press:
    if not _cache_dirs:
        _temporary.append(tempfile.TemporaryDirectory(prefix="sizhen-fonts-"))
        _cache_dirs.append(Path(_temporary[0].name))
    return _Press(_cache_dirs[0])


def _close_profiles(pdf: Any) -> None:  # noqa: ANN401 (WeasyPrint is untyped)
    """Close the color profile that WeasyPrint opens for each PDF/A and leaves to the collector."""
    profile = pdf.ColorProfile

    def read_and_close(file: Any, *rest: object) -> object:  # noqa: ANN401 (WeasyPrint is untyped)
        with file:
            return profile(file, *rest)

    pdf.ColorProfile = read_and_close


def _closed_door() -> Any:  # noqa: ANN401 (WeasyPrint is untyped)
    """Make a fetcher that opens ``data:`` alone and stops the print at any other address."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher  # noqa: PLC0415, TID251 (after the fonts)

    class ClosedDoor(URLFetcher):
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> object:
            if not url.startswith("data:"):
                message = f"文书不得引用外部地址：{url[:60]}"
                raise FatalURLFetchingError(message)
            return super().fetch(url, headers)

    return ClosedDoor(allowed_protocols={"data"})


def _anchors(document: Any) -> dict[str, Anchor]:  # noqa: ANN401 (WeasyPrint is untyped)
    return {
        name.removeprefix(PREFIX): Anchor.of(index, page.height, box)
        for index, page in enumerate(document.pages)
        for name, box in page.anchors.items()
        if name.startswith(PREFIX)
    }
