"""What a person's post did not allow leaves a footprint (等保 安全审计; V16.3.2)."""

from flask import Flask, Response, g, request

from app.access.commands import ReportRefusal
from app.kernel.errors import Busy
from app.web import door
from app.web.gate import address

REFUSED = 403


def register(flask: Flask) -> None:
    """Watch every answer."""
    flask.after_request(_note)


def _note(answer: Response) -> Response:
    if answer.status_code == REFUSED and g.get("actor") is not None:
        report = ReportRefusal(
            **door.said(), page=request.endpoint or "", method=request.method, address=address()
        )
        try:
            door.bus().execute(report)
        except Busy:
            answer.headers["Retry-After"] = "5"  # refused all the same
    return answer
