"""The night's work: a sealed paper gets what a later verifier needs, and a time stamp over all.

It stays legal under the seal's lock, whose allowance ends at such updates. The stamp comes last
with its own validation data before it, so that no byte of the file stands outside a signature.
"""

import io
from typing import Any

from pyhanko.pdf_utils.incremental_writer import (  # noqa: TID251 (the signing package)
    IncrementalPdfFileWriter,
)
from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: TID251 (the signing package)
from pyhanko.sign import PdfTimeStamper  # noqa: TID251 (the signing package)
from pyhanko.sign.signers.pdf_signer import (  # noqa: TID251 (the signing package)
    TimestampDSSContentSettings,
)
from pyhanko.sign.timestamps.api import TimeStamper  # noqa: TID251 (the signing package)
from pyhanko.sign.validation import add_validation_info  # noqa: TID251 (the signing package)
from pyhanko_certvalidator.errors import PathError

from documents.sign.signer import DIGEST
from documents.sign.stamping import StampFailed
from documents.verify import verify
from documents.verify.trust import Trust


def strengthen(pdf: bytes, stamper: TimeStamper, trust: Trust) -> bytes:
    """Take a sealed paper to LTA; the new bytes are registered as its newer version.

    Raises StampFailed where the authority gives no stamp, or one that nobody here trusts.
    """
    for place in range(len(_signatures(pdf))):
        signature = _signatures(pdf)[place]
        pdf = add_validation_info(signature, trust.context(), in_place=False).getvalue()
    settings = TimestampDSSContentSettings(update_before_ts=True, include_vri=False)
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    try:
        stamped = PdfTimeStamper(stamper).timestamp_pdf(
            writer, DIGEST, trust.stamp_context(), dss_settings=settings
        )
    except PathError as error:
        raise StampFailed("时间戳服务的证书不在信任的名单里（tsa.pem）") from error
    strong = bytes(stamped.getbuffer())
    if problems := verify(strong, trust=trust).problems:
        message = f"加上时间戳以后核验不通过（{problems[0]}）"
        raise StampFailed(message)
    return strong


def _signatures(pdf: bytes) -> Any:  # noqa: ANN401 (pyHanko is untyped)
    return PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
