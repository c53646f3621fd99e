"""A laptop for tests: it writes envelopes, counts them, and brings them over HTTP."""

import hashlib
import json
from uuid import UUID, uuid4

from tests.world import NOW

WHEN = f"{NOW:%Y-%m-%dT%H:%M:%SZ}"
MEETING = {
    "kind": "village_visit", "starts": "09:30", "place": "甲乙村", "method": "on_site",
    "result": "to_be_continued", "text": "双方在草场边各说各的。", "recorder": "完玛",
    "on": "2026-03-02",
}  # fmt: skip


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class Laptop:
    """One browser of one person."""

    def __init__(self, client, actor_id, device=None):
        self.client, self.actor_id = client, actor_id
        self.device = device or str(uuid4())
        self.device_id = UUID(self.device)
        self.sequence = 0

    def write(self, kind, case_id=None, payload=None, **more):
        self.sequence += 1
        return {
            "id": str(uuid4()), "device": self.device, "sequence": self.sequence,
            "actor": str(self.actor_id), "type": kind, "case_id": case_id and str(case_id),
            "base_version": None, "prev": None, "occurred_at": WHEN, "protocol": 3,
            "payload": payload or {}, "attachments": [],
        } | more  # fmt: skip

    def visit(self, case_id, base=None, **said):
        payload = MEETING | {"meeting_id": str(uuid4())} | said
        return self.write("meeting.hold", case_id, payload, base_version=base)

    def call(self, path, body=None, **more):
        headers = {"X-Device": self.device} | more.pop("headers", {})
        if body is None:
            return self.client.get(f"/api/offline/{path}", headers=headers, **more)
        return self.client.post(f"/api/offline/{path}", json=body, headers=headers, **more)

    def bring(self, *envelopes, sent_at=WHEN):
        body = {"commands": [{"envelope": one, "sent_at": sent_at} for one in envelopes]}
        answer = self.call("commands", body)
        assert answer.status_code == 200, answer.text
        return answer.json["results"]

    def bring_one(self, envelope, **more):
        (result,) = self.bring(envelope, **more)
        if result["status"] in {"applied", "conflict", "rejected"}:
            said = canonical(envelope).encode()
            assert result["sha256"] == hashlib.sha256(said).hexdigest()
        return result

    def upload(self, content, piece=65536):
        sha = hashlib.sha256(content).hexdigest()
        for offset in range(0, len(content), piece):
            self.piece(sha, offset, len(content), content[offset : offset + piece])
        return {"sha256": sha, "size": len(content)}

    def piece(self, sha, offset, size, content):
        path = f"/api/offline/blobs/{sha}?offset={offset}&size={size}"
        return self.client.patch(path, data=content, headers={"X-Device": self.device})


def answer_id(result):
    return UUID(result["answer"])
