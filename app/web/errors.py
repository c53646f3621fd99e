"""Domain errors, said in HTTP, once."""

from flask import Flask
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException

from app.kernel import errors
from app.kernel.db import busy_over
from app.web.kept import give_back
from app.web.sorry import say

STATUS: dict[type[errors.DomainError], int] = {
    errors.NotFound: 404,
    errors.NotAllowed: 403,
    errors.NotNow: 409,
    errors.Stale: 409,
    errors.Incomplete: 422,
    errors.Busy: 503,
}
SENTENCES = {
    400: "浏览器送来的内容看不懂，没有保存。请返回上一页重新提交。",
    404: "没有这个页面。请核对网址，或从“今日工作”重新进入。",
    405: "这个网址不能这样打开。请从“今日工作”重新进入。",
    413: "提交的内容太大，没有保存。附件请压缩到 20 MB 以内再传。",
    500: "系统出了意外，这一步没有保存。请稍候重试；如仍不行，请把时间告诉管理员。",
}


def register(flask: Flask) -> None:
    """Hang the translations on the application."""
    flask.register_error_handler(errors.DomainError, answer_domain_error)
    for kind in (DBAPIError, OSError):
        flask.register_error_handler(kind, lambda error: answer_domain_error(passing(error)))
    flask.register_error_handler(HTTPException, answer_http_error)


def status_of(error: errors.DomainError) -> int:
    """Give the HTTP status of a domain error."""
    return next(code for kind, code in STATUS.items() if isinstance(error, kind))


def answer_domain_error(error: errors.DomainError) -> tuple[str, int, dict[str, str]]:
    """Tell the person what the case does not allow, why, and what to do; give back what was typed."""
    is_busy = isinstance(error, errors.Busy)
    page = give_back(str(error), status_of(error), may_repeat=is_busy)
    return *page, {"Retry-After": "5"} if is_busy else {}


def passing(error: DBAPIError | OSError) -> errors.Busy:
    """Give what will pass in words; whatever will not is raised again."""
    busy = busy_over(error)
    if busy is None:
        raise error
    return busy


def answer_http_error(error: HTTPException) -> tuple[str, int]:
    """Say an HTTP error in Chinese, without stack, path or query."""
    code = error.code or 500
    return say(SENTENCES.get(code, SENTENCES[500]), code)
