"""The four ways out, as small senders: each takes an address and a line, or raises GatewayError.

WeCom and DingTalk are the group robots of their open platforms; a person is named by mobile number.
Settings come from `messages.toml` in the home folder (docs/operations.md); without it nothing leaves.
"""

import base64
import hashlib
import hmac
import json
import smtplib
import time
import tomllib
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Protocol
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from app.inbox.outgoing.enums import MessageChannel
from app.kernel.errors import Incomplete

PATIENCE = 10  # seconds


class GatewayError(Exception):
    """It did not leave; the words carry no address."""


class Gateway(Protocol):
    """A way out."""

    def send(self, address: str, text: str) -> None:
        """Send a line, or raise GatewayError."""


class Email:
    """SMTP, over TLS unless the settings say otherwise."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.said = said

    def send(self, address: str, text: str) -> None:
        """Send one mail."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self.said["sender"], address, "四诊：有未读消息"
        mail.set_content(text)
        secure = self.said.get("tls", True)
        kind = smtplib.SMTP_SSL if secure else smtplib.SMTP
        try:
            with kind(self.said["host"], self.said.get("port", 465), timeout=PATIENCE) as server:
                if self.said.get("user"):
                    server.login(self.said["user"], self.said["password"])
                server.send_message(mail)
        except (OSError, smtplib.SMTPException) as error:
            raise GatewayError(type(error).__name__) from error


class Sms:
    """A county's SMS gateway: one JSON body over HTTPS with its key in a header."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.said = said

    def send(self, address: str, text: str) -> None:
        """Send one message."""
        headers = {"Authorization": f"Bearer {self.said['key']}"}
        _post(self.said["url"], {"mobile": address, "content": text}, headers)


class Wecom:
    """企业微信 group robot."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.said = said

    def send(self, address: str, text: str) -> None:
        """Say it in the group to one member."""
        words = {"content": text, "mentioned_mobile_list": [address]}
        _accepted(_post(self.said["url"], {"msgtype": "text", "text": words}))


class Dingtalk:
    """钉钉 group robot; with a secret the address is signed (HMAC-SHA256 of time and secret)."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.said = said

    def send(self, address: str, text: str) -> None:
        """Say it in the group to one member."""
        body = {"msgtype": "text", "text": {"content": text}, "at": {"atMobiles": [address]}}
        _accepted(_post(self._signed(round(time.time() * 1000)), body))

    def _signed(self, now: int) -> str:
        url, secret = self.said["url"], self.said.get("secret", "")
        if not secret:
            return str(url)
        mac = hmac.new(secret.encode(), f"{now}\n{secret}".encode(), hashlib.sha256).digest()
        return f"{url}&{urlencode({'timestamp': now, 'sign': base64.b64encode(mac).decode()})}"


NEEDS: dict[MessageChannel, tuple[Callable[[Mapping[str, Any]], Gateway], tuple[str, ...]]] = {
    MessageChannel.EMAIL: (Email, ("host", "sender")),
    MessageChannel.SMS: (Sms, ("url", "key")),
    MessageChannel.WECOM: (Wecom, ("url",)),
    MessageChannel.DINGTALK: (Dingtalk, ("url",)),
}


def gateways(home: Path) -> dict[MessageChannel, Gateway]:
    """Read which ways are open; none without the file. Incomplete where the file is wrong."""
    file = home / "messages.toml"
    if not file.exists():
        return {}
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"messages.toml 读不懂（{error}）。请按 docs/operations.md 里的样子改好。"
        raise Incomplete(message) from error
    return dict(_made(name, part) for name, part in said.items())


def _made(name: str, part: Any) -> tuple[MessageChannel, Gateway]:  # noqa: ANN401 (a table of the file)
    if name not in set(MessageChannel) or not isinstance(part, dict):
        message = f"messages.toml 里的 [{name}] 不认识，只有 {'、'.join(MessageChannel)}。"
        raise Incomplete(message)
    kind, needed = NEEDS[MessageChannel(name)]
    lacking = [one for one in needed if not part.get(one)]
    if lacking or not _is_safe(part.get("url")):
        message = f"messages.toml 的 [{name}] 缺 {'、'.join(lacking) or 'https 地址'}，请补上。"
        raise Incomplete(message)
    return MessageChannel(name), kind(part)


def _is_safe(url: str | None) -> bool:
    parts = urlsplit(url or "https://")
    return parts.scheme == "https" or parts.hostname in {"127.0.0.1", "localhost"}


def _post(url: str, body: object, headers: Mapping[str, str] | None = None) -> dict[str, Any]:
    content = {"Content-Type": "application/json; charset=utf-8"}
    data = json.dumps(body, ensure_ascii=False).encode()
    asked = Request(url, data=data, headers=content | dict(headers or {}))  # noqa: S310 (checked when read)
    try:
        with urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310 (checked when read)
            read = json.loads(answer.read(65536) or b"{}")
    except (OSError, URLError, ValueError) as error:
        raise GatewayError(type(error).__name__) from error
    return read if isinstance(read, dict) else {}


def _accepted(answer: Mapping[str, Any]) -> None:
    if answer.get("errcode", 0) != 0:
        message = f"errcode {answer['errcode']}"
        raise GatewayError(message)
