"""An id that came along in a hidden field."""

from uuid import UUID

from app.kernel.errors import Incomplete

BROKEN = "这一页不完整，没有保存。请重新打开这一页再填写。"


def read_id(text: str) -> UUID | None:
    """Read an id; what is none is nobody's."""
    try:
        return UUID(text)
    except ValueError:
        return None


def known_id(text: str | None) -> UUID | None:
    """Read an id that the page itself brought along; nothing is None, anything else is refused."""
    found = read_id(text) if text else None
    if text and found is None:
        raise Incomplete(BROKEN)
    return found
