"""Rule files in one .zip: packed for another county, unpacked with care."""

import io
import zipfile
import zlib
from typing import NoReturn

from werkzeug.datastructures import FileStorage

from app.kernel.errors import Incomplete
from app.rulebooks.files import PATH, Files

MOST_BYTES = 2 * 2**20
MOST_FILES = 1000
# What zipfile lets through when a byte of the archive is damaged.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
)
EPOCH = (2000, 1, 1, 0, 0, 0)  # the same files give the same bytes


def packed(files: Files) -> bytes:
    """Pack files, the same bytes for the same files."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(path, EPOCH), text, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def unpacked(upload: object) -> dict[str, str]:
    """Read an uploaded package; Incomplete says which entry is wrong."""
    if not isinstance(upload, FileStorage) or not upload.filename:
        raise Incomplete("请选择规则文件包（.zip）。", field="files")
    try:
        with zipfile.ZipFile(io.BytesIO(upload.stream.read(MOST_BYTES + 1))) as archive:
            return _read(archive)
    except UnicodeDecodeError as error:
        _refuse("包里有不是 UTF-8 文字的文件", error)
    except DAMAGE as error:
        _refuse("这不是完整的 .zip 文件包，或超过 2 MB", error)


def _read(archive: zipfile.ZipFile) -> dict[str, str]:
    entries = [one for one in archive.infolist() if not one.is_dir()]
    if len(entries) > MOST_FILES or sum(one.file_size for one in entries) > MOST_BYTES:
        _refuse(f"包里的文件超过 {MOST_FILES} 个，或合计超过 2 MB")
    wrong = [one.filename for one in entries if not PATH.fullmatch(one.filename)]
    if wrong:
        _refuse(f"“{wrong[0]}”不是规则文件名，应写作 30-routing/160-from-court.yaml")
    if not entries:
        _refuse("包里没有规则文件")
    return {one.filename: _text(archive, one) for one in entries}


def _text(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    with archive.open(entry) as file:
        return file.read(MOST_BYTES).decode("utf-8")


def _refuse(what: str, error: Exception | None = None) -> NoReturn:
    message = f"{what}。没有导入；请用本系统“导出”的文件包，改好后再试。"
    raise Incomplete(message, field="files") from error
