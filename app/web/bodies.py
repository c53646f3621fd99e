"""Whether a form's body can be read whole: its size, its encoding, its fields.

Werkzeug holds only multipart forms to its limits, drops a field sent in GBK in silence and keeps
a broken escape as its letters; here both kinds of forms are held to the same rules.
"""

from urllib.parse import unquote_to_bytes

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

MOST_FORM = 2 * 1024 * 1024  # bytes of typed words
MOST_FIELDS = 4900  # a dispute of 200 parties, every field of each
TOO_MUCH = 413
UNREADABLE = (
    "提交的文字不是 UTF-8 编码（例如用了 GBK），无法完整读出，所以没有保存。"
    "请换用新版浏览器重新填写提交。"
)
HAS_NUL = "提交的内容里有看不见的空字符，没有保存。请删去从别处粘贴来的部分，重新输入。"
BACK = "按浏览器的“后退”键回到刚才那一页，填写的内容还在。"
TOO_LARGE = f"提交的文字太多，没有保存。{BACK}请删减，或把长材料作为附件上传。"
TOO_MANY = f"提交的栏目太多，没有保存。{BACK}请分几次填写。"

Refusal = tuple[str, int] | None


def judge_escaped(request: Request) -> Refusal:
    """Check a url-encoded body byte by byte, before it is parsed: what is wrong, and its status."""
    if (request.content_length or 0) > MOST_FORM:
        return TOO_LARGE, TOO_MUCH
    body = request.get_data(cache=True)
    fields = body.split(b"&")
    if len(body) > MOST_FORM:
        return TOO_LARGE, TOO_MUCH
    if len(fields) > MOST_FIELDS:
        return TOO_MANY, TOO_MUCH
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset != "utf-8" or not decodes(body):
        return UNREADABLE, 400
    return None if readable(body) else (HAS_NUL, 422)


def judge_parts(request: Request) -> Refusal:
    """Check a multipart body after it was parsed: a replacement character shows a lost one."""
    try:
        words = [word for pair in request.form.items(multi=True) for word in pair]
    except RequestEntityTooLarge:
        return TOO_LARGE, TOO_MUCH
    words += [file.filename or "" for _, file in request.files.items(multi=True)]
    if any("\ufffd" in word for word in words):
        return UNREADABLE, 400
    return (HAS_NUL, 422) if any("\x00" in word for word in words) else None


def decodes(escaped: bytes) -> bool:
    """Say whether escaped bytes are UTF-8."""
    try:
        unquote_to_bytes(escaped).decode()
    except UnicodeDecodeError:
        return False
    return True


def readable(escaped: bytes) -> bool:
    """Say whether escaped bytes are UTF-8 without NUL."""
    return decodes(escaped) and b"\x00" not in unquote_to_bytes(escaped)
