"""The real application as a program that a test can really kill.

    python -m tests.offline.centre PORT FOLDER

FOLDER holds its database and keys (tests/offline/county.py); FOLDER/fault says how the next call with
commands goes wrong: slow, die_before_commit, die_after_commit, or case:ID, which stumbles over it.
"""

import os
import sys
import time
from pathlib import Path

from flask import jsonify, request
from waitress import serve

from app.factory import create_app
from app.sync import deciding
from app.web.desk import shell
from config import Config
from tests.offline.county import address_of, open_county

PORT, FOLDER = int(sys.argv[1]), Path(sys.argv[2])
FAULT = FOLDER / "fault"
COMMANDS = "/api/offline/commands"
ENDED = 9
settings = Config(
    home=FOLDER,
    database_url=address_of(FOLDER),
    desk=os.environ.get("SIZHEN_DESK", "on"),
    ticks=False,
)
flask = create_app(settings, database=open_county(FOLDER))
flask.config["WTF_CSRF_TIME_LIMIT"] = float(os.environ.get("CENTRE_TOKEN_SECONDS", "3600"))
if mark := os.environ.get("CENTRE_SHELL"):
    shell.mark_of = lambda name: f"{mark} {name}"


def stumble():
    """Do what FOLDER/fault says, once."""
    if request.path == os.environ.get("CENTRE_LACKS"):
        return "", 404
    if request.path != COMMANDS or not FAULT.exists():
        return None
    fault = FAULT.read_text()
    if fault.startswith("case:"):
        is_its = fault[5:] in request.get_data(as_text=True)
        return (jsonify(error="broken", sentence="试验中心绊了一下。"), 500) if is_its else None
    FAULT.unlink()
    return FAULTS[fault]()


def die_before_commit():
    deciding._settle = lambda *_: os._exit(ENDED)  # noqa: SLF001 (in the middle of its transaction)


def die_after_commit():
    flask.after_request_funcs[None].insert(0, lambda _: os._exit(ENDED))


FAULTS = {
    "slow": lambda: time.sleep(4),
    "die_before_commit": die_before_commit,
    "die_after_commit": die_after_commit,
}
flask.before_request_funcs[None].insert(0, stumble)
if __name__ == "__main__":
    serve(flask, host="127.0.0.1", port=PORT, threads=6, _quiet=True)
