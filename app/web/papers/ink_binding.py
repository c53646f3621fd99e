"""The binding of a signing page: which sheet it showed, once; signed, good for an hour."""

from typing import Any

from flask import current_app
from itsdangerous import BadSignature, URLSafeTimedSerializer

from app.dossiers.model import IssuedPaper
from app.kernel.errors import Stale
from app.kernel.ids import new_id

HOUR = 3600


def fresh_binding(paper: IssuedPaper) -> str:
    """Bind a fresh nonce to the sheet on the screen."""
    return _serializer().dumps([str(paper.id), paper.frozen_sha256, new_id().hex])


def read_binding(paper: IssuedPaper, binding: str) -> dict[str, Any]:
    """Read which sheet was shown, and the nonce; Stale if it was another, forged or too old."""
    try:
        paper_id, sha256, nonce = _serializer().loads(binding, max_age=HOUR)
    except (BadSignature, ValueError) as error:
        raise Stale("签名页打开太久或者不完整，签名没有保存。请看一遍内容，重新签。") from error
    if paper_id != str(paper.id):
        raise Stale("签名页显示的是另一份文书，签名没有保存。请重新打开签名页。")
    return {"frozen_sha256": sha256, "nonce": nonce}


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.secret_key or b"", salt="ink")
