"""Time stamps of a recognised authority over HTTP (RFC 3161), and every way it may fail us.

An authority that is down, slow or wrong harms nothing: the sealed file stays as it is and sound,
and is tried again later. A stamp is taken only if it answers this very question, bears about our
own time, and (in `longterm`) leads to a root that was put there to be trusted.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from http import HTTPStatus
from time import monotonic
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from asn1crypto import cms, tsp
from pyhanko.sign.timestamps.api import TimeStamper  # noqa: TID251 (the signing package)

PATIENCE = 15.0  # seconds
LONGEST = 64 * 1024  # bytes of an answer; a stamp with its chain has some 6 KB
ASKS, TELLS = "application/timestamp-query", "application/timestamp-reply"
CLOCKS_APART = timedelta(minutes=5)
GRANTED = frozenset({"granted", "granted_with_mods"})


class StampFailed(OSError):
    """No stamp: the sentence is Chinese and says why."""


class _NoDetour(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:  # noqa: ANN401 (urllib's own)
        """Follow nobody elsewhere: the answer then counts as a wrong one."""
        return None  # noqa: RET501 (urllib asks for None)


class HttpTimeStamper(TimeStamper):
    """Ask the authority at ``url``; ``clock`` tells our own time (UTC)."""

    def __init__(
        self, url: str, clock: Callable[[], datetime], *, patience: float = PATIENCE
    ) -> None:
        super().__init__()
        if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
            raise StampFailed("时间戳服务的网址要以 http:// 或 https:// 开头。")
        self.url, self.clock, self.patience = url, clock, patience
        self.opener = build_opener(_NoDetour, ProxyHandler({}))

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """Give the stamp of a digest, or raise StampFailed."""
        nonce, request = self.request_cms(message_digest, md_algorithm)
        body = self._asked(request.dump())
        try:
            return self._checked(tsp.TimeStampResp.load(body, strict=True), message_digest, nonce)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StampFailed("时间戳服务回的不是时间戳") from error

    def _asked(self, question: bytes) -> bytes:
        headers = {"Content-Type": ASKS, "Accept": TELLS}
        request = Request(self.url, question, headers)  # noqa: S310 (the scheme was checked)
        try:
            with self.opener.open(request, timeout=self.patience) as answer:
                status, kind = answer.status, answer.headers.get_content_type()
                body = self._read(answer)
        except TimeoutError as error:
            message = f"时间戳服务等了{self.patience:.0f}秒没有回答"
            raise StampFailed(message) from error
        except URLError as error:
            raise StampFailed(self._unreached(error)) from error
        except OSError as error:
            raise StampFailed("时间戳服务中途断开") from error
        if status != HTTPStatus.OK or kind != TELLS or len(body) > LONGEST:
            raise StampFailed("时间戳服务回的不是时间戳")
        return body

    def _read(self, answer: Any) -> bytes:  # noqa: ANN401 (urllib's own)
        """Read an answer whole: not for longer than our patience, however it trickles."""
        until, body = monotonic() + self.patience, b""
        while len(body) <= LONGEST and (part := answer.read1(LONGEST)):
            body += part
            if monotonic() > until:
                raise TimeoutError
        return body

    def _unreached(self, error: URLError) -> str:
        if isinstance(error.reason, TimeoutError):
            return f"时间戳服务等了{self.patience:.0f}秒没有回答"
        if code := getattr(error, "code", None):
            return f"时间戳服务回了错误（{code}）"
        return "时间戳服务连不上"

    def _checked(self, told: tsp.TimeStampResp, digest: bytes, nonce: int) -> cms.ContentInfo:
        status = tsp.PKIStatusInfo.load(told.contents)  # alone: a refusal has nothing behind it
        if status["status"].native not in GRANTED:
            raise StampFailed("时间戳服务拒绝了请求")
        token = told["time_stamp_token"]
        info = token["content"]["encap_content_info"]["content"].parsed
        if info["message_imprint"]["hashed_message"].native != digest or (
            info["nonce"].native != nonce
        ):
            raise StampFailed("时间戳服务回的是别的文件的时间戳")
        if abs(info["gen_time"].native - self.clock()) > CLOCKS_APART:
            raise StampFailed("时间戳服务的时间和本机相差五分钟以上，请先核对本机的时钟")
        return token
