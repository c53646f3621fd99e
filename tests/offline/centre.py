"""A tiny centre that follows docs/offline.md, as a program that a test can really kill.

    python -m tests.offline.centre PORT FOLDER

Its whole memory is FOLDER/state.json, read and written at every call, so that a test may look into
it, change it, or put yesterday's back. FOLDER/fault says how the next call with commands goes wrong.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_public_key,
    load_pem_private_key,
)
from flask import Flask, jsonify, redirect, request
from waitress import serve

from app.web import assets, desk, headers
from config import ROOT, Config
from tests.offline.cases import CHOICES, CLAUSES, PEOPLE, PHRASES, START

PORT, FOLDER = int(sys.argv[1]), Path(sys.argv[2])
STATE, FAULT, BLOBS = FOLDER / "state.json", FOLDER / "fault", FOLDER / "blobs"
FIRST, LAST = 1, int(os.environ.get("CENTRE_PROTOCOL", "3"))
PEM = FOLDER / "key.pem"
if not PEM.exists():
    made = rsa.generate_private_key(65537, 3072)
    PEM.write_bytes(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
KEY = load_pem_private_key(PEM.read_bytes(), None)
EXPORT_KEY = KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
OAEP = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
TOKEN_SECONDS = float(os.environ.get("CENTRE_TOKEN_SECONDS", "3600"))

flask = Flask("app.factory", root_path=str(ROOT / "app"), template_folder="templates")
flask.extensions["sizhen.config"] = Config(desk=os.environ.get("SIZHEN_DESK", "on"))
assets.register(flask)
headers.register(flask)
if mark := os.environ.get("CENTRE_SHELL"):
    desk.shell.mark_of = lambda name: f"{mark} {name}"
for page in desk.PAGES:
    flask.register_blueprint(page)


def load():
    return json.loads(STATE.read_text(encoding="utf-8")) if STATE.exists() else json.loads(START)


def save(state):
    new = STATE.with_suffix(".new")
    new.write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
    new.replace(STATE)


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def now():
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def person(state):
    name, _, epoch = request.cookies.get("who", "").partition(".")
    return PEOPLE.get(name) if epoch == str(state["epoch"]) else None


def refusal(error, code):
    return jsonify(error=error, sentence="试验中心不受理。"), code


@flask.before_request
def guard():
    if request.path == os.environ.get("CENTRE_LACKS"):
        return "", 404
    if not request.path.startswith("/api/"):
        return None
    state = load()
    if request.headers.get("X-Device") in state["revoked"]:
        return refusal("revoked", 403)
    if person(state) is None:
        return refusal("auth", 401)
    if request.method == "GET":
        return None
    at = request.headers.get("X-CSRFToken") or "0"
    return refusal("csrf", 419) if time.time() - float(at) > TOKEN_SECONDS else None


@flask.get("/healthz")
def health():
    return {"status": "ok"}


@flask.get("/sign-in")
def sign_in_page():
    buttons = "".join(f"<button name=who value={name}>{name}</button>" for name in PEOPLE)
    return f"<h1>登录</h1><form method=post action='/sign-in'>{buttons}</form>"


@flask.post("/sign-in")
def sign_in():
    answer = redirect("/desk", 303)
    answer.set_cookie("who", f"{request.form['who']}.{load()['epoch']}")
    return answer


@flask.get("/api/offline/session")
def session():
    device = request.headers.get("X-Device")
    known = load()["devices"].get(device)
    return {
        "ok": True, "user": person(load()), "csrf": str(time.time()), "server_time": now(),
        "protocol": [FIRST, LAST], "export_key": base64.b64encode(EXPORT_KEY).decode(),
        "seal_key": base64.b64encode(b"k" * 32).decode(),
        "device": {"id": device, "known": known is not None, "label": "", "announced": known or 0},
    }  # fmt: skip


@flask.post("/api/offline/reconcile")
def reconcile():
    state, top, device = load(), request.json["top_seq"], request.headers["X-Device"]
    state["devices"][device] = max(top, state["devices"].get(device, 0))
    state["shells"][device] = request.json.get("shell")
    held = {row["envelope"]["sequence"] for row in state["inbox"].values()}
    save(state)
    return {
        "missing": [n for n in range(1, top + 1) if n not in held], "top_known": top,
        "announced": top, "taken_back": state["taken_back"], "skew_seconds": 0, "server_time": now(),
    }  # fmt: skip


@flask.post("/api/offline/commands")
def commands():
    fault = FAULT.read_text() if FAULT.exists() else ""
    stumbles = fault.startswith("case:") and fault[5:] in request.get_data(as_text=True)
    if not fault.startswith("case:"):
        FAULT.unlink(missing_ok=True)
    if fault == "slow":
        time.sleep(4)
    if stumbles:
        return refusal("broken", 500)
    state = load()
    state["posts"] += 1
    results = [decide(state, one) for one in request.json["commands"]]
    if fault == "die_before_commit":
        os._exit(9)
    save(state)
    if fault == "die_after_commit":
        os._exit(9)
    return {"results": results, "server_time": now()}


def decide(state, one):
    envelope = one["envelope"]
    sha = hashlib.sha256(canonical(envelope).encode()).hexdigest()
    known = state["inbox"].get(envelope["id"])
    if known:
        known["attempts"] += 1
        same = known["sha256"] == sha
        return (
            known["result"] | {"duplicate": True}
            if same
            else {"id": envelope["id"], "status": "key_reused"}
        )
    refused = undecided(state, envelope)
    if refused:
        return {"id": envelope["id"]} | refused
    status, more = judge(state, envelope, one["sent_at"])
    result = {"id": envelope["id"], "status": status, "sha256": sha, "received_at": now()} | more
    state["inbox"][envelope["id"]] = {
        "envelope": envelope, "sha256": sha, "result": result, "attempts": 1,
    }  # fmt: skip
    return result


def undecided(state, envelope):
    missing = [a["sha256"] for a in envelope["attachments"] if not (BLOBS / a["sha256"]).exists()]
    if envelope["actor"] != person(state)["id"]:
        return {"status": "wrong_user"}
    if not FIRST <= envelope["protocol"] <= LAST:
        return {"status": "upgrade_needed", "protocol": [FIRST, LAST]}
    return {"status": "need_blobs", "missing": missing} if missing else None


REQUESTS = ("party.correct", "agreement.draft", "agreement.finalize")


def judge(state, envelope, sent_at):
    case = next((c for c in state["cases"] if c["id"] == envelope["case_id"]), None)
    flags = []
    skew = abs(
        time.time() - time.mktime(time.strptime(sent_at[:19], "%Y-%m-%dT%H:%M:%S")) + time.timezone
    )
    if skew > 600:
        flags.append("clock_skew")
    prev = state["inbox"].get(envelope["prev"] or "")
    moved = (
        case
        and case["version"] != envelope["base_version"]
        and not (prev and prev["result"]["status"] == "applied")
    )
    if moved:
        flags.append("case_moved_on")
    if case and envelope["type"] in REQUESTS:
        if moved:
            return "conflict", {
                "code": "stale",
                "sentence": "中心那边已经改过了。",
                "yours": envelope["payload"],
                "centre": {"parties": case["parties"]},
            }
        case["version"] += 1
    return "applied", {
        "answer": envelope["id"],
        "case_version": case and case["version"],
        "flags": flags,
    }


@flask.post("/api/offline/blobs")
def blobs():
    return {"have": [sha for sha in request.json["sha256"] if (BLOBS / sha).exists()]}


@flask.get("/api/offline/blobs/<sha>")
def blob(sha):
    part = BLOBS / f"{sha}.part"
    if (BLOBS / sha).exists():
        return {"done": True}
    return {"done": False, "offset": part.stat().st_size if part.exists() else 0}


@flask.patch("/api/offline/blobs/<sha>")
def piece(sha):
    part, offset, size = (
        BLOBS / f"{sha}.part",
        int(request.args["offset"]),
        int(request.args["size"]),
    )
    held = part.stat().st_size if part.exists() else 0
    if offset != held or len(request.data) > 65536:
        return {"error": "offset", "offset": held}, 409
    with part.open("ab") as file:
        file.write(request.data)
    if offset + len(request.data) < size:
        return {"done": False, "offset": offset + len(request.data)}
    if hashlib.sha256(part.read_bytes()).hexdigest() != sha:
        part.unlink()
        return {"error": "hash", "offset": 0}, 422
    part.rename(BLOBS / sha)
    return {"done": True}, 201


@flask.get("/api/offline/bundle")
def bundle():
    state = load()
    mine = [case for case in state["cases"] if case["holder"] == person(state)["name"]]
    return {
        "user": person(state), "server_time": now(), "expires_in_hours": 72, "dropped_in_hours": 168,
        "cases": mine, "choices": CHOICES, "clauses": CLAUSES, "phrases": PHRASES,
    }  # fmt: skip


@flask.post("/api/offline/import")
def take_file():
    sealed = {k: v if k == "format" else base64.b64decode(v) for k, v in request.json.items()}
    content = json.loads(
        AESGCM(KEY.decrypt(sealed["key"], OAEP)).decrypt(sealed["iv"], sealed["ct"], None)
    )
    for sha, held in content["blobs"].items():
        (BLOBS / sha).write_bytes(base64.b64decode(held))
    state = load()
    results = []
    for one in content["commands"]:
        sha = hashlib.sha256(canonical(one["envelope"]).encode()).hexdigest()
        assert one["mac"] == hmac.digest(b"k" * 32, sha.encode(), "sha256").hex()
        results.append(decide(state, {"envelope": one["envelope"], "sent_at": content["at"]}))
    save(state)
    return {"results": results, "server_time": now()}


@flask.post("/api/offline/recovery")
def ask_recovery():
    state = load()
    state["recovery"] = request.json | {"state": "waiting"}
    save(state)
    return {"id": "1", "code": "123 456"}


@flask.get("/api/offline/recovery/1")
def recovery():
    asked = load()["recovery"]
    if asked["state"] != "given":
        return {"state": asked["state"]}
    key = KEY.decrypt(base64.b64decode(asked["rescue"]), OAEP)
    reply = load_der_public_key(base64.b64decode(asked["reply_key"]))
    return {"state": "given", "key": base64.b64encode(reply.encrypt(key, OAEP)).decode()}


if __name__ == "__main__":
    BLOBS.mkdir(exist_ok=True)
    if not STATE.exists():
        save(load())
    serve(flask, host="127.0.0.1", port=PORT, threads=6, _quiet=True)
