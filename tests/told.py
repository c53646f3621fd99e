"""Disputes as they are told: plain ones to start from, and random ones for properties."""

from datetime import date

from hypothesis import strategies as st

from app.cases import enums as e
from app.cases.intake.commands import RegisterIntake
from app.cases.intake.reading import read
from app.kernel.ids import new_id
from tests.world import COUNTY, TODAY, VILLAGE

ID_NUMBER = "632521199003074515"
FAMILY = {"side": "applicant", "kind": "person", "name": "才旦", "area": VILLAGE}
OTHER = {"side": "respondent", "kind": "person", "name": "旦正", "area": VILLAGE}


def told(**changes):
    """Tell a small dispute of two neighbors in one village."""
    record = {
        "ref": str(new_id()), "channel": "walk_in", "received_on": "2026-03-02",
        "dispute_type": "neighbor", "summary": "两家为院墙滴水争吵，要求移开水槽。",
        "area": VILLAGE, "parties": [dict(FAMILY), dict(OTHER)],
    }  # fmt: skip
    return {name: value for name, value in (record | changes).items() if value is not ...}


def register(bus, world, by="马文祥", key=None, today=TODAY, **changes):
    """Register a told dispute and answer the case's id."""
    extra = {n: changes.pop(n) for n in ("sender", "draft_id", "not_same") if n in changes}
    record = read(told(**changes), today=today)
    command = RegisterIntake(
        county_id=COUNTY, actor_id=world.users[by], on=record.received_on, record=record, **extra
    )
    return bus.execute(command, key=key)


def id_number(first17: str) -> str:
    """Complete an identity number with its check character."""
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    total = sum(int(c) * w for c, w in zip(first17, weights, strict=True))
    return first17 + "10X98765432"[total % 11]


NAMES = st.text("才旦卓玛多杰扎西马文祥韩玉梅（）·", min_size=1, max_size=100)
TEXTS = st.text("羊过界吃草，赔偿三千元。\n水渠AB12", min_size=1, max_size=60).filter(str.strip)
DAYS = st.dates(date(1950, 1, 1), date(2026, 3, 1)).map(str)
AREAS = st.sampled_from([VILLAGE, "632521101", "632521", "632522100201", "622921", "632521400"])
IDS = st.builds(
    lambda day, tail: id_number(f"632521{day:%Y%m%d}{tail:03d}"),
    st.dates(date(1930, 1, 1), date(2020, 1, 1)),
    st.integers(0, 999),
)
PHONES = st.sampled_from(["13897412345", "0974-8512345", "010-62751234", "15509749999"])
YES_NO = st.none() | st.booleans()


def one(words):
    return st.none() | st.sampled_from([word.value for word in words])


REPRESENTATIVES = st.fixed_dictionaries(
    {"name": NAMES, "kind": st.sampled_from([k.value for k in e.RepresentativeKind])},
    optional={"phone": PHONES, "id_number": IDS},
)
PARTIES = st.fixed_dictionaries(
    {
        "side": st.sampled_from([side.value for side in e.Side]),
        "kind": st.sampled_from([kind.value for kind in e.PartyKind]),
        "name": NAMES,
    },
    optional={
        "gender": one(e.Gender), "ethnicity": st.sampled_from(["藏族", "回族", None]),
        "born_on": st.none() | DAYS, "age": st.none() | st.integers(0, 130),
        "id_number": st.none() | IDS, "credit_code": st.none() | st.just("91632521MA75XXXX12"),
        "legal_representative": st.none() | NAMES, "occupation": st.none() | TEXTS,
        "phone": st.none() | PHONES, "area": st.none() | AREAS, "address": st.none() | TEXTS,
        "language": one(e.Language), "count": st.none() | st.integers(1, 500),
        "flags": st.lists(st.sampled_from([f.value for f in e.PartyFlag])),
        "representative": st.none() | REPRESENTATIVES, "consents": YES_NO,
    },
)  # fmt: skip
SIGNALS = st.fixed_dictionaries(
    {},
    optional={
        "violence": one(e.Violence), "casualty": one(e.Casualty),
        "accepted_elsewhere": one(e.AcceptedElsewhere),
    } | dict.fromkeys(("weapons", "tenure", "collective", "confidential"), YES_NO),
)  # fmt: skip
ATTEMPTS = st.fixed_dictionaries(
    {
        "by": st.sampled_from([by.value for by in e.AttemptBy]),
        "outcome": st.sampled_from([outcome.value for outcome in e.AttemptOutcome]),
    },
    optional={"on": st.none() | DAYS, "sessions": st.none() | st.integers(0, 30)},
)
REFERRALS = st.fixed_dictionaries(
    {},
    optional={
        "body": TEXTS, "letter_number": st.none() | TEXTS, "kind": one(e.ReferralKind),
        "received_material_on": st.none() | DAYS,
    },
)  # fmt: skip
RECORDS = st.fixed_dictionaries(
    {
        "ref": st.just("x"),
        "channel": st.sampled_from([channel.value for channel in e.Channel]),
        "received_on": st.just("2026-03-02"),
        "dispute_type": st.sampled_from([kind.value for kind in e.DisputeType]),
        "summary": TEXTS,
        "parties": st.lists(PARTIES, min_size=1, max_size=4),
    },
    optional={
        "occurred_on": st.none() | DAYS, "area": st.none() | AREAS, "place": st.none() | TEXTS,
        "subtype": st.none() | TEXTS, "claims": st.lists(TEXTS, max_size=3),
        "amount": st.none() | st.decimals(0, 10**9, places=2).map(str),
        "people_involved": st.none() | st.integers(0, 5000), "scope": one(e.DisputeScope),
        "prior_attempts": st.lists(ATTEMPTS, max_size=2), "signals": SIGNALS,
        "referral": st.none() | REFERRALS,
    },
)  # fmt: skip
