"""What the technical log keeps of a request: which route, what came of it, how long, whose id.

Never the address as typed, the query or the form: they carry names. Flask's own report of an
exception goes to the same place, where only its type and its place in the code are written.
"""

import logging
from time import perf_counter

from flask import Flask, Response, g, has_request_context, request

from app.kernel.logs import NAME


class Forward(logging.Handler):
    """Hands a record over to our own log."""

    def emit(self, record: logging.LogRecord) -> None:
        """Let our log write it: with the route, where Flask names the address as it was typed."""
        if record.exc_info and has_request_context():
            record.msg, record.args = f"exception on {_route()} [{request.method}]", ()
        logging.getLogger(NAME).handle(record)


def register(flask: Flask) -> None:
    """Stand before and after every request."""
    flask.logger.handlers = [Forward()]
    flask.logger.propagate = False
    flask.before_request(_begin)
    flask.after_request(_tell)


def _route() -> str:
    return str(request.url_rule or "none")


def _begin() -> None:
    g.begun = perf_counter()


def _tell(response: Response) -> Response:
    if request.endpoint == "static":
        return response
    fields = {
        "method": request.method,
        "route": _route(),
        "status": response.status_code,
        "ms": round((perf_counter() - g.begun) * 1000, 1) if "begun" in g else None,
        "user": str(g.actor.user_id) if "actor" in g else None,
    }
    logging.getLogger(NAME).info("request", extra={"fields": fields})
    return response
