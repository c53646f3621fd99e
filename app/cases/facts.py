"""What the rules may know of a dispute: an intake record turned into facts, and nothing guessed.

Pure: the same record gives the same facts, whether it comes from a form, a file or a stored case.
Money becomes fen, days become ordinals, people are counted, and what is unknown stays absent.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from app.cases.distance import SIDES, scope_of
from app.cases.text_facts import text_facts
from rules import Value

Record: TypeAlias = Mapping[str, Any]

FAILED = ("failed", "agreed_not_performed", "refused")
UNITS = ("organization", "village", "government")
MINOR_BELOW = 18
ELDERLY_FROM = 60
MAX_REPRESENTATIVES = 5
FEN = 100
MAX_NUMBER = 2**53


def facts_of(record: Record) -> dict[str, Value]:
    """Say what is known, in the words of rules/books/vocabulary.yaml.

    `record` is valid against contract/intake.schema.json; dates are ISO texts, money yuan texts.
    """
    parties: Sequence[Record] = record["parties"]
    known = {
        **{name: record.get(name) for name in ("channel", "dispute_type")},
        **_days(record),
        "referral_kind": (record.get("referral") or {}).get("kind"),
        "amount_fen": _fen(record.get("amount")),
        "scope": record.get("scope") or scope_of(parties),
        **_counts(record, parties),
        **_kinds(parties),
        **_persons(parties, date.fromisoformat(record["received_on"])),
        **_consents(parties),
        **_attempts(record.get("prior_attempts") or ()),
        **(record.get("signals") or {}),
        **text_facts(record),
    }
    return {name: _bounded(value) for name, value in known.items() if value is not None}


def _bounded(value: Value) -> Value:
    """Keep numbers where the rules can compare them; no threshold is near 2^53."""
    return min(value, MAX_NUMBER) if type(value) is int else value


def _days(record: Record) -> dict[str, int | None]:
    received = date.fromisoformat(record["received_on"])
    occurred = _ordinal(record.get("occurred_on"))
    material = (record.get("referral") or {}).get("received_material_on")
    days = None if occurred is None else received.toordinal() - occurred
    return {
        "received_on": received.toordinal(),
        "material_received_on": _ordinal(material),
        "days_since_occurred": days,
    }


def _ordinal(day: str | None) -> int | None:
    return None if day is None else date.fromisoformat(day).toordinal()


def _fen(yuan: str | None) -> int | None:
    return None if yuan is None else int(Decimal(yuan) * FEN)


def _counts(record: Record, parties: Sequence[Record]) -> dict[str, Value | None]:
    sides = [_people(p for p in parties if p["side"] == side) for side in SIDES]
    known = [count for count in sides if count is not None]
    involved = record.get("people_involved")
    return {
        "party_count": len(parties),
        "people_involved": _people(parties) if involved is None else involved,
        "claimant_people": sides[0],
        "largest_side": max(known, default=None),
        "has_respondent": any(p["side"] == "respondent" for p in parties),
    }


def _people(parties: Iterable[Record]) -> int | None:
    """Count people, a unit as one; None when a group's or a village's number is not known."""
    total = 0
    for party in parties:
        count = party.get("count")
        if count is None and party["kind"] in ("group", "village"):
            return None
        total += 1 if count is None else count
    return total or None


def _kinds(parties: Sequence[Record]) -> dict[str, Value]:
    kinds = _distinct(p["kind"] for p in parties)
    return {
        "party_kinds": kinds,
        "applicant_kinds": _distinct(p["kind"] for p in parties if p["side"] == "applicant"),
        "respondent_kinds": _distinct(p["kind"] for p in parties if p["side"] == "respondent"),
        "only_units": all(kind in UNITS for kind in kinds),
        "only_governments": kinds == ["government"],
    }


def _persons(parties: Sequence[Record], on: date) -> dict[str, Value]:
    flags = [_flags(party, on) for party in parties]
    lone = [
        f for p, f in zip(parties, flags, strict=True) if _kind_of_representative(p) != "guardian"
    ]
    languages = _distinct(p["language"] for p in parties if p.get("language"))
    agents = [_kind_of_representative(p) for p in parties]
    return {
        "party_flags": _distinct(flag for own in flags for flag in own),
        "minor_without_guardian": any("minor" in own for own in lone),
        "incapable_without_guardian": any(
            {"no_capacity", "limited_capacity"} & own and "minor" not in own for own in lone
        ),
        "has_agent": any(str(kind).startswith("agent") for kind in agents),
        "many_representatives": _most_elected(parties) > MAX_REPRESENTATIVES,
        "languages": languages,
        "needs_interpreter": any(language != "zh" for language in languages),
    }


def _flags(party: Record, on: date) -> set[str]:
    flags = set(party.get("flags") or ())
    age = _age(party, on)
    if age is not None and party["kind"] == "person":
        flags |= {"minor"} if age < MINOR_BELOW else set()
        flags |= {"elderly"} if age >= ELDERLY_FROM else set()
    return flags


def _age(party: Record, on: date) -> int | None:
    if not party.get("born_on"):
        age: int | None = party.get("age")
        return age
    born = date.fromisoformat(party["born_on"])
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _kind_of_representative(party: Record) -> str | None:
    kind: str | None = (party.get("representative") or {}).get("kind")
    return kind


def _most_elected(parties: Sequence[Record]) -> int:
    elected = [p["side"] for p in parties if _kind_of_representative(p) == "elected"]
    return max((elected.count(side) for side in elected), default=0)


def _consents(parties: Sequence[Record]) -> dict[str, Value | None]:
    said = [party.get("consents") for party in parties]
    return {
        "refused": True if False in said else None if None in said else False,
        "all_consent": False if False in said else None if None in said else True,
    }


def _attempts(attempts: Sequence[Record]) -> dict[str, Value]:
    failed = [each for each in attempts if each["outcome"] in FAILED]
    return {
        "failed_by": _distinct(each["by"] for each in failed),
        "decided_by": _distinct(each["by"] for each in attempts if each["outcome"] == "decided"),
        "pending_at": _distinct(each["by"] for each in attempts if each["outcome"] == "pending"),
        "failed_times": sum(each.get("sessions") or 1 for each in failed),
    }


def _distinct(values: Iterable[str]) -> list[str]:
    return sorted(set(values))
