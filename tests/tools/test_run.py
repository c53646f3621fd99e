"""`make run` for real: a new folder becomes a site with the demo county, and stays what it is."""

import os
import signal
import subprocess
import time
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from tests.postgres import free_port

ROOT = Path(__file__).parents[2]
PATIENCE = 120  # seconds; a machine under load is slow, a broken start never comes


@contextmanager
def site(home, port):
    """Run the site until its address is said; give what it said, then stop it."""
    words = home.parent / "words.txt"
    with words.open("w") as out:
        process = subprocess.Popen(
            ["bash", "tools/run.sh"],
            cwd=ROOT,
            env=os.environ | {"SIZHEN_HOME": str(home), "SIZHEN_PORT": str(port)},
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_for(lambda: process.poll() is not None or answers(port))
        assert process.poll() is None, words.read_text()
        yield words.read_text
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def wait_for(come):
    end = time.monotonic() + PATIENCE
    while not come():
        assert time.monotonic() < end, "the site did not come up"
        time.sleep(0.1)


def answers(port):
    try:
        with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False


def test_a_new_folder_becomes_a_site_and_keeps_what_it_has(tmp_path):
    home, port = tmp_path / "home", free_port()
    with site(home, port) as said:
        wait_for(lambda: "网址" in said())
        first = said()
        assert "dengji" in first
        assert f"http://127.0.0.1:{port}" in first
        second_try = subprocess.run(
            ["bash", "tools/run.sh"],
            cwd=ROOT,
            env=os.environ | {"SIZHEN_HOME": str(home), "SIZHEN_PORT": str(port)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert second_try.returncode == 1
        assert "已被别的程序占用" in second_try.stderr
        assert "Traceback" not in second_try.stderr
    keys = (home / "keys.json").read_bytes()
    with site(home, free_port()) as said:
        wait_for(lambda: "网址" in said())
        assert password(said()) == password(first)
    assert (home / "keys.json").read_bytes() == keys


def password(words):
    return next(line.split()[0] for line in words.splitlines() if line.startswith("密码"))
