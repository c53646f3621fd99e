"""A signature beside a sealed file, in the country's own algorithms: SM2 with SM3, `*.pdf.sm2.p7s`.

No reader and no library checks SM2 inside a PDF; so it stands beside the file, as signed data after
GB/T 35275, and says nothing that the file does not. Who makes it is a port: a UKey or the provincial
seal platform for a court; `OpensslHand`, with a key in a file, for tests and demonstrations.
"""

import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from asn1crypto import cms, core, pem, x509

from documents.sign.keys import KeysMissingError
from documents.sign.signer import CHINA
from documents.sm2 import WHO, sm3

ENDING = ".sm2.p7s"
DATA, SIGNED_DATA = "1.2.156.10197.6.1.4.2.1", "1.2.156.10197.6.1.4.2.2"  # GB/T 35275
SM3, SM2 = "1.2.156.10197.1.401", "1.2.156.10197.1.301.1"
KEY, CERTIFICATE = "sm2.key", "sm2.pem"


class Envelope(core.Sequence):
    """Signed data under the object identifier of GB/T 35275."""

    _fields = [  # noqa: RUF012 (asn1crypto reads it so)
        ("content_type", core.ObjectIdentifier),
        ("content", cms.SignedData, {"explicit": 0}),
    ]


class SealProvider(Protocol):
    """Whoever holds an SM2 key: its certificate, and signatures that it makes."""

    @property
    def certificate(self) -> x509.Certificate:
        """Show the certificate of the key."""

    def sign(self, message: bytes) -> bytes:
        """Sign a message as GB/T 32918 says, its identity the usual one; answer r and s in DER."""


@dataclass(frozen=True)
class OpensslHand:
    """A key in a file, used by OpenSSL 3."""

    key: Path
    certificate: x509.Certificate

    @classmethod
    def of(cls, folder: Path) -> "OpensslHand | None":
        """Find the SM2 key of a committee's folder; None where it has none."""
        if not (folder / KEY).exists():
            return None
        try:
            _, _, der = pem.unarmor((folder / CERTIFICATE).read_bytes())
            return cls(folder / KEY, x509.Certificate.load(der, strict=True))
        except (OSError, ValueError) as error:
            message = f"国密证书打不开（{CERTIFICATE}）。请检查密钥文件夹。"
            raise KeysMissingError(message) from error

    def sign(self, message: bytes) -> bytes:
        """Let OpenSSL sign, whose SM2 is constant in time."""
        identity = f"distid:{WHO.decode()}"
        command = ["openssl", "pkeyutl", "-sign", "-rawin", "-digest", "sm3", "-pkeyopt", identity,
                   "-inkey", str(self.key), "-in", "/dev/stdin"]  # fmt: skip
        try:
            done = subprocess.run(command, input=message, capture_output=True, check=True)  # noqa: S603 (our own words)
        except (OSError, subprocess.CalledProcessError) as error:
            raise KeysMissingError("国密签名没有做成。请检查 sm2.key 和 OpenSSL。") from error
        return done.stdout


def detach(pdf: bytes, hand: SealProvider, signed_at: datetime) -> bytes:
    """Sign a file as it is; the signature is kept beside it."""
    when = cms.Time({"utc_time": signed_at.astimezone(CHINA)})
    attributes = cms.CMSAttributes(
        [
            _attribute("content_type", DATA),
            _attribute("signing_time", when),
            _attribute("message_digest", sm3(pdf)),
        ]
    )
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [{"algorithm": SM3}],
            "encap_content_info": {"content_type": DATA},
            "certificates": [hand.certificate],
            "signer_infos": [_signer(attributes, hand)],
        }
    )
    return bytes(Envelope({"content_type": SIGNED_DATA, "content": signed}).dump())


def _signer(attributes: cms.CMSAttributes, hand: SealProvider) -> cms.SignerInfo:
    certificate = hand.certificate
    issuer = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    return cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.IssuerAndSerialNumber(issuer),
            "digest_algorithm": {"algorithm": SM3},
            "signed_attrs": attributes,
            "signature_algorithm": {"algorithm": SM2},
            "signature": hand.sign(attributes.dump()),
        }
    )


def _attribute(kind: str, value: object) -> cms.CMSAttribute:
    return cms.CMSAttribute({"type": kind, "values": [value]})
