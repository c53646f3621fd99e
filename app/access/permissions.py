"""Where the upper layers look for permissions; people and places name them too, so they lie below."""

from app.permissions import Permission

__all__ = ["Permission"]
