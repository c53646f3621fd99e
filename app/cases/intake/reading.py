"""From whatever was sent or typed to an intake record, or to a list of everything wrong with it.

Order: texts are cleaned (NFC, no NUL, no control or bidi characters), then the shape, then sense:
identity numbers, phones, days, limits. Used by the page, the file import and the API alike.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.cases.intake.checks import examine, settle
from app.cases.intake.problems import BadRecord, Place, Problem
from app.cases.intake.record import IntakeRecord, ReferralSaid
from app.cases.intake.shape import faults
from app.cases.intake.words import say
from app.kernel.errors import Incomplete
from app.kernel.text import clean

SPACELESS = frozenset({"id_number", "credit_code"})  # copied from cards in groups
DEEP = 6  # levels of nesting; the contract has four
LONG = 1_000_000  # characters; the schema tells the real limit of each text


def read(mapping: Any, *, today: date) -> IntakeRecord:  # noqa: ANN401 (whatever a stranger sent)
    """Read one record as it was known; BadRecord names every fault.

    `today` is the day in the county: nothing in a record lies after it.
    """
    found: list[Problem] = []
    whole = cleaned(mapping, found)
    found = found or faults(whole)
    if found:
        raise BadRecord(found)
    record, found = settle(_known(IntakeRecord.from_record(whole)))
    found += examine(record, today)
    if found:
        raise BadRecord(found)
    return record


def cleaned(mapping: Any, found: list[Problem]) -> Any:  # noqa: ANN401 (whatever a stranger sent)
    """Clean every text of a record; what cannot be kept is told in `found` and left empty."""
    return _cleaned(mapping, (), found)


def _known(record: IntakeRecord) -> IntakeRecord:
    """Leave out a referral of which nothing is known."""
    return replace(record, referral=None) if record.referral == ReferralSaid() else record


def _cleaned(value: Any, place: Place, found: list[Problem]) -> Any:  # noqa: ANN401 (JSON)
    if len(place) > DEEP:
        found.append(Problem(place[:DEEP], "嵌套太深，请按约定的格式提供。"))
    elif isinstance(value, str):
        return _clean_text(value, place, found)
    elif isinstance(value, list):
        return [_cleaned(one, (*place, i), found) for i, one in enumerate(value)]
    elif isinstance(value, Mapping):
        return {key: _cleaned(one, (*place, key), found) for key, one in value.items()}
    return value


def _clean_text(text: str, place: Place, found: list[Problem]) -> str:
    if place and place[-1] in SPACELESS:
        text = "".join(text.split())
    try:
        return clean(text, label=say(place), limit=LONG)
    except Incomplete as error:
        found.append(Problem(place, str(error)))
        return ""
