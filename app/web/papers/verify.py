"""/verify: anybody may check what was issued under a code; no sign-in, no whole name."""

from urllib.parse import quote

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from app.dossiers.codes import read_code, shown
from app.dossiers.lookups import look_up
from app.kernel.errors import NotNow
from app.web import door
from app.web.gate import address
from app.web.guard import public

page = Blueprint("verify", __name__, url_prefix="/verify")
TOO_MANY = 429


@page.get("")
@public
def ask() -> str | Response:
    """Ask for the code printed beside the QR code, or for the file."""
    typed = request.args.get("code", "").strip()
    if not typed:
        return render_template("papers/verify.html")
    return redirect(f"/verify/{quote(read_code(typed) or typed[:40], safe='')}", 303)


@page.get("/<string:code>")
@public
def show(code: str) -> str | tuple[str, int]:
    """Say what was issued under a code, without anybody's whole name."""
    plain = read_code(code)
    try:
        entry = look_up(door.database(), plain, address(), door.clock().now())
    except NotNow as error:
        return render_template("papers/verify.html", sentence=str(error)), TOO_MANY
    written = shown(plain) if plain else code[:40]
    status = 200 if entry else 404
    return render_template("papers/verified.html", entry=entry, code=written), status
