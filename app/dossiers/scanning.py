"""Scans brought back: read by their content, cleaned of what a camera adds, kept by their hash."""

import hashlib
import io
import warnings
from uuid import UUID

import pikepdf
from PIL import Image, ImageFile, ImageOps

from app.cases.model import Case
from app.cases.verbs import take_case
from app.dossiers.active import is_active
from app.dossiers.catalogue import entry_of
from app.dossiers.commands import Content, KeepScan
from app.dossiers.enums import MediaType, PaperState
from app.dossiers.issuing import find_paper, identity_of, newest
from app.dossiers.model import IssuedPaper, PaperScan, ScanSigner
from app.dossiers.shelf import keep
from app.dossiers.tags import Tag
from app.kernel.bus import Work
from app.kernel.errors import Incomplete
from app.kernel.ids import new_id
from app.people.bodies import Committee

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 60_000_000  # an A3 sheet at 400 dpi has 31 million
MOST_PAGES = 300
QUALITY = 90
MAGIC = {
    b"%PDF-": MediaType.PDF,
    b"\xff\xd8\xff": MediaType.JPEG,
    b"\x89PNG\r\n\x1a\n": MediaType.PNG,
}
HINT = "请上传 PDF、JPEG 或 PNG 格式的扫描件，不超过 20 MB。"


def read_scan(data: bytes) -> Content:
    """Make an upload fit to keep; Incomplete says what is wrong. The name and label are ignored."""
    if not data:
        message = f"没有收到文件。{HINT}"
        raise Incomplete(message, field="scan")
    if len(data) > MOST_BYTES:
        message = f"文件太大了。{HINT}"
        raise Incomplete(message, field="scan")
    kind = next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), None)
    if kind is None:
        message = f"这不是扫描件，或者文件已损坏。{HINT}"
        raise Incomplete(message, field="scan")
    clean, pages = _pdf(data) if kind is MediaType.PDF else (_picture(data, kind), 1)
    return Content(clean, hashlib.sha256(clean).hexdigest(), kind, pages)


def keep_scan(command: KeepScan, work: Work) -> UUID:
    """Keep a scan with its paper: of one we issued, or of one brought in from outside."""
    case = take_case(work)
    keep(command.scan, work)
    known = command.paper_id
    paper = find_paper(work.session, case, known) if known else _receive(command, case, work)
    _write(command, paper, work)
    said = {"paper": paper.code, "paper_id": paper.id, "sha256": command.scan.sha256}
    work.record(Tag.SCANNED, case.id, **said)
    return paper.id


def _write(command: KeepScan, paper: IssuedPaper, work: Work) -> None:
    scan = PaperScan(
        county_id=paper.county_id,
        id=new_id(),
        paper_id=paper.id,
        sha256=command.scan.sha256,
        pages=command.scan.pages,
        note=command.note,
        scanned_by=command.actor_id,
        scanned_at=work.now,
    )
    work.session.add(scan)
    work.session.flush()
    for ordinal, seen in enumerate(command.signers, 1):
        signer = ScanSigner(county_id=paper.county_id, scan_id=scan.id, ordinal=ordinal)
        signer.signer, signer.signed_on = seen.signer, seen.on
        signer.method, signer.witness = seen.method, seen.witness
        work.session.add(signer)


def _receive(command: KeepScan, case: Case, work: Work) -> IssuedPaper:
    entry = entry_of(command.code or "")
    before = newest(work.session, case, entry.code, case.id)
    committee = work.session.get(Committee, (case.county_id, case.committee_id))
    scan = command.scan
    paper = IssuedPaper(
        **identity_of(case, work),
        subject_id=case.id,
        code=entry.code,
        title=entry.title,
        number=case.file_number or case.number,
        version=before.version + 1 if before else 1,
        state=PaperState.RECEIVED,
        dated_on=command.on,
        sha256=scan.sha256,
        frozen_sha256=scan.sha256,
        data_sha256=scan.sha256,
        pages=scan.pages,
        copies=1,
        signature_count=0,
        verification_code="",
        committee=committee.name if committee else "",
    )
    work.session.add(paper)
    work.session.flush()
    work.record(Tag.RECEIVED, case.id, paper=entry.code, paper_id=paper.id, sha256=scan.sha256)
    return paper


def _picture(data: bytes, kind: MediaType) -> bytes:
    """Turn a picture upright and leave behind what the camera wrote into it (EXIF: place, time)."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it for the whole process
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=["JPEG", "PNG"])
            if picture.width * picture.height > MOST_PIXELS:
                raise Incomplete(
                    "图片像素太多（超过六千万），请用 300 dpi 扫描后再上传。", field="scan"
                )
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as error:
        message = f"图片打不开，可能已损坏，或者尺寸太大。{HINT}"
        raise Incomplete(message, field="scan") from error
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    out = io.BytesIO()
    if kind is MediaType.JPEG:
        bare.save(out, "JPEG", quality=QUALITY)
    else:
        bare.save(out, "PNG", optimize=True)
    return out.getvalue()


def _pdf(data: bytes) -> tuple[bytes, int]:
    """Look into a PDF: readable, not locked, nothing active in it; its bytes stay as they are."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages, acts = len(pdf.pages), is_active(pdf)
    except pikepdf.PasswordError as error:
        raise Incomplete("PDF 加了密码，打不开。请去掉密码后再上传。", field="scan") from error
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError) as error:
        message = f"PDF 打不开，可能已损坏。{HINT}"
        raise Incomplete(message, field="scan") from error
    if acts:
        raise Incomplete(
            "PDF 里有脚本或内嵌文件，不是单纯的扫描件，没有保存。请重新扫描成 PDF 或图片。",
            field="scan",
        )
    if not 1 <= pages <= MOST_PAGES:
        message = f"PDF 有 {pages} 页，请上传 1 到 {MOST_PAGES} 页的扫描件。"
        raise Incomplete(message, field="scan")
    return data, pages
