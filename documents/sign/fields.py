"""The empty signature fields of a paper, all in one revision before anybody signs."""

import io
from collections.abc import Mapping, Sequence

from pyhanko.pdf_utils.incremental_writer import (  # noqa: TID251 (the signing package)
    IncrementalPdfFileWriter,
)
from pyhanko.sign.fields import (  # noqa: TID251 (the signing package)
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    append_signature_field,
)

from documents.anchors import Anchor

SYSTEM, SEAL, PREFIX = "system", "seal", "sig-"


def field_name(role: str) -> str:
    """Name the field that a role signs."""
    return f"{PREFIX}{role}"


def add_fields(pdf: bytes, roles: Sequence[str], anchors: Mapping[str, Anchor]) -> bytes:
    """Add every field in signing order; the seal's locks the whole document."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    for role in roles:
        place = anchors.get(role)
        locks = role == SEAL
        append_signature_field(
            writer,
            SigFieldSpec(
                field_name(role),
                on_page=place.page if place else 0,
                box=place.whole_points() if place else None,
                field_mdp_spec=FieldMDPSpec(FieldMDPAction.ALL) if locks else None,
                doc_mdp_update_value=MDPPerm.NO_CHANGES if locks else None,
            ),
        )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
