"""What every answer tells the browser: run only our own files, keep no page, send no referrer."""

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface

POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), microphone=(), payment=(), camera=(self)",
}
YEAR = "max-age=31536000"


class DoorCookies(SecureCookieSessionInterface):
    """Marks the session's cookie Secure exactly when the page came over TLS.

    A county's first day is http on 127.0.0.1, where a Secure cookie would not come back.
    """

    def get_cookie_secure(self, app: Flask) -> bool:
        """Say whether the cookie may travel over TLS only."""
        del app
        return request.is_secure


def register(flask: Flask) -> None:
    """Hang the headers on every answer and set the cookie's flags."""
    flask.session_interface = DoorCookies()
    flask.config |= {
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_NAME": "sizhen_page",
    }
    flask.after_request(_say)


def cookie_flags() -> dict[str, bool | str]:
    """Give the flags every cookie of ours is set with: `set_cookie(…, **cookie_flags())`."""
    return {"httponly": True, "samesite": "Lax", "secure": request.is_secure, "path": "/"}


def _say(response: Response) -> Response:
    for name, value in ALWAYS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = YEAR
    return response
