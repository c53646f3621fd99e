"""What a rule may answer with: the words of the decision contract, and a few for mediators, the ladder, the subsidy.

A single output has one value; the highest rank wins and equal ranks that differ go to a person.
A collected output gathers the items of every rule that spoke.
"""

from collections.abc import Mapping

from rules.vocabulary import Fact, Kind

GRADES = ("simple", "usual", "hard")

SINGLES: Mapping[str, Fact] = {
    fact.name: fact
    for fact in (
        Fact("admissible", Kind.ENUM, "可否受理", ("yes", "no", "ask"), derived=True),
        Fact("risk", Kind.ENUM, "风险颜色", ("blue", "yellow", "orange", "red"), derived=True),
        Fact("level", Kind.ENUM, "层级", ("village", "township", "county"), derived=True),
        Fact(
            "committee",
            Kind.ENUM,
            "调解组织",
            ("village", "township", "county_center", "industry", "joint"),
            derived=True,
        ),
        Fact(
            "industry",
            Kind.ENUM,
            "行业",
            (
                "medical",
                "traffic",
                "labor",
                "property_service",
                "family",
                "consumer",
                "tourism",
                "grassland",
            ),
            derived=True,
        ),
        Fact(
            "stage",
            Kind.ENUM,
            "首个环节",
            ("intake", "office_hours", "village_visit", "joint_consultation", "home_follow_up"),
            derived=True,
        ),
        Fact("may_mediate", Kind.ENUM, "可否担任调解员", ("yes", "no", "ask"), derived=True),
        Fact("subsidy_due", Kind.ENUM, "可否发放补贴", ("yes", "no"), derived=True),
        Fact("subsidy_grade", Kind.ENUM, "补贴等级", GRADES, derived=True),
    )
}

ORGANS = (
    "police", "court", "procuratorate", "labor_arbitration", "land_arbitration",
    "labor_inspection", "township_government", "county_government", "superior_government",
    "civil_affairs", "discipline_inspection", "petition_office", "market_supervision",
    "legal_aid", "notary", "traffic_police", "health_authority", "other",
)  # fmt: skip

PAPERS = (
    "application_form", "acceptance_form", "rights_notice", "identity_documents",
    "authority_letter", "inquiry_record", "mediation_record", "mediation_agreement",
    "oral_agreement_form", "revisit_record", "judicial_confirmation_set", "termination_notice",
    "non_acceptance_notice",
)  # fmt: skip

RUNGS = ("reminder", "due_today", "overdue", "explain", "order", "talk", "lapsed")
HANDS = ("handler", "supervisor")
COUNTINGS = ("calendar_days", "working_days")

# Collected outputs: keys an item must have (the first one names it) and keys it may have.
# None: the item is a text.
COLLECTED: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]] | None] = {
    "refer_to": (("organ",), ("instead",)),
    "specialists": None,
    "joint_with": None,
    "duties": (("duty",), ("within",)),
    "deadlines": (("name", "days", "counting"), ("counted_from",)),
    "papers": (("paper",), ("required",)),
    "merits": (("merit", "points"), ()),
    "rungs": (("rung", "day", "whose"), ()),
    "subsidy_rates": (("grade", "yuan"), ()),
}
