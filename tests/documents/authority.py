"""Our own RFC 3161 authority behind a real socket, and behind it every way in which one goes wrong."""

import contextlib
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from asn1crypto import tsp

REPLY = "application/timestamp-reply"


@contextlib.contextmanager
def serving(answer):
    """Serve ``answer(request, handler)`` → (status, type, bytes) at a free port; give its address."""
    asked = []

    class Door(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(self.headers["Content-Type"])
            status, kind, content = answer(tsp.TimeStampReq.load(body), self)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Type", kind)
            self.end_headers()
            with contextlib.suppress(OSError):  # who asked has gone
                for at in range(0, len(content), 512):
                    self.wfile.write(content[at : at + 512])
                    time.sleep(getattr(self, "pause", 0))

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa", asked
    finally:
        server.shutdown()
        server.server_close()


def honest(stamper):
    return lambda request, _: (200, REPLY, stamper.respond(request).dump())


REFUSAL = bytes.fromhex("30053003020102")  # a status of 2, and no token


def refuses(stamper):
    return lambda _, __: (200, REPLY, REFUSAL)


def answers_another(stamper):
    def answer(request, _):
        request["message_imprint"]["hashed_message"] = bytes(32)
        return 200, REPLY, stamper.respond(request).dump()

    return answer


def answers_an_older_question(stamper):
    def answer(request, _):
        request["nonce"] = 7
        return 200, REPLY, stamper.respond(request).dump()

    return answer


def sleeps(stamper):
    def answer(request, _):
        time.sleep(1.5)
        return 200, REPLY, stamper.respond(request).dump()

    return answer


def trickles(stamper):
    def answer(request, handler):
        handler.pause = 0.4
        return 200, REPLY, stamper.respond(request).dump()

    return answer


def says(status=200, kind=REPLY, content=b"<html>"):
    return lambda _stamper=None: lambda _, __: (status, kind, content)
