"""The edge: a body or address that cannot be read whole is refused aloud, before anything else."""

from flask import Flask, request

from app.web.bodies import (
    MOST_FIELDS,
    MOST_FORM,
    TOO_MUCH,
    UNREADABLE,
    Refusal,
    judge_escaped,
    judge_parts,
    readable,
)
from app.web.kept import give_back
from app.web.sorry import say

MOST_BODY = 64 * 1024 * 1024  # bytes, attachments included
BAD_ADDRESS = "网址里有无法读出的字符。请核对网址，或从“今日工作”重新进入。"
JUDGES = {
    "application/x-www-form-urlencoded": judge_escaped,
    "multipart/form-data": judge_parts,
}


def register(flask: Flask) -> None:
    """Stand before every request; must be registered before the guard."""
    flask.config |= {
        "MAX_CONTENT_LENGTH": MOST_BODY,
        "MAX_FORM_MEMORY_SIZE": MOST_FORM,
        "MAX_FORM_PARTS": MOST_FIELDS,
    }
    flask.before_request(inspect)


def inspect() -> Refusal:
    """Refuse what cannot be read whole."""
    address = request.environ.get("QUERY_STRING", "").encode("latin-1")
    if not readable(address) or "\x00" in request.path or "\ufffd" in request.path:
        return say(BAD_ADDRESS, 400)
    judge = JUDGES.get(request.mimetype)
    refusal = judge(request) if judge else None
    if refusal is None:
        return None
    sentence, code = refusal
    if code == TOO_MUCH:
        return say(sentence, code)
    return give_back(sentence, code, may_repeat=sentence is not UNREADABLE)
