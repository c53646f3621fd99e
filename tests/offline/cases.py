"""What the small centre of these tests knows: two people, three cases, the words of the forms."""

import json

from app.aftercare.enums import FulfillmentHeard, RevisitManner, Satisfaction
from app.agreements.enums import (
    AgreementKind,
    SignatureMethod,
    SignerRole,
    UrgingOutcome,
    UrgingWay,
)
from app.cases.enums import ConsentForm, DisputeType, Language
from app.meetings.enums import GuestKind, MeetingKind, MeetingResult, Method
from app.meetings.phrases import PHRASES as SENTENCES
from app.words import label

ENUMS = (
    MeetingKind, Method, MeetingResult, GuestKind, Language, ConsentForm, DisputeType, RevisitManner,
    FulfillmentHeard, Satisfaction, UrgingWay, UrgingOutcome, SignatureMethod, SignerRole, AgreementKind,
)  # fmt: skip
CHOICES = {words.__name__: [[one.value, label(one)] for one in words] for words in ENUMS}
CLAUSES = [
    {"code": "pay_once", "text": "＿＿一次性支付＿＿人民币＿＿元，于＿＿年＿＿月＿＿日前付清。"}
]
PHRASES = list(SENTENCES)


def _id(n):
    return f"00000000-0000-4000-8000-{n:012d}"


PEOPLE = {
    name: {"id": _id(n), "number": number, "name": name, "county": "632521"}
    for n, (name, number) in enumerate([("完玛", "3F09A1"), ("扎西多杰", "77C2D4")], 1)
}


def _case(n, title, place, holder="完玛"):
    names = [("applicant", "扎西才让", "…2345"), ("respondent", "完么才让", "…6789")]
    parties = [
        {
            "id": _id(n * 10 + i), "side": side, "kind": "person", "name": name, "gender": "male",
            "phone": phone, "id_number": "…1234", "address": f"{place}一社", "language": "bo",
            "rights_told_on": None,
        }
        for i, (side, name, phone) in enumerate(names, 1)
    ]  # fmt: skip
    return {
        "id": _id(n), "holder": holder, "number": f"共调〔2026〕{n - 100}号", "file_number": None,
        "title": title, "stage": "village_visit", "version": 4, "summary": f"{title}：两家说法不一。",
        "dispute_type": "neighbor", "risk": "blue", "place": place, "committee": "塔秀村调委会",
        "parties": parties, "mediators": [{"id": _id(n * 10 + 5), "name": holder}],
        "timeline": [{"tag": "case:accepted", "said": "受理", "on": "2026-02-26", "by": "马文祥"}],
        "meetings": [], "agreements": [], "revisits": [],
        "deadlines": [{"title": "调解期限", "due_on": "2026-04-01"}],
        "papers": [], "numbers": [f"（2026）共塔人调字第{n - 100}号"], "taken_at": "2026-03-02T02:00:00Z",
    }  # fmt: skip


CASES = [
    _case(101, "草场边界", "塔秀乡塔秀村牧委会"),
    _case(102, "排水沟", "塔秀乡达龙村"),
    _case(103, "宅基地滴水", "塔秀乡雪水村"),
]
START = json.dumps(
    {
        "epoch": 1,
        "posts": 0,
        "cases": CASES,
        "inbox": {},
        "devices": {},
        "shells": {},
        "revoked": [],
        "taken_back": [],
    }
)
