"""One browser's worth of HTTP: a kept connection, cookies, gzip; the same for every contestant."""

import gzip
import re
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode

from psutil import Process

SAFE = "/?&=@,+-:%"


class Visitor:
    """Somebody who opens pages and sends forms, and counts what travels."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self.port, self.cookies = port, dict(cookies or {})
        self.server: Process | None = None  # whose work is counted
        self.seconds = self.cpu = 0.0  # of the last request, as waited for and as worked for
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self.wire = 0  # bytes of the last answer, head and body as sent

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, str]:
        """Send a request; give the status and the page."""
        here = f"http://127.0.0.1:{self.port}"
        head = {"Accept-Encoding": "gzip", "Referer": f"{here}/", "Origin": here}
        head["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if body is not None:
            head["Content-Type"] = "application/x-www-form-urlencoded"
        start, worked = time.perf_counter(), self._worked()
        self.connection.request(method, quote(path, safe=SAFE), body, head)
        answer = self.connection.getresponse()
        content = answer.read()
        self.seconds, self.cpu = time.perf_counter() - start, self._worked() - worked
        self.wire = len(content) + sum(len(k) + len(v) + 4 for k, v in answer.getheaders()) + 17
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        if answer.headers.get("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        return answer.status, content.decode(errors="replace")

    def get(self, path: str) -> str:
        """Open a page; it must answer 200."""
        status, page = self.ask("GET", path)
        assert status == 200, (path, status, page[:300])
        return page

    def post(self, path: str, form: dict[str, str], wanted: tuple[int, ...] = (302, 303)) -> None:
        """Send a form; it must be taken."""
        status, page = self.ask("POST", path, urlencode(form).encode())
        assert status in wanted, (path, status, re.sub(r"<[^>]+>|\s+", " ", page)[:600])

    def _worked(self) -> float:
        """Sum what the server's threads spent, in seconds; the kernel counts nanoseconds there."""
        if self.server is None:
            return 0.0
        tasks = Path(f"/proc/{self.server.pid}/task").glob("*/schedstat")
        return sum(int(one.read_text().split()[0]) for one in tasks) / 1e9


def hidden(page: str, name: str) -> str:
    """Read a hidden field's value."""
    for tag in re.findall(r"<input[^>]*>", page):
        if re.search(rf'name="{re.escape(name)}"', tag):
            value = re.search(r'value="([^"]*)"', tag)
            return value[1] if value else ""
    return ""
