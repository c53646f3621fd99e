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

from documents.sign.signer import DIGEST
from documents.verify.trust import Trust


def strengthen(pdf: bytes, stamper: TimeStamper, trust: Trust) -> bytes:
    """Take a sealed paper to LTA; the new bytes are registered as its newer version."""
    for place in range(len(_signatures(pdf))):
        signature = _signatures(pdf)[place]
        pdf = add_validation_info(signature, trust.context(), in_place=False).getvalue()
    settings = TimestampDSSContentSettings(update_before_ts=True, include_vri=False)
    stamped = PdfTimeStamper(stamper).timestamp_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf)), DIGEST, trust.context(), dss_settings=settings
    )
    return bytes(stamped.getbuffer())


def _signatures(pdf: bytes) -> Any:  # noqa: ANN401 (pyHanko is untyped)
    return PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
