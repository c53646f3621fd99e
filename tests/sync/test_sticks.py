"""A sealed file on a stick: only the centre opens it, only the author speaks, nothing comes twice."""

import hashlib
import hmac
import io
import json
import os
from base64 import b64decode, b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key
from sqlalchemy import select

from app.kernel.footprints import Footprint
from app.meetings.model import Meeting
from app.sync.model import Arrival, DeviceUser
from tests.sync.laptop import canonical
from tests.sync.test_commands import version

JPEG = b"\xff\xd8\xff" + b"x" * 3000


def b64(content):
    return b64encode(content).decode()


def mark_of(envelope, key):
    sha = hashlib.sha256(canonical(envelope).encode()).hexdigest()
    return hmac.digest(key, sha.encode(), hashlib.sha256).hex()


def sealed(laptop, envelopes, blobs=(), key=None, device=None):
    said = laptop.call("session").json
    key = key or b64decode(said["seal_key"])
    content = {
        "device": device or laptop.device, "at": "2026-03-01T09:00:00Z",
        "commands": [{"envelope": one, "mac": mark_of(one, key)} for one in envelopes],
        "blobs": {hashlib.sha256(one).hexdigest(): b64(one) for one in blobs},
    }  # fmt: skip
    secret, iv = os.urandom(32), os.urandom(12)
    padding = OAEP(mgf=MGF1(SHA256()), algorithm=SHA256(), label=None)
    public = load_der_public_key(b64decode(said["export_key"]))
    ct = AESGCM(secret).encrypt(iv, json.dumps(content).encode(), None)
    wrapped = public.encrypt(secret, padding)
    return {"format": "sizhen-sealed/1", "key": b64(wrapped), "iv": b64(iv), "ct": b64(ct)}


@pytest.fixture
def bring(laptop):
    """Let the front desk bring in a file."""
    return lambda file, by="马文祥": laptop(by).call("import", file)


def test_U盘带回_记在作者名下_以后联网不重复(laptop, bring, file, database, world):
    mine = laptop("扎西多杰")
    photo = {"sha256": hashlib.sha256(JPEG).hexdigest(), "size": len(JPEG)}
    first = mine.visit(file.id, version(file)) | {"attachments": [photo]}
    second = mine.visit(file.id, version(file))
    answer = bring(sealed(mine, [second, first], [JPEG]))
    assert answer.status_code == 200, answer.text
    assert [(r["id"], r["status"]) for r in answer.json["results"]] == [
        (first["id"], "applied"), (second["id"], "applied"),
    ]  # fmt: skip
    assert "clock_skew" not in answer.json["results"][0]["flags"]
    assert len(file.rows(Meeting)) == 2
    with database.read() as session:
        row = session.scalars(select(Arrival)).first()
        users = session.scalars(select(DeviceUser.user_id)).all()
        told = session.scalars(
            select(Footprint).where(Footprint.tag == "offline:stick:imported")
        ).all()
    assert (row.actor_id, row.brought_by, row.came_by) == (
        world.users["扎西多杰"], world.users["马文祥"], "stick",
    )  # fmt: skip
    assert users == [world.users["扎西多杰"]]
    assert told[0].details["taken"] == 2
    assert [one.get("duplicate") for one in mine.bring(first, second)] == [True, True]
    assert bring(sealed(mine, [first], [JPEG])).json["results"][0]["duplicate"] is True
    assert len(file.rows(Meeting)) == 2


def test_别人冒名封存的不收_同一文件里自己的照收(laptop, bring, file):
    mine, forger = laptop("扎西多杰"), laptop("完玛")
    ours = mine.visit(file.id)
    forged = sealed(forger, [ours], device=mine.device)
    (result,) = bring(forged).json["results"]
    assert (result["status"], result["code"]) == ("retry", "mark")
    assert file.rows(Meeting) == []
    theirs = forger.visit(file.id) | {"device": mine.device, "sequence": 2}
    results = bring(sealed(mine, [ours, theirs])).json["results"]
    assert [one["status"] for one in results] == ["applied", "retry"]


def test_缺附件或附件不对_不收命令(laptop, bring, file):
    mine = laptop("扎西多杰")
    photo = {"sha256": hashlib.sha256(JPEG).hexdigest(), "size": len(JPEG)}
    lacking = mine.visit(file.id) | {"attachments": [photo]}
    assert bring(sealed(mine, [lacking])).json["results"][0]["status"] == "need_blobs"
    assert bring(sealed(mine, [lacking], [JPEG])).json["results"][0]["status"] == "applied"


def test_改过一个字节_或不是本县的_都打不开(laptop, bring, file):
    mine = laptop("扎西多杰")
    whole = sealed(mine, [mine.visit(file.id)])
    ct = bytearray(b64decode(whole["ct"]))
    ct[-1] ^= 1
    for bad in (
        whole | {"ct": b64(bytes(ct))}, whole | {"key": "x"}, whole | {"iv": b64(b"short")},
        whole | {"format": "other"}, {"format": "sizhen-sealed/1"}, whole | {"ct": 7},
    ):  # fmt: skip
        answer = bring(bad)
        assert (answer.status_code, file.rows(Meeting)) == (422, [])
        assert "打不开" in answer.json["sentence"]


def test_只有可以导入的人能导入(laptop, bring, file):
    mine = laptop("扎西多杰")
    whole = sealed(mine, [mine.visit(file.id)])
    assert bring(whole, by="扎西多杰").status_code == 403
    assert bring(whole, by="李主任").status_code == 200


def test_停用的电脑_封存文件也不收(laptop, bring, file, as_user):
    mine = laptop("扎西多杰")
    mine.call("reconcile", {"top_seq": 1})
    whole = sealed(mine, [mine.visit(file.id)])
    as_user("李主任").post(f"/devices/{mine.device}/stop", data={"because": "丢了"})
    answer = bring(whole)
    assert (answer.status_code, file.rows(Meeting)) == (403, [])


def test_在页面上选文件导入_打不开的说明白(laptop, file, as_user):
    mine = laptop("扎西多杰")
    whole = json.dumps(sealed(mine, [mine.visit(file.id)])).encode()
    client = as_user("马文祥")
    assert ".sizhen" in client.get("/devices/sticks").text
    for bad in (b"", b"[]", b"{", whole[:-9]):
        answer = client.post("/devices/sticks", data={"file": (io.BytesIO(bad), "a.sizhen")})
        assert answer.status_code == 422, answer.text
    page = client.post("/devices/sticks", data={"file": (io.BytesIO(whole), "a.sizhen")})
    assert page.status_code == 200
    assert "已办" in page.text
    assert as_user("扎西多杰").get("/devices/sticks").status_code == 403
