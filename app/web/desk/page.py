"""/desk: the shell, its manifest and its worker; no person and no token, so that browsers keep it."""

from flask import Blueprint, Response, render_template
from werkzeug.exceptions import NotFound as NoPage

from app.web.desk import shell
from app.web.guard import public

page = Blueprint("village", __name__)


@page.get("/desk")
@public
def show() -> str:
    """Show the shell, the same for everybody."""
    if not shell.is_open():
        raise NoPage
    return render_template("desk/desk.html", version=shell.version())


@page.get(shell.MANIFEST)
@public
def manifest() -> dict[str, object]:
    """Say how the desk is installed as a program of its own."""
    if not shell.is_open():
        raise NoPage
    icon = {"src": "/static/icon.svg", "sizes": "any", "type": "image/svg+xml"}
    return {
        "name": "四诊 下乡工作台",
        "short_name": "下乡工作台",
        "lang": "zh-CN",
        "start_url": shell.PAGE,
        "scope": shell.PAGE,
        "display": "standalone",
        "background_color": "#f3f5f8",
        "theme_color": "#1f4e8c",
        "icons": [icon],
    }


@page.get("/desk/worker.js")
@public
def worker() -> Response:
    """Give the service worker, or the one that ends it where the desk is switched off."""
    text = (
        render_template("desk/worker.js", version=shell.version(), shell=shell.addresses())
        if shell.is_kept()
        else render_template("desk/farewell.js")
    )
    answer = Response(text, mimetype="text/javascript")
    answer.headers["Service-Worker-Allowed"] = shell.PAGE
    return answer
