"""The gate of this application, and where a request comes from."""

from typing import cast
from urllib.parse import urlsplit

from flask import current_app, request

from app.access.passwords import Passwords
from app.access.sign_in import Gate
from app.web import door

HOME = "/today"


def gate() -> Gate:
    """Build the gate on this application's bus and hashing turns."""
    return Gate(door.bus(), passwords())


def passwords() -> Passwords:
    """Find the one maker of password hashes, with its few turns."""
    return cast("Passwords", current_app.extensions["sizhen.passwords"])


def address() -> str | None:
    """Say which address a request comes from."""
    return request.remote_addr


def local(path: str | None) -> str:
    """Go only to a page of ours: a path, never another host."""
    there = path or HOME
    parts = urlsplit(there)
    odd = any(c in there for c in "\\\r\n\t") or there.startswith("//")
    inside = there.startswith("/") and not parts.scheme and not parts.netloc
    return there if inside and not odd else HOME
