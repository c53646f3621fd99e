"""A page with the same form at several lines: what was refused stands at its line, said once."""

import re
from html import unescape

import pytest

from app.kernel.ids import new_id
from app.meetings.enums import MeetingKind
from tests.case_file import open_case
from tests.meetings.sessions import plan

WHO = "扎西多杰"
TYPED = "已经查清\u202e，办好了"
REASON = "不能保存的字符"


@pytest.fixture
def file(database, world, bus):
    return open_case(database, world, bus)


@pytest.fixture
def send(as_user):
    client = as_user(WHO)

    def post(path, name, **said):
        given = {f"{name}-{field}": value for field, value in said.items()}
        return client.post(path, data=given | {f"{name}-key": str(new_id())})

    post.get = client.get
    return post


def commitments(file, world, send):
    file.open_gate()
    meeting = plan(file, kind=MeetingKind.JOINT_CONSULTATION)
    base = f"/cases/{file.id}/meetings/{meeting}/consultation"
    send(f"{base}/bodies", "asking", body="人社局", bring="工资表")
    body = re.search(r"consulted-bodies/[0-9a-f-]{36}", send.get(base).text)[0]
    page = f"/cases/{file.id}/{body}"
    for what in ("核定金额", "督促支付"):
        send(f"{page}/commitments", "commitments", what=what, due_on="2026-03-28")
    return page, "/commitments/", "done", {"proof": TYPED}


def referrals(file, world, send):
    page = f"/cases/{file.id}/referrals"
    for organ in ("court", "police"):
        send(page, "referring", organ=organ, because="当事人要求", on="2026-03-02")
    return page, "/answer", "answering", {"answer": TYPED, "on": "2026-03-02"}


@pytest.mark.parametrize("begin", [commitments, referrals])
def test_what_was_refused_stands_at_its_line_with_what_was_typed(file, world, send, begin):
    page, mark, name, said = begin(file, world, send)
    first, second = re.findall(rf'action="([^"]*{mark}[^"]*)"', send.get(page).text)
    answer = send(second, name, **said)
    assert answer.status_code == 422
    text = unescape(answer.text)
    assert text.count(TYPED) == 1
    assert text.index(first) < text.index(second) < text.index(TYPED)
    anchor = re.search(r'<section class="errors".*?href="#([^"]+)">([^<]+)', text, re.DOTALL)
    assert REASON in anchor[2]
    assert f'id="{anchor[1]}"' in text


def test_two_mediators_in_doubt_are_settled_apart(file, world, send):
    page = f"/cases/{file.id}/recusals"
    for kind in ("withdrawal_asked", "relation_declared"):
        said = {"kind": kind, "reason": "偏袒", "on": "2026-03-02"}
        send(page, "raise", mediator_id=str(world.mediators[WHO]), **said)
    first, second = re.findall(r'action="([^"]+/settlement)"', send.get(page).text)
    assert send(first, "settle", outcome="").status_code == 422
    party = str(file.parties["才旦"])
    answer = send(second, "settle", outcome="stays", agreed_party_ids=party)
    assert answer.status_code == 422
    summary = re.search(r'<section class="errors".*?</section>', answer.text, re.DOTALL)[0]
    assert "同意" in summary
    boxes = re.findall(rf'<input[^>]*value="{party}"[^>]*>', answer.text)
    assert ["checked" in box for box in boxes if "settle-" in box] == [False, True]
