"""Roundup as a peer: one process, one SQLite file, forms and lists with permissions and history.

It lives in its own virtual environment (`pip install roundup waitress`), named by
SIZHEN_PEER_PYTHON; its tracker lives in a temporary folder and is removed afterwards. Its address
in the configuration must be the one it is asked under, mail must go to a file, and every form
needs the page's @csrf.
"""

import os
import random
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

from psutil import Process

from bench.visitor import Visitor, hidden

PASSWORD = "bench-only"  # noqa: S105 (of a tracker that lives for minutes)
COLUMNS = "/issue?@columns=id,activity,title,status,assignedto&@sort=-activity&@pagesize=50"
FILL = """
import random, sys
from roundup import date, instance
db = instance.open(sys.argv[1]).open("admin")
rnd = random.Random(7)
for n in range(int(sys.argv[2])):
    who = "".join(rnd.choices("才旦卓玛多杰扎西马文祥", k=3)); what = rnd.choice(["草场", "虫草", "欠薪", "邻里"])
    note = db.msg.create(content=f"{who}因{what}与邻居争吵，请求调解。" * 3, author="1", date=date.Date("."))
    db.issue.create(title=f"{who}{what}纠纷", status="1" if n % 12 == 0 else "8", messages=[note], nosy=[])
    if n % 500 == 499: db.commit()
db.commit()
"""
SERVE = """
import sys, waitress
from roundup.cgi.wsgi_handler import RequestDispatcher
waitress.serve(RequestDispatcher(sys.argv[1]), host="127.0.0.1", port=int(sys.argv[2]), threads=8)
"""


class Roundup:
    """A filled, running tracker; a context manager."""

    def __init__(self, cases: int) -> None:
        self.python, self.cases = os.environ["SIZHEN_PEER_PYTHON"], cases
        self.root = Path(tempfile.mkdtemp(prefix="roundup-"))
        self.home = str(self.root / "tracker")
        self.port = free_port()
        self.visitor = Visitor(self.port)

    def __enter__(self) -> Self:
        url = f"http://127.0.0.1:{self.port}/"
        mail = f"mail_domain=example.invalid,mail_host=localhost,mail_debug={self.root / 'mail'}"
        self._admin("install", "classic", "sqlite", f"{mail},tracker_web={url}")
        self._admin("initialise", PASSWORD)
        self._run(FILL, str(self.cases)).check_returncode()
        log = (self.root / "log").open("wb")
        command = [self.python, "-c", SERVE, self.home, str(self.port)]
        self.server = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.root)  # noqa: S603 (our own script)
        wait_for(self.port)
        self._sign_in()
        self.visitor.server = Process(self.server.pid)
        return self

    def __exit__(self, *_: object) -> None:
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.root, ignore_errors=True)

    def list(self, _n: int) -> None:
        """Open the list of issues."""
        self.visitor.get(f"{COLUMNS}&@startwith=0")

    def search(self, _n: int) -> None:
        """Look for two characters in titles (its text index does not cut Chinese)."""
        self.visitor.get(f"{COLUMNS}&@filter=title&title=虫草")

    def case(self, n: int) -> None:
        """Open one issue."""
        self.visitor.get(f"/issue{n * 7 % self.cases + 1}")

    def create(self, _n: int) -> None:
        """Create an issue by its form."""
        page = self.visitor.get("/issue?@template=item")
        form = {"title": f"表单纠纷{random.randrange(10**6)}", "status": "1", "@note": "院墙滴水"}  # noqa: S311 (a title)
        form |= {"@action": "new", "@csrf": hidden(page, "@csrf")}
        self.visitor.post("/issue?@template=item", form)

    def save(self, n: int) -> None:
        """Change an issue by its form."""
        path = f"/issue{n * 13 % self.cases + 1}"
        page = self.visitor.get(path)
        form = {"status": str(n % 5 + 2), "@action": "edit", "@csrf": hidden(page, "@csrf")}
        self.visitor.post(path, form | {"@lastactivity": hidden(page, "@lastactivity")})

    def _sign_in(self) -> None:
        form = {"__login_name": "admin", "__login_password": PASSWORD, "@action": "login"}
        form["@csrf"] = hidden(self.visitor.get("/"), "@csrf")
        self.visitor.post("/", form, wanted=(200, 302, 303))
        assert "logout" in self.visitor.get("/").lower()

    def _admin(self, *words: str) -> None:
        command = [self.python, "-m", "roundup.scripts.roundup_admin", "-i", self.home, *words]
        quiet = subprocess.DEVNULL
        subprocess.run(command, check=True, cwd=self.root, stdout=quiet, stderr=quiet)  # noqa: S603 (the peer's own tool)

    def _run(self, script: str, *words: str) -> subprocess.CompletedProcess[bytes]:
        command = [self.python, "-c", script, self.home, *words]
        return subprocess.run(command, check=False, cwd=self.root)  # noqa: S603 (our own script)


def free_port() -> int:
    """Find a free loopback port."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody answers on a port."""
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)
