"""/verify/offline.html: one page to keep on a laptop, which reads our QR codes with no network."""

import hashlib
import re
from base64 import b64encode
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, current_app, render_template
from markupsafe import Markup
from sqlalchemy import select

from app.dossiers.sealing import FOLDER, public_code_key
from app.kernel.errors import NotFound
from app.places.model import County
from app.web import door
from app.web.guard import public
from app.web.papers.sight import as_attachment

page = Blueprint("offline_check", __name__, url_prefix="/verify/offline.html")
VERIFIER = "vendor/noble-ed25519-2.3.0.js"
READER = "js/offline_check.js"
STYLE = "css/offline_check.css"
EXPORTS = re.compile(r"^export \{[^}]*\};\s*$", re.MULTILINE)
NO_KEY = "还没有出具过带二维码的文书，暂时没有脱网核验页。请联网用核验码查。"


@page.get("")
@public
def show() -> Response:
    """Give the page as a file, with the public half of the key that signs the codes."""
    key = public_code_key(door.config().home / FOLDER)
    if key is None:
        raise NotFound(NO_KEY)
    words = render_template(
        "papers/offline_check.html",
        key=b64encode(key).decode(),
        fingerprint=_spoken(hashlib.sha256(key).hexdigest()),
        county=_counties(),
        **_inside(Path(current_app.static_folder or "")),
    )
    return as_attachment(words.encode(), "text/html; charset=utf-8", "脱网核验调解文书.html")


def _counties() -> str:
    with door.database().read() as session:
        return "、".join(session.scalars(select(County.name).order_by(County.county_id)))


def _spoken(digest: str) -> str:
    return " ".join(digest[start : start + 4] for start in range(0, 24, 4))


@cache
def _inside(static: Path) -> dict[str, Markup]:
    """Put style, verifier and reader into the page: one opened from a disk may import no file."""
    style, verifier, reader = (
        (static / name).read_text("utf-8") for name in (STYLE, VERIFIER, READER)
    )
    program = EXPORTS.sub("", verifier) + reader
    return {
        "style": Markup(f"<style>{style}</style>"),  # noqa: S704 (files of ours)
        "program": Markup(f'<script type="module">{program}</script>'),  # noqa: S704 (files of ours)
    }
