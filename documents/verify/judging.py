"""The acceptance policy over pyHanko's findings, not its verdict alone.

Every signature of a file cut back to an earlier revision is valid, and so is that of a stranger
who adds his own or of two hands exchanged: only the expected fields in the expected order, the
register of certificates and the register of hashes refuse those.
"""

import hashlib
import io
import logging
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from asn1crypto.parser import peek
from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: TID251 (the verifying package)
from pyhanko.sign.diff_analysis import ModificationLevel  # noqa: TID251 (the verifying package)
from pyhanko.sign.fields import (  # noqa: TID251 (the verifying package)
    FieldMDPAction,
    MDPPerm,
    enumerate_sig_fields,
)
from pyhanko.sign.validation import (  # noqa: TID251 (the verifying package)
    read_certification_data,
    validate_pdf_signature,
    validate_pdf_timestamp,
)

from documents.sign.fields import PREFIX, SEAL, SYSTEM
from documents.verify.trust import Trust
from documents.verify.verdict import RegisterState, SignatureFact, Verdict

Register = Callable[[str], str] | Mapping[str, str]
HANDS = {SEAL: "印章", SYSTEM: "文书系统的认证签名"}
LEAST = 2  # the certification and the seal


def verify(pdf: bytes, *, trust: Trust, registered: Register | None = None) -> Verdict:
    """Judge a signed paper; never raises for what the file holds.

    ``registered`` answers a SHA-256 with known, unknown or superseded; without it the register is
    unchecked, as in a stand-alone check.
    """
    digest = hashlib.sha256(pdf).hexdigest()
    _quieten()
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        signatures = tuple(_fact(one) for one in reader.embedded_regular_signatures)
        problems = tuple(dict.fromkeys(_problems(pdf, reader, trust)))
    except Exception:  # noqa: BLE001 (a hostile file may raise anything; it is refused)
        problems, signatures = ("文件不是完整的PDF，或已损坏",), ()
    return Verdict(digest, signatures, _state(registered, digest), problems)


def _quieten() -> None:
    """Keep pyHanko from logging a traceback for each failure that we expect."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _state(registered: Register | None, digest: str) -> RegisterState:
    if registered is None:
        return "unchecked"
    said = registered(digest) if callable(registered) else registered.get(digest, "unknown")
    if said == "known":
        return "known"
    return "superseded" if said == "superseded" else "unknown"


def _fact(signature: Any) -> SignatureFact:  # noqa: ANN401 (pyHanko is untyped)
    return SignatureFact(
        _role(signature),
        str(signature.sig_object.get("/Name", "")),
        signature.signer_cert.sha256.hex(),
        signature.self_reported_timestamp,
    )


def _role(signature: Any) -> str:  # noqa: ANN401 (pyHanko is untyped)
    return str(signature.field_name or "").removeprefix(PREFIX)


def _problems(pdf: bytes, reader: Any, trust: Trust) -> Iterator[str]:  # noqa: ANN401 (pyHanko is untyped)
    signatures = reader.embedded_regular_signatures
    if not signatures:
        yield "文件上没有电子签名"
        return
    yield from _fields(reader, signatures)
    yield from _certification(reader, signatures)
    yield from _lock(signatures[-1])
    for signature in signatures:
        yield from _signature(signature, trust)
    yield from _stamps(reader, trust)
    yield from _beside(pdf, reader.embedded_signatures)


def _stamps(reader: Any, trust: Trust) -> Iterator[str]:  # noqa: ANN401 (pyHanko is untyped)
    for stamp in reader.embedded_timestamp_signatures:
        status = validate_pdf_timestamp(stamp, trust.stamp_context())
        if not (status.intact and status.valid and status.trusted):
            yield "时间戳无效"


def _beside(pdf: bytes, signatures: Any) -> Iterator[str]:  # noqa: ANN401 (pyHanko is untyped)
    """Demand that nothing stands where no signature reaches: behind one, or after the last."""
    for signature in signatures:
        if any(signature.pkcs7_content[peek(signature.pkcs7_content) :]):
            yield "签名后面的空位里夹带了内容"
    _, _, start, length = signatures[-1].byte_range
    if start + length != len(pdf):
        yield "最后一个签名之后又添加了内容"


def _fields(reader: Any, signatures: Any) -> Iterator[str]:  # noqa: ANN401 (pyHanko is untyped)
    """Demand that every field of the paper is signed, in the order in which they were laid out."""
    stamps = {stamp.field_name for stamp in reader.embedded_timestamp_signatures}
    laid_out = [name for name, _, _ in enumerate_sig_fields(reader) if name not in stamps]
    signed = [signature.field_name for signature in signatures]
    if len(signed) < LEAST or signed != laid_out:
        yield "签名不全、顺序不对，或多出了签名"
    if _role(signatures[0]) != SYSTEM or _role(signatures[-1]) != SEAL:
        yield "不是以文书系统认证开始、以印章结束"


def _certification(reader: Any, signatures: Any) -> Iterator[str]:  # noqa: ANN401 (pyHanko is untyped)
    certified = read_certification_data(reader)
    if not certified or certified.permission != MDPPerm.FILL_FORMS:
        yield "文件没有经过认证，或认证的权限不对"
    elif certified.author_sig != signatures[0].sig_object:
        yield "认证不是第一个签名"


def _lock(last: Any) -> Iterator[str]:  # noqa: ANN401 (pyHanko is untyped)
    if not last.fieldmdp or last.fieldmdp.action != FieldMDPAction.ALL:
        yield "印章没有锁定全文"


def _signature(signature: Any, trust: Trust) -> Iterator[str]:  # noqa: ANN401 (pyHanko is untyped)
    role = _role(signature)
    hand = SEAL if role == SEAL else SYSTEM
    shown = HANDS.get(role, f"{role}的签名")
    status = validate_pdf_signature(signature, trust.context(), trust.context())
    if not status.intact:
        yield f"{shown}所签的内容被改动过"
    if not status.bottom_line:
        yield f"{shown}无效或不可信"
    if signature.signer_cert.sha256.hex() not in trust.hands.get(hand, frozenset()):
        yield f"{shown}不是登记的证书所签"
    if not _is_in_time(signature):
        yield f"{shown}的时间不在证书的有效期内"
    most = ModificationLevel.LTA_UPDATES if role == SEAL else ModificationLevel.FORM_FILLING
    if status.modification_level is None or status.modification_level > most:
        yield f"{shown}之后文件被改动过"


def _is_in_time(signature: Any) -> bool:  # noqa: ANN401 (pyHanko is untyped)
    """Say whether the day that a signature claims is one on which its certificate was good."""
    claimed, certificate = signature.self_reported_timestamp, signature.signer_cert
    if claimed is None:
        return False
    return bool(certificate.not_valid_before <= claimed <= certificate.not_valid_after)
