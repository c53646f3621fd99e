"""更正案情: type, place, money, signals and the like written anew; then the rules are asked again."""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete

from app.cases.intake.before import keep_correction
from app.cases.intake.commands import CorrectParticulars
from app.cases.intake.mapping import plain
from app.cases.intake.recall import record_of
from app.cases.intake.record import IntakeRecord
from app.cases.intake.store import add_attempts, add_claims, told_of
from app.cases.intake.tags import Tag
from app.cases.intake.titles import title_of
from app.cases.intake.where import whereabouts
from app.cases.model import Case
from app.cases.particulars import Claim, PriorAttempt, Signals
from app.cases.routing.handlers import route
from app.cases.verbs import renew, take_open_case
from app.kernel.bus import Work

FIELDS = (
    *("dispute_type", "subtype", "area", "place", "occurred_on", "summary", "amount"),
    *("people_involved", "claims", "prior_attempts", "signals", "referral"),
)


def correct_particulars(command: CorrectParticulars, work: Work) -> int:
    """Write what is known of the dispute anew; answer how many fields changed.

    Parties, channel and the day of the request stay as they are.
    """
    case = take_open_case(work)
    changed = _changes(case, command.record, work)
    for field, was in changed.items():
        keep_correction(work, case.id, field, was)
    if changed:
        _write(case, command.record, work)
        renew(case)
        work.record(Tag.PARTICULARS_CORRECTED, case.id, fields=sorted(changed))
        route(case, work)
    return len(changed)


def _changes(case: Case, record: IntakeRecord, work: Work) -> dict[str, str | None]:
    before = record_of(work.session, case)
    after = record.to_record()
    return {name: _said(before.get(name)) for name in FIELDS if before.get(name) != after.get(name)}


def _said(value: Any) -> str | None:  # noqa: ANN401 (JSON)
    if value is None or isinstance(value, str):
        return value
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True)


def _write(case: Case, record: IntakeRecord, work: Work) -> None:
    kept = {"channel", "received_on", "scope"}
    for column, value in told_of(record).items():
        if column not in kept:
            setattr(case, column, value)
    case.title = title_of(record)
    if case.accepted_on is None:
        found = whereabouts(work.session, case.county_id, record)
        case.township_code, case.village_code = found.township_code, found.village_code
    for model in (Claim, PriorAttempt):
        of_case = (model.county_id == case.county_id, model.case_id == case.id)
        work.session.execute(delete(model).where(*of_case))
    add_claims(case, record.claims, work)
    add_attempts(case, record.prior_attempts, work)
    signals = work.session.get_one(Signals, (case.county_id, case.id))
    for name, value in asdict(record.signals).items():
        setattr(signals, name, value)
    work.session.flush()
