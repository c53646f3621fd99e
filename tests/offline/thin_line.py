"""A line between laptop and centre that counts its bytes, and can be as thin as one asks."""

import socket
import threading
import time


class Line:
    """Forward every connection to a port; `carried` counts bytes both ways, `rate` is bytes a second."""

    def __init__(self, port, rate=None):
        self.target, self.rate, self.carried = port, rate, 0
        self.lock, self.free_at = threading.Lock(), 0.0
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self._open, daemon=True).start()

    def close(self):
        self.door.close()

    def _open(self):
        while True:
            try:
                near, _ = self.door.accept()
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                return
            for a, b in ((near, far), (far, near)):
                threading.Thread(target=self._pump, args=(a, b), daemon=True).start()

    def _pump(self, source, sink):
        try:
            while piece := source.recv(4096):
                self._wait(len(piece))
                sink.sendall(piece)
        except OSError:
            pass
        for one in (source, sink):
            one.close()

    def _wait(self, size):
        with self.lock:
            self.carried += size
            start = max(self.free_at, time.monotonic())
            self.free_at = start + (size / self.rate if self.rate else 0)
        time.sleep(max(0, self.free_at - time.monotonic()))
