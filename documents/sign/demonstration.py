"""A demonstration's keys, made at set-up: two hands and a time stamp server under a local root.

The root's own key is never written down, so nobody can issue in its name. The names in the
certificates are pseudonyms where asn1crypto knows no such character (those after Unicode 3.2).
The certificates outlive any test's clock; they prove nothing to a court and say so in their root.
"""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from asn1crypto.x509 import Name as Asn1Name
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from documents.sign.keys import DEMO_ROOT, HANDS, STAMPS, Identity

BITS, EXPONENT = 3072, 65537
FROM, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2049, 12, 31, tzinfo=UTC)
MADE = ".keys-"
SYSTEM_NAME, STAMPS_NAME = "四诊文书系统（演示）", "四诊时间戳（演示）"


class KeysExistError(FileExistsError):
    """There are keys already; they are never written over."""


def make_committee_key(folder: Path, committee_name: str, *, secret: bytes | None = None) -> None:
    """Make a demonstration's keys in a folder that appears whole or not at all.

    ``secret`` encrypts the private keys (PKCS#8); without it only the file mode 0600 guards them.
    A folder that holds anything is never written over: KeysExistError.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with (
        _alone_in(folder.parent),
        tempfile.TemporaryDirectory(dir=folder.parent, prefix=MADE) as made,
    ):
        if folder.exists() and any(folder.iterdir()):
            message = f"{folder.name}中已有密钥，不能覆盖。如需更换，请先把旧密钥移到保管处。"
            raise KeysExistError(message)
        fresh = Path(made) / folder.name
        fresh.mkdir(mode=0o700)
        for name, content in _files(committee_name, secret).items():
            _write_new(fresh / name, content)
        fresh.rename(folder)


@contextmanager
def _alone_in(place: Path) -> Iterator[None]:
    """Wait for whoever makes keys here, then clear what a killed one left: no key of those signed."""
    handle = os.open(place, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        for left in place.glob(f"{MADE}*"):
            shutil.rmtree(left)
        yield
    finally:
        os.close(handle)


def _files(committee: str, secret: bytes | None) -> dict[str, bytes]:
    root = _new_identity(DEMO_ROOT, None)
    names = dict(zip(HANDS, (SYSTEM_NAME, _certifiable(committee)), strict=True))
    made = {
        "committee.txt": f"{committee}\n".encode(),
        "authority.pem": root.certificate.public_bytes(Encoding.PEM),
        "authority.crl": _empty_crl(root).public_bytes(Encoding.PEM),
    }
    lock = BestAvailableEncryption(secret) if secret else NoEncryption()
    for hand, name in {**names, STAMPS: STAMPS_NAME}.items():
        own = _new_identity(name, root, stamps=hand == STAMPS)
        made[f"{hand}.pem"] = own.certificate.public_bytes(Encoding.PEM)
        made[f"{hand}.key"] = own.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
    return made


def _write_new(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _certifiable(name: str) -> str:
    """Keep a name that asn1crypto can read back, or stand a pseudonym in for it."""
    try:
        Asn1Name.build({"common_name": name}).hashable  # noqa: B018 (reading prepares the name)
    except ValueError:
        return f"人民调解委员会-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    return name


def _new_identity(name: str, issuer: Identity | None, *, stamps: bool = False) -> Identity:
    """Make a key and have ``issuer`` sign its certificate, or itself as a root."""
    key = rsa.generate_private_key(EXPONENT, BITS)
    signer = issuer.key if issuer else key
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(issuer.certificate.subject if issuer else _name(name))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(FROM)
        .not_valid_after(UNTIL)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(_usage(is_root=issuer is None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(_authority(signer), critical=False)
    )
    if stamps:
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(purpose, critical=True)
    return Identity(key, builder.sign(signer, hashes.SHA256()))


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _usage(*, is_root: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_root, content_commitment=not is_root,
        key_cert_sign=is_root, crl_sign=is_root, key_encipherment=False,
        data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _authority(key: rsa.RSAPrivateKey) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def _empty_crl(root: Identity) -> x509.CertificateRevocationList:
    return (
        x509.CertificateRevocationListBuilder()
        .issuer_name(root.certificate.subject)
        .last_update(FROM)
        .next_update(UNTIL)
        .add_extension(x509.CRLNumber(1), critical=False)
        .add_extension(_authority(root.key), critical=False)
        .sign(root.key, hashes.SHA256())
    )
