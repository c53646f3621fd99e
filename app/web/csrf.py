"""Forged posts are refused; a person whose page grew old keeps what they typed and goes on.

The token lives as long as the sign-in: a long record typed for two hours is still taken.
"""

from flask import Flask, render_template, request
from flask_wtf.csrf import CSRFError, CSRFProtect

protect = CSRFProtect()
SENTENCE = "这一页打开得太久，或不是从本系统打开的，安全校验没有通过，所以没有保存。"
NOT_SHOWN = frozenset({"csrf_token", "password", "old_password", "new_password", "again"})


def register(flask: Flask) -> None:
    """Check every post; must come after the guard, so that a stranger is asked to sign in first."""
    flask.config.setdefault("WTF_CSRF_TIME_LIMIT", None)
    protect.init_app(flask)
    flask.register_error_handler(CSRFError, answer)


def answer(error: CSRFError) -> tuple[str, int]:
    """Show what was typed; offer to send it again where the browser vouches for our own page."""
    del error
    again = request.headers.get("Sec-Fetch-Site") == "same-origin" and not request.files
    page = "error_part.html" if request.headers.get("HX-Request") else "error.html"
    return render_template(page, sentence=SENTENCE, code=400, kept=typed(), again=again), 400


def typed() -> list[tuple[str, str]]:
    """List what a person typed, in order, without secrets."""
    pairs = request.form.items(multi=True)
    return [(name, value) for name, value in pairs if name not in NOT_SHOWN and value]
