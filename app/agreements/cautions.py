"""What deserves a second look once people have signed: thumbs without a reader, one mediator alone."""

from collections.abc import Iterator, Sequence

from app.agreements.enums import SignatureMethod, SignerRole
from app.agreements.model import AgreementSignature


def cautions(signatures: Sequence[AgreementSignature], mediators: Sequence[str]) -> Iterator[str]:
    """Say what custom asks besides the law (PAPERS 6); none of it keeps the agreement from binding."""
    thumbs = [row for row in signatures if row.method == SignatureMethod.FINGERPRINT]
    for row in thumbs:
        if not row.written_by:
            yield f"{row.signer}只按了指印：不识字的，要写明由谁代书并宣读。"
    signed = {row.signer for row in signatures if row.role == SignerRole.MEDIATOR}
    if thumbs and len(signed | set(mediators)) < 2:  # noqa: PLR2004 (two witnesses)
        yield "有当事人只按指印，建议两名调解员在场并签名。"
    for row in signatures:
        if row.method == SignatureMethod.TABLET:
            yield f"{row.signer}的手写电子签名只作辅助，还要在纸上签名。"
