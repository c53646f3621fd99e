"""The keys that sign a committee's papers: made once for a demonstration, or put there by its CA.

A folder holds ``committee.txt`` (the name), ``authority.pem`` (trusted roots), ``authority.crl``,
and for each of the two hands, ``system`` (certifies, signs for the people's ink) and ``seal`` (the
committee), a ``.pem`` (its certificate, then its issuers) and a ``.key``. A real certificate takes
the place of the demonstration's by putting its files there. The demonstration's root key is never
written down, so nobody can issue in its name. RSA-3072: an ECDSA signature would raise the file to
PDF 2.0, which PDF/A-3 is not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509.oid import NameOID

DEMO_ROOT = "四诊演示根证书（不具法律效力）"
HANDS = ("system", "seal")
STAMPS = "stamps"  # the demonstration's own time stamp server


class KeysMissingError(FileNotFoundError):
    """A key or certificate is not where it belongs, or its secret does not open it."""


@dataclass(frozen=True)
class Identity:
    """A parsed private key, its certificate, and the certificates above it."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate
    issuers: tuple[x509.Certificate, ...] = ()

    @property
    def sha256(self) -> str:
        """Name the certificate as the register does."""
        return self.certificate.fingerprint(hashes.SHA256()).hex()


@dataclass(frozen=True)
class CommitteeKey:
    """Everything that signs one committee's papers, opened once and kept."""

    committee: str
    hands: Mapping[str, Identity]
    roots: tuple[x509.Certificate, ...]
    crls: tuple[x509.CertificateRevocationList, ...] = ()

    @property
    def is_demo(self) -> bool:
        """Say whether these keys were made at set-up and prove nothing to a court."""
        return any(common_name(root) == DEMO_ROOT for root in self.roots)


def common_name(certificate: x509.Certificate) -> str:
    """Tell whose certificate it is."""
    found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else ""


def load_committee_key(folder: Path, *, secret: bytes | None = None) -> CommitteeKey:
    """Open a committee's keys; KeysMissingError says what is not there."""
    try:
        roots = x509.load_pem_x509_certificates((folder / "authority.pem").read_bytes())
        stamps = (STAMPS,) if (folder / f"{STAMPS}.key").exists() else ()
        hands = {hand: _identity(folder, hand, secret) for hand in (*HANDS, *stamps)}
        name = (folder / "committee.txt").read_text("utf-8").strip()
        crls = tuple(_crls(folder))
    except (OSError, ValueError, TypeError) as error:
        message = f"调解委员会签章密钥打不开（{folder.name}）：{error}。请检查密钥文件和口令。"
        raise KeysMissingError(message) from error
    return CommitteeKey(name, MappingProxyType(hands), tuple(roots), crls)


def _identity(folder: Path, hand: str, secret: bytes | None) -> Identity:
    key = load_pem_private_key((folder / f"{hand}.key").read_bytes(), secret)
    if not isinstance(key, rsa.RSAPrivateKey):
        message = f"{hand}.key is no RSA key"
        raise TypeError(message)
    own, *issuers = x509.load_pem_x509_certificates((folder / f"{hand}.pem").read_bytes())
    return Identity(key, own, tuple(issuers))


def _crls(folder: Path) -> list[x509.CertificateRevocationList]:
    path = folder / "authority.crl"
    return [x509.load_pem_x509_crl(path.read_bytes())] if path.exists() else []
