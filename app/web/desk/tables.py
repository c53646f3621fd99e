"""/desk/checks.json, /desk/papers.json: the clauses and papers of the centre, for the desk."""

from flask import Blueprint, Response, request, send_from_directory
from werkzeug.exceptions import NotFound as NoPage

from app.web.assets import packed
from app.web.desk import known, shell
from app.web.guard import public
from documents.typefaces import FACES, FONTS

page = Blueprint("village_tables", __name__)
DAY = 24 * 3600


@page.get("/desk/checks.json")
@public
def clause_checks() -> Response:
    """Give the table of clause checks, the same for everybody."""
    return _told(known.clause_checks())


@page.get("/desk/papers.json")
@public
def papers() -> Response:
    """Give the templates that a browser can print."""
    return _told(known.papers())


def _told(content: str) -> Response:
    if not shell.is_open():
        raise NoPage
    answer = Response(mimetype="application/json")
    answer.vary.add("Accept-Encoding")
    if request.accept_encodings["gzip"] > 0:
        answer.set_data(packed(content.encode()))
        answer.content_encoding = "gzip"
    else:
        answer.set_data(content)
    return answer


@page.get("/desk/faces/<name>")
@public
def face(name: str) -> Response:
    """Give a face that papers are printed in."""
    if not shell.is_open() or name not in FACES.values():
        raise NoPage
    return send_from_directory(FONTS, name, mimetype="font/ttf", max_age=DAY)
