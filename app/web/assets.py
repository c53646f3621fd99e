"""Static files under addresses that carry their content's hash: kept for a year, sent small."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

import zopfli.gzip
from flask import Flask, Response, current_app, request, url_for

TEXT = frozenset({".css", ".js", ".svg", ".json", ".webmanifest", ".html"})
KEEP = "public, max-age=31536000, immutable"
ASK = "no-cache"
LEAN = frozenset({"desk", "forms"})  # the folders of static/desk
NOTES = re.compile(r"^/\*.*?\*/\n?|^//[^\n]*\n?|[ \t]+// [^\n'\"`]*$", re.MULTILINE | re.DOTALL)
BLANKS = re.compile(r"^\s+", re.MULTILINE)


def register(flask: Flask) -> None:
    """Give templates `asset()` and send static files compressed and cached."""
    flask.add_template_global(asset)
    flask.after_request(_send_small)


def asset(name: str) -> str:
    """Name a static file's address; it changes when the file does."""
    known: dict[str, str] = current_app.extensions.setdefault("sizhen.assets", {})
    if name not in known or current_app.debug:
        known[name] = url_for("static", filename=name, v=mark_of(name))
    return known[name]


def mark_of(name: str) -> str:
    """Give the mark of a static file's content."""
    path = Path(current_app.static_folder or "") / name
    return _mark(path, path.stat().st_mtime_ns if current_app.debug else 0)


@lru_cache(maxsize=256)
def _mark(path: Path, changed: int) -> str:
    del changed  # while developing, a changed file is another key; else the files stand
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


@lru_cache(maxsize=256)
def _small(path: Path, mark: str) -> bytes:
    del mark
    text = path.read_bytes()
    return packed(lean(text.decode()).encode() if path.parts[-2] in LEAN else text)


def packed(text: bytes) -> bytes:
    """Compress what is sent to a browser, the same bytes for the same text."""
    return bytes(zopfli.gzip.compress(text))


def lean(text: str) -> str:
    """Leave out indents, empty lines and comments of a script or style sheet for thin lines.

    Words within a line stay as they are: what goes further must understand the language.
    """
    return NOTES.sub("", BLANKS.sub("", text))


def _send_small(response: Response) -> Response:
    if request.endpoint != "static" or response.status_code not in (200, 304):
        return response
    name = (request.view_args or {})["filename"]
    mark = mark_of(name)
    response.headers["Cache-Control"] = KEEP if request.args.get("v") == mark else ASK
    path = Path(current_app.static_folder or "") / name
    if path.suffix in TEXT:
        response.vary.add("Accept-Encoding")
        if response.status_code == 200 and request.accept_encodings["gzip"] > 0:  # noqa: PLR2004 (HTTP status)
            response.close()  # the file it would have sent
            response.direct_passthrough = False
            response.set_data(_small(path, mark))
            response.content_encoding = "gzip"
            response.set_etag(mark)
    return response
