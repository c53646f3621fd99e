"""A lock served in order of arrival.

SQLite's busy handler polls: with eight writers one may wait six seconds while another does nine
hundred acts (measured). Writers of one process queue here first, so nobody starves.
"""

import collections
import threading


class FifoLock:
    """A lock that serves its waiters first come, first served, unlike `threading.Lock`."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: collections.deque[threading.Event] = collections.deque()
        self._held = False

    def acquire(self, timeout: float) -> bool:
        """Wait for the turn (seconds); False when time is up, and the place in line is left."""
        with self._guard:
            if not self._held:
                self._held = True
                return True
            turn = threading.Event()
            self._waiting.append(turn)
        if turn.wait(timeout):
            return True
        with self._guard:
            if turn.is_set():  # handed over in the moment of giving up
                return True
            self._waiting.remove(turn)
            return False

    def release(self) -> None:
        """Hand the lock straight to the longest waiter."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._held = False
