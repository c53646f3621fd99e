"""Messages that leave: off by default, one digest, no names, quiet at night, never twice."""

import json
import smtplib
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import select

from app.cases.enums import Risk
from app.cases.risk_commands import ChangeRisk
from app.inbox.commands import ReadNotices
from app.inbox.model import Notice
from app.inbox.outgoing.commands import ClaimDigest, SetAddress
from app.inbox.outgoing.enums import MessageChannel
from app.inbox.outgoing.gateways import GatewayError, gateways
from app.inbox.outgoing.model import Delivery, MessageAddress
from app.inbox.outgoing.sending import send_digests
from app.kernel.clock import frozen
from app.kernel.errors import Incomplete
from tests.case_file import open_case
from tests.world import COUNTY, NOW, TODAY

MOBILE = "13900001234"


class Fake:
    """A gateway that keeps what it is given, or refuses."""

    def __init__(self, problem=""):
        self.sent, self.problem = [], problem

    def send(self, address, text):
        if self.problem:
            raise GatewayError(self.problem)
        self.sent.append((address, text))


@pytest.fixture
def file(database, world, bus):
    file = open_case(database, world, bus, file_number="（2026）共倒人调字第1号")
    file.say(ChangeRisk, risk=Risk.RED, reason="扬言动刀")
    return file


@pytest.fixture
def wants(bus, world, file):
    """Let the county's supervisor ask for the digest by SMS."""
    who = {"county_id": COUNTY, "actor_id": world.users["李主任"], "on": TODAY}
    bus.execute(SetAddress(**who, channel=MessageChannel.SMS, address=MOBILE))
    return who


def run(bus, world, fake, on=TODAY):
    return list(send_digests(bus, COUNTY, world.users["系统"], on, {MessageChannel.SMS: fake}))


def test_一人一天一条_不写姓名和案情(wants, bus, world, file):
    fake = Fake()
    assert run(bus, world, fake) == [True]
    assert run(bus, world, fake) == []
    (address, text), = fake.sent  # fmt: skip
    assert address == MOBILE
    assert "您有 1 条未读消息，其中高风险 1" in text
    assert not [word for word in ("扎西", "才旦", "李主任", "动刀", "共调", "号") if word in text]


def test_同一天又来了新的_等明天再发(wants, bus, world, database):
    fake = Fake()
    run(bus, world, fake)
    with database.write() as session:
        session.scalars(select(Notice)).one().said_at = NOW + timedelta(hours=1)
    assert run(bus, world, fake) == []
    assert run(bus, world, fake, TODAY + timedelta(days=1)) == [True]


def test_已读的不发_没有新的第二天也不发(wants, bus, world):
    fake = Fake()
    run(bus, world, fake)
    assert run(bus, world, fake, TODAY + timedelta(days=1)) == []
    assert len(fake.sent) == 1


def test_读过了就不发(wants, bus, world):
    bus.execute(ReadNotices(**wants))
    assert run(bus, world, Fake()) == []


def test_发不出去记下原因_同一天至多试三次(wants, bus, world, database):
    down = Fake("URLError")
    assert [run(bus, world, down) for _ in range(4)] == [[False], [False], [False], []]
    with database.read() as session:
        row = session.scalar(select(Delivery))
        assert (row.state, row.problem, row.tries) == ("failed", "URLError", 3)


def test_半路被杀_不再发第二次(wants, bus, world):
    said = {"county_id": COUNTY, "actor_id": world.users["系统"], "on": TODAY}
    assert bus.execute(ClaimDigest(**said, user_id=wants["actor_id"])) is not None
    fake = Fake()
    assert run(bus, world, fake) == []
    assert not fake.sent


def test_没有设定的人不发_地址密封(file, bus, world, database, wants):
    with database.read() as session:
        rows = session.scalars(select(MessageAddress)).all()
    assert len(rows) == 1
    assert MOBILE.encode() not in rows[0].address_sealed


