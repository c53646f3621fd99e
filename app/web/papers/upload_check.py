"""POST /verify: whether an electronic file is what was issued; the file is read and not kept."""

from flask import Blueprint, render_template, request

from app.dossiers.lookups import look_up
from app.dossiers.register import check_file, entry_of
from app.dossiers.scanning import MOST_BYTES
from app.dossiers.sealing import FOLDER
from app.dossiers.uploaded import flaw_of
from app.kernel.errors import NotNow
from app.web import door
from app.web.gate import address
from app.web.guard import public

page = Blueprint("upload_check", __name__, url_prefix="/verify")
TOO_MANY, UNREADABLE = 429, 422


@page.post("")
@public
def check() -> str | tuple[str, int]:
    """Judge an uploaded file by its signatures and the register."""
    data = _sent()
    try:
        look_up(door.database(), None, address(), door.clock().now())
    except NotNow as error:
        return render_template("papers/verify.html", sentence=str(error)), TOO_MANY
    if sentence := flaw_of(data):
        return render_template("papers/verify.html", sentence=sentence), UNREADABLE
    with door.database().read() as session:
        answer = check_file(session, data or b"", door.config().home / FOLDER)
        entry = entry_of(session, answer.paper) if answer.paper else None
        return render_template("papers/checked.html", answer=answer, entry=entry)


def _sent() -> bytes | None:
    """Read what was sent; a large one lies in a file of its own, which is closed at once."""
    upload = request.files.get("file")
    if upload is None:
        return None
    with upload.stream as stream:
        return stream.read(MOST_BYTES + 1) if upload.filename else None
