"""What the small centre of these tests knows: two people, three cases, the words of the forms."""

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