@pytest.mark.parametrize(("channel", "address"), [("sms", "12345"), ("email", "没有")])
def test_地址写错_说清楚要什么(file, bus, world, channel, address):
    who = {"county_id": COUNTY, "actor_id": world.users["李主任"], "on": TODAY}
    with pytest.raises(Incomplete, match="请写"):
        bus.execute(SetAddress(**who, channel=MessageChannel(channel), address=address))


def test_默认什么也不发_半夜不发(own_flask, wants, database):
    def ran(clock=None):
        own_flask.extensions["sizhen.clock"] = clock or frozen(NOW)
        return json.loads(own_flask.test_cli_runner().invoke(args=["messages", "send"]).output)

    assert ran() == {"sent": 0, "failed": 0, "ways": []}
    home = own_flask.extensions["sizhen.config"].home
    (home / "messages.toml").write_text('[sms]\nurl = "https://127.0.0.1:9/"\nkey = "k"\n')
    assert ran(frozen(datetime(2026, 3, 2, 16, tzinfo=UTC)))["failed"] == 0
    assert ran() == {"sent": 0, "failed": 1, "ways": ["sms"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[fax]\nurl='https://a'", "不认识"),
        ("[sms]\nurl='https://a'", "缺 key"),
        ("[wecom]\nurl='http://a.cn'", "https"),
        ("[", "读不懂"),
    ],
)
def test_设置写错_说清楚(tmp_path, text, said):
    (tmp_path / "messages.toml").write_text(text)
    with pytest.raises(Incomplete, match=said):
        gateways(tmp_path)


@pytest.fixture
def server():
    """Answer like a gateway and keep what was asked."""
    asked = []

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append((self.path, dict(self.headers), body))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"errcode": 310000}' if "bad" in self.path else b'{"errcode": 0}')

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_三种网关的样子(server, tmp_path):
    url, asked = server
    (tmp_path / "messages.toml").write_text(
        f'[sms]\nurl="{url}/sms"\nkey="k"\n[wecom]\nurl="{url}/w?key=1"\n'
        f'[dingtalk]\nurl="{url}/d?access_token=1"\nsecret="SEC"\n'
    )
    for way in gateways(tmp_path).values():
        way.send(MOBILE, "有 1 条")
    sms, wecom, ding = asked
    assert sms[1]["Authorization"] == "Bearer k"
    assert sms[2] == {"mobile": MOBILE, "content": "有 1 条"}
    assert wecom[2]["text"]["mentioned_mobile_list"] == [MOBILE]
    assert ding[2]["at"]["atMobiles"] == [MOBILE]
    assert {"access_token", "timestamp", "sign"} == set(parse_qs(urlsplit(ding[0]).query))


def test_机器人说不行就是没有发出(server, tmp_path):
    (tmp_path / "messages.toml").write_text(f'[wecom]\nurl="{server[0]}/bad"\n')
    with pytest.raises(GatewayError, match="errcode 310000"):
        gateways(tmp_path)[MessageChannel.WECOM].send(MOBILE, "有 1 条")


def test_邮件(tmp_path, monkeypatch):
    sent = []

    class Server:
        def __init__(self, host, port, **_):
            self.said = (host, port)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def send_message(self, mail):
            sent.append((self.said, mail["To"], mail.get_content().strip()))

    monkeypatch.setattr(smtplib, "SMTP_SSL", Server)
    (tmp_path / "messages.toml").write_text('[email]\nhost="h"\nsender="a@b.cn"\n')
    gateways(tmp_path)[MessageChannel.EMAIL].send("li@b.cn", "有 1 条")
    assert sent == [(("h", 465), "li@b.cn", "有 1 条")]


def test_页面_设定_停止_发送记录(wants, bus, world, as_user):
    client = as_user("李主任")
    assert "全县未开通" in client.get("/account/messages").text
    refused = client.post("/account/messages", data={"channel": "sms", "address": "123"})
    assert (refused.status_code, "123" in refused.text) == (422, True)
    run(bus, world, Fake())
    page = as_user("管理员").get("/deliveries").text
    assert "已发出" in page
    assert MOBILE not in page
    assert client.post("/account/messages/removals").status_code == 303
    assert "您没有设定" in client.get("/account/messages").text
