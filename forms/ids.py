"""An id that came along in a hidden field."""

from uuid import UUID


def read_id(text: str) -> UUID | None:
    """Read an id; what is none is nobody's."""
    try:
        return UUID(text)
    except ValueError:
        return None
