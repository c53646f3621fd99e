"""Say in plain words why an outsider's file cannot be checked at all."""

import io

import pikepdf

from app.dossiers.scanning import MOST_BYTES

BY_CODE = "也可以用纸上二维码下面的核验码查。"
HEAD = 1024  # a reader looks for the mark of a PDF in so many bytes


def flaw_of(data: bytes | None) -> str:
    """Tell what is wrong with an upload, what to do, or nothing where it can be checked."""
    if data is None:
        return f"还没有选文件。请先选中要核验的 PDF 文件；{BY_CODE}"
    if not data:
        return f"这个文件是空的，里面什么也没有。请找发给您的人重新要一份；{BY_CODE}"
    if len(data) > MOST_BYTES:
        return f"文件超过 20 MB，太大了，没有核验。调解文书的电子件一般不到 1 MB；{BY_CODE}"
    if b"%PDF-" not in data[:HEAD]:
        return f"这不是 PDF 文件，没法核验。照片和扫描件不能当电子件查；{BY_CODE}"
    return _locked_or_broken(data)


def _locked_or_broken(data: bytes) -> str:
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            locked = pdf.is_encrypted
    except pikepdf.PasswordError:
        locked = True
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError):
        return f"文件不完整或者坏了，打不开，不能当作真的文书。请找发给您的人重新要一份；{BY_CODE}"
    if locked:
        return f"文件加了密码或者限制。调委会出具的文书从不加密，这一件请不要相信；{BY_CODE}"
    return ""
