"""Forged posts are refused; a person whose page grew old keeps what they typed and goes on.

The token lives as long as the sign-in: a long record typed for two hours is still taken.
"""

from flask import Flask
from flask_wtf.csrf import CSRFError, CSRFProtect

from app.web.kept import give_back

protect = CSRFProtect()
SENTENCE = "这一页打开得太久，或不是从本系统打开的，安全校验没有通过，所以没有保存。"


def register(flask: Flask) -> None:
    """Check every post; must come after the guard, so that a stranger is asked to sign in first."""
    flask.config.setdefault("WTF_CSRF_TIME_LIMIT", None)
    protect.init_app(flask)
    flask.register_error_handler(CSRFError, answer)


def answer(error: CSRFError) -> tuple[str, int]:
    """Give back what was typed."""
    del error
    return give_back(SENTENCE, 400)
