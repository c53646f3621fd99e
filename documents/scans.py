"""Scans and pictures that people hand in: looked at before they are kept, cleaned before shown.

The original's hash is the evidence; what is shown and bound into a file is a clean PDF of ours:
pictures are drawn anew (no EXIF, no place where it was taken), PDF files lose scripts, actions,
attachments and forms. What cannot be made harmless is refused, in Chinese.
"""

import hashlib
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pikepdf
import puremagic
from PIL import Image, ImageFile, ImageOps, ImageSequence, UnidentifiedImageError

Kind = Literal["pdf", "jpeg", "png", "tiff"]
KINDS: dict[str, Kind] = {".pdf": "pdf", ".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png",
                          ".tif": "tiff", ".tiff": "tiff"}  # fmt: skip
STARTS: dict[Kind, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "tiff": (b"II*\x00", b"MM\x00*"),
}
MOST_BYTES, MOST_PIXELS, MOST_PAGES = 50 * 2**20, 80_000_000, 500
A4_INCHES, MOST_DPI, QUALITY = (8.27, 11.69), 200, 85
ACTIVE_KEYS = ("/AA", "/OpenAction", "/JS", "/JavaScript", "/Launch", "/RichMedia", "/XFA")
ACTIONS = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE",
                     "/URI", "/Rendition", "/Sound", "/Movie"})  # fmt: skip


class BadScan(ValueError):
    """The file cannot be taken in; the sentence says why and what to do."""


@dataclass(frozen=True)
class Scan:
    """A clean PDF, and what the original was."""

    pdf: bytes
    pages: int
    kind: Kind
    original_sha256: str
    removed: tuple[str, ...] = ()


def take_in(raw: bytes) -> Scan:
    """Look at a file of any name, and give a clean PDF of it, or raise BadScan."""
    kind = _sniff(raw)
    digest = hashlib.sha256(raw).hexdigest()
    if kind == "pdf":
        pdf, pages, removed = _clean(raw)
    else:
        (pdf, pages), removed = _draw(raw, kind), ()
    return Scan(pdf, pages, kind, digest, removed)


def _sniff(raw: bytes) -> Kind:
    """Tell the kind by the bytes, never by the name."""
    if not raw:
        raise BadScan("文件是空的，请重新选择。")
    if len(raw) > MOST_BYTES:
        raise BadScan("文件超过50兆，请降低扫描分辨率后再上传。")
    for kind, starts in STARTS.items():
        if raw.startswith(starts):
            return kind
    try:
        guessed = puremagic.from_string(raw)
    except (puremagic.PureError, ValueError):
        guessed = ""
    message = f"这是{guessed or '未知'}文件，只能上传PDF、JPG、PNG或TIFF，请转换后再上传。"
    raise BadScan(message)


def _draw(raw: bytes, kind: Kind) -> tuple[bytes, int]:
    """Draw a picture's frames anew, each on a page no larger than A4."""
    out = io.BytesIO()
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it for the whole process
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(raw), formats=[kind.upper()]) as picture:
                pages = list(_frames(picture))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, MemoryError,
            Image.DecompressionBombWarning, Image.DecompressionBombError) as error:  # fmt: skip
        if isinstance(error, BadScan):
            raise
        raise BadScan("图片已损坏，或尺寸过大，请重新拍摄或扫描。") from error
    first, *others = pages
    dpi = max(first.width / A4_INCHES[0], first.height / A4_INCHES[1])
    first.save(out, "PDF", resolution=dpi, save_all=True, append_images=others, quality=QUALITY)
    return _settle(out.getvalue()), len(pages)


def _frames(picture: Image.Image) -> Iterator[Image.Image]:
    for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
        if number > MOST_PAGES:
            message = f"图片超过{MOST_PAGES}页，请分成几个文件上传。"
            raise BadScan(message)
        if frame.width * frame.height > MOST_PIXELS:
            raise BadScan("图片尺寸过大，请降低分辨率后再上传。")
        upright = ImageOps.exif_transpose(frame).convert("RGB")
        most = (int(A4_INCHES[0] * MOST_DPI), int(A4_INCHES[1] * MOST_DPI))
        upright.thumbnail(most if upright.height >= upright.width else most[::-1])
        yield Image.frombytes("RGB", upright.size, upright.tobytes())  # nothing but the pixels


def _settle(pdf: bytes) -> bytes:
    """Write a PDF without dates or chance, so that the same picture gives the same bytes."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        if "/Info" in document.trailer:
            del document.trailer["/Info"]
        document.save(out, deterministic_id=True)
    return out.getvalue()


def _clean(raw: bytes) -> tuple[bytes, int, tuple[str, ...]]:
    try:
        with pikepdf.open(io.BytesIO(raw), attempt_recovery=True) as document:
            pages = len(document.pages)
            if not 1 <= pages <= MOST_PAGES:
                message = f"PDF有{pages}页，应在1到{MOST_PAGES}页之间，请分开上传。"
                raise BadScan(message)
            removed = _disarm(document)
            out = io.BytesIO()
            document.save(out, deterministic_id=True)
    except pikepdf.PasswordError as error:
        raise BadScan("PDF有密码，请去掉密码后再上传。") from error
    except (pikepdf.PdfError, RecursionError, TypeError, KeyError) as error:
        raise BadScan("PDF已损坏，请重新扫描。") from error
    return out.getvalue(), pages, removed


def _disarm(document: pikepdf.Pdf) -> tuple[str, ...]:
    """Take out everything that acts, and flatten forms into what they show."""
    document.flatten_annotations("all")
    found: set[str] = set()
    for key in ("/AcroForm", "/Names", "/AF", "/OpenAction", "/AA", "/Collection"):
        if key in document.Root:
            found |= _named(key, document.Root[key])
            del document.Root[key]
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            found |= set(_take_out(item))
    _drop_annotations(document)
    return tuple(sorted(found))


def _drop_annotations(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        if "/Annots" in page:
            del page["/Annots"]
    document.remove_unreferenced_resources()


def _named(key: str, value: Any) -> set[str]:  # noqa: ANN401 (any object of a PDF)
    """Say in Chinese what a catalogue entry was, if a clerk should know."""
    if key == "/Names":
        names = {"/JavaScript": "脚本", "/EmbeddedFiles": "附件"}
        return {said for name, said in names.items() if name in value}
    return {"/AcroForm": {"表单"}, "/OpenAction": {"自动动作"}, "/AA": {"自动动作"}}.get(key, set())


def _take_out(item: Any) -> Iterator[str]:  # noqa: ANN401 (any object of a PDF)
    for key in ACTIVE_KEYS:
        if key in item:
            del item[key]
            yield "脚本" if key in {"/JS", "/JavaScript", "/XFA"} else "自动动作"
    action = item.get("/S")
    if isinstance(action, pikepdf.Name) and str(action) in ACTIONS and "/K" not in item:
        del item["/S"]
        yield "脚本" if action == "/JavaScript" else "链接"
