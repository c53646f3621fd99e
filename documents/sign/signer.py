"""The hand that signs: an RSA key parsed once, a time that is told, a file that stays PDF 1.7."""

from datetime import datetime, timedelta, timezone
from typing import Any

from asn1crypto import algos, crl
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign import PdfSigner  # noqa: TID251 (the signing package)
from pyhanko.sign.signers.pdf_cms import Signer  # noqa: TID251 (the signing package)
from pyhanko_certvalidator.registry import SimpleCertificateStore

from documents.sign.keys import CommitteeKey, Identity

DIGEST = "sha256"
CHINA = timezone(timedelta(hours=8), "CST")


def as_asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    """Hand a certificate over to pyHanko's world."""
    return asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def as_asn1_crl(revoked: x509.CertificateRevocationList) -> crl.CertificateList:
    """Hand a revocation list over to pyHanko's world."""
    return crl.CertificateList.load(revoked.public_bytes(Encoding.DER))


class HeldKeySigner(Signer):
    """Sign with a parsed key: ten times cheaper than pyHanko's own, which parses it twice.

    A token needs a signer of its own, on pyHanko's PKCS#11 signer.
    """

    def __init__(self, identity: Identity, key: CommitteeKey) -> None:
        above: SimpleCertificateStore = SimpleCertificateStore()
        above.register_multiple(map(as_asn1, (*identity.issuers, *key.roots)))
        super().__init__(
            signing_cert=as_asn1(identity.certificate),
            cert_registry=above,
            signature_mechanism=algos.SignedDigestAlgorithm({"algorithm": "sha256_rsa"}),
        )
        self.key = identity.key

    async def async_sign_raw(
        self,
        data: bytes,
        digest_algorithm: str,
        dry_run: bool = False,  # noqa: FBT001, FBT002 (pyHanko's own signature)
    ) -> bytes:
        """Sign the attributes; SHA-256 alone, which PDF/A-3 may hold."""
        if digest_algorithm != DIGEST:
            message = f"not signing with {digest_algorithm}"
            raise ValueError(message)
        if dry_run:
            return bytes(self.key.key_size // 8)
        return self.key.sign(data, PKCS1v15(), hashes.SHA256())


class DatedSigner(PdfSigner):
    """A signature that bears the time it is told, in China's zone, not the machine's."""

    signed_at: datetime

    def init_signing_session(self, *args: Any, **named: Any) -> Any:  # noqa: ANN401 (pyHanko is untyped)
        """Set the session's time before anything reads it."""
        session = super().init_signing_session(*args, **named)
        session.system_time = self.signed_at.astimezone(CHINA).replace(microsecond=0)
        return session
