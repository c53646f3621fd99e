"""The real application as a process of its own, which a test can really kill.

Each centre is forked from one process that has read the program already: reading it anew took three
seconds of each start. FOLDER holds its database and keys (tests/offline/county.py); FOLDER/fault says
how the next call with commands goes wrong: slow, die_before_commit, die_after_commit, or case:ID,
which stumbles over it.
"""

import multiprocessing
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

COMMANDS = "/api/offline/commands"
ENDED = 9
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload([__name__])


def start(port, folder, env):
    """Start a centre and give its process; it is not ready yet."""
    process = FORKS.Process(target=run, args=(port, str(folder), env), daemon=True)
    process.start()
    return process


def run(port, folder, env):
    """Serve the county in a folder until killed."""
    folder = Path(folder)
    os.environ.update(env)
    log = (folder / "log").open("a", buffering=1, encoding="utf-8")
    sys.stdout = sys.stderr = log
    flask = opened(folder)
    flask.before_request_funcs[None].insert(0, Stumbling(flask, folder / "fault"))
    serve(flask, host="127.0.0.1", port=port, threads=6, _quiet=True)


def opened(folder):
    """Make the application as the environment wishes it."""
    desk = os.environ.get("SIZHEN_DESK", "on")
    settings = Config(home=folder, database_url=address_of(folder), desk=desk, ticks=False)
    flask = create_app(settings, database=open_county(folder))
    seconds = os.environ.get("CENTRE_TOKEN_SECONDS", "3600")
    flask.config["WTF_CSRF_TIME_LIMIT"] = float(seconds)
    if mark := os.environ.get("CENTRE_SHELL"):
        shell.mark_of = lambda name: f"{mark} {name}"
    return flask


class Stumbling:
    """Does what FOLDER/fault says, once."""

    def __init__(self, flask, fault):
        self.flask, self.fault = flask, fault

    def __call__(self):
        if request.path == os.environ.get("CENTRE_LACKS"):
            return "", 404
        if request.path != COMMANDS or not self.fault.exists():
            return None
        how = self.fault.read_text()
        if how.startswith("case:"):
            is_its = how[5:] in request.get_data(as_text=True)
            return (jsonify(error="broken", sentence="试验中心绊了一下。"), 500) if is_its else None
        self.fault.unlink()
        return getattr(self, how)()

    def slow(self):
        time.sleep(4)

    def die_before_commit(self):
        deciding._settle = lambda *_: os._exit(ENDED)  # noqa: SLF001 (in the middle of its transaction)

    def die_after_commit(self):
        self.flask.after_request_funcs[None].insert(0, lambda _: os._exit(ENDED))
