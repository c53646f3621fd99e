"""Chromium for the tests: the system's own, without a word to the outside, one profile a test."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

FLAGS = (
    "--no-sandbox",  # tests run as root on many machines, and visit only themselves
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESK = {"width": 1366, "height": 768}  # the screen of a township office


def program() -> str:
    """Find the browser that the system brought."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        raise LookupError("找不到 Chromium：先运行 make setup。")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """Start one browser for all tests of a worker."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def served(flask: Flask) -> Iterator[str]:
    """Serve an application on a free loopback port and say its address."""
    server = create_server(
        flask, host="127.0.0.1", port=0, threads=4, clear_untrusted_proxy_headers=True
    )
    thread = Thread(target=server.run, name="waitress")
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.trigger.pull_trigger(server.close)  # in its own loop, which sleeps for a second
    thread.join(10)
    server.task_dispatcher.shutdown()


def complaints_of(page: Page) -> list[str]:
    """Collect what the browser finds wrong: script errors, refused content, missing files."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(f"script: {error}"))
    page.on("console", lambda m: found.append(f"console: {m.text}") if m.type == "error" else None)
    return found
