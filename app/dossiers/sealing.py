"""The committees' signing keys: one folder each under the installation's home, made at first need.

A real certificate takes the place of the demonstration's by putting its files into the folder.
"""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.cases.model import Case
from documents.sign import CommitteeKey, KeysExistError, load_committee_key, make_committee_key
from documents.verify import Trust, load_stamp_roots, load_trust
from documents.voucher import load_code_key, make_code_key, public_half

FOLDER = "committee"  # under the installation's home
VOUCHER = "voucher.key"  # signs the QR codes of all committees
STAMP_ROOTS = "tsa.pem"  # the roots of the time-stamp authority, for all committees
CENTER = "center"  # papers from before a committee has the case


def key_of(keys: Path, case: Case, committee: str) -> CommitteeKey:
    """Open the key of the case's committee, making it if there is none yet."""
    folder = folder_of(keys, case.committee_id)
    if not (folder / "committee.txt").exists():
        make_key(folder, committee)
    return _load(folder, (folder / "committee.txt").stat().st_mtime_ns)


def make_key(folder: Path, committee: str) -> None:
    """Make a committee's key; two who need it at once end with one."""
    try:
        make_committee_key(folder, committee)
    except (KeysExistError, OSError):
        if not (folder / "committee.txt").exists():
            raise


def folder_of(keys: Path, committee_id: UUID | None) -> Path:
    """Name the folder of a committee's key."""
    return keys / (str(committee_id) if committee_id else CENTER)


def trust_of(keys: Path, committee_id: UUID | None) -> Trust | None:
    """Read a committee's public half; None where it never signed."""
    folder = folder_of(keys, committee_id)
    if not (folder / "committee.txt").exists():
        return None
    return load_trust(folder, load_stamp_roots(keys / STAMP_ROOTS))


def code_key(keys: Path) -> Ed25519PrivateKey:
    """Open the key that signs QR codes, making it at first need."""
    path = keys / VOUCHER
    if not path.exists():
        with suppress(FileExistsError):  # two who need it at once end with one
            make_code_key(path)
    return load_code_key(path)


def public_code_key(keys: Path) -> bytes | None:
    """Give the 32 bytes that check QR codes anywhere; None before the first was signed."""
    path = keys / VOUCHER
    return public_half(load_code_key(path)) if path.exists() else None


@lru_cache(maxsize=64)
def _load(folder: Path, _changed: int) -> CommitteeKey:
    return load_committee_key(folder)
