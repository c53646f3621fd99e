"""Judge the SM2 signature that lies beside a file: its words, its key, and whose certificate it is."""

from asn1crypto import algos, cms, core, x509

from documents.sign.detached import DATA, SIGNED_DATA, SM3, Envelope
from documents.sm2 import PublicKey, sm3


def beside(pdf: bytes, p7s: bytes, registered: x509.Certificate | None) -> tuple[str, ...]:
    """Name every problem of a detached signature (Chinese); nothing if it is good.

    ``registered`` is the certificate that the committee's key folder holds.
    """
    try:
        return tuple(_problems(pdf, _signed(p7s), registered))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return ("国密签名文件的格式不对",)


def _signed(p7s: bytes) -> cms.SignedData:
    told = Envelope.load(p7s, strict=True)
    if told["content_type"].dotted != SIGNED_DATA:
        raise ValueError("not signed data of GB/T 35275")
    return told["content"]


def _problems(pdf: bytes, signed: cms.SignedData, registered: x509.Certificate | None) -> list[str]:
    (signer,) = signed["signer_infos"]
    certificate = signed["certificates"][0].chosen
    found = []
    if registered is None or certificate.dump() != registered.dump():
        found.append("国密签名不是登记的证书所签")
    if _told(signer, "message_digest").native != sm3(pdf) or (
        _told(signer, "content_type").dotted != DATA
        or signer["digest_algorithm"]["algorithm"].dotted != SM3
    ):
        found.append("国密签名签的不是这个文件，或者文件被改动过")
    words = signer["signed_attrs"].untag().dump()
    numbers = algos.DSASignature.load(signer["signature"].native, strict=True)
    point = certificate.public_key["public_key"].contents[1:]  # past the count of unused bits
    if not PublicKey.of(point).accepts(words, numbers["r"].native, numbers["s"].native):
        found.append("国密签名无效")
    return found


def _told(signer: cms.SignerInfo, kind: str) -> core.Asn1Value:
    (found,) = [one["values"] for one in signer["signed_attrs"] if one["type"].native == kind]
    return found[0]
