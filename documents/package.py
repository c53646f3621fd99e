"""Papers on their way out: a package that anybody can check with Python alone.

It holds the papers, a list with their hashes signed by the system's key, the public certificates,
and the program that checks it all. Same papers, same key, same day: same bytes.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding

from documents.sign.keys import CommitteeKey

CHECKER = Path(__file__).parent / "verify" / "standalone.py"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip has no other fixed day
README = """这是从矛盾纠纷调解案件管理系统导出的文书。
核验方法：解压后，在本文件夹运行 python3 verify.py（不需要网络，不需要安装任何程序）。
请把显示的证书指纹与调解委员会另行告知的指纹核对。
"""


class BadName(ValueError):
    """A file's name would leave the package."""


@dataclass(frozen=True)
class Packed:
    """One file of a package: its name, its title in Chinese, its bytes."""

    name: str
    title: str
    content: bytes
    sealed: bool = False


def pack(files: Sequence[Packed], key: CommitteeKey, *, made_on: date) -> bytes:
    """Give the package as a zip; the list is signed with the system's key."""
    entries = [
        {
            "name": _inside(file.name),
            "title": file.title,
            "sha256": hashlib.sha256(file.content).hexdigest(),
            "sealed": file.sealed,
        }
        for file in files
    ]
    listed = {"committee": key.committee, "made_on": made_on.isoformat(), "files": entries}
    manifest = json.dumps(listed, ensure_ascii=False, sort_keys=True, indent=1).encode()
    signature = key.hands["system"].key.sign(manifest, PKCS1v15(), hashes.SHA256())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _fixed(key).items():
            _add(package, name, content)
        _add(package, "manifest.json", manifest)
        _add(package, "manifest.sig", signature)
        for file in files:
            _add(package, _inside(file.name), file.content)
    return out.getvalue()


def _fixed(key: CommitteeKey) -> dict[str, bytes]:
    certificates = {
        f"certificates/{hand}.pem": identity.certificate.public_bytes(Encoding.PEM)
        for hand, identity in sorted(key.hands.items())
    }
    return {"说明.txt": README.encode(), "verify.py": CHECKER.read_bytes(), **certificates}


def _inside(name: str) -> str:
    """Keep a name within the package's folder of papers."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts or "\\" in name:
        message = f"文件名不能用在导出包里：{name}"
        raise BadName(message)
    return f"papers/{path}"


def _add(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    package.writestr(entry, content)
