"""What the shape cannot say: identity numbers, phones, days in their order, sensible counts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from app.cases.enums import PartyKind
from app.cases.intake.identity import birth_of, gender_of, read_id_number, read_phone
from app.cases.intake.problems import Place, Problem
from app.cases.intake.record import IntakeRecord, PartySaid, RepresentativeSaid
from app.cases.intake.words import say
from documents.guard import Unprintable, check_text

Said = TypeVar("Said", PartySaid, RepresentativeSaid)
EARLIEST = date(1900, 1, 1)
MOST_PEOPLE = 10_000_000
MOST_ROWS = 500


def settle(record: IntakeRecord) -> tuple[IntakeRecord, list[Problem]]:
    """Bring numbers of people to one spelling; answer what cannot be read."""
    found: list[Problem] = []
    parties = tuple(
        _settle_party(party, ("parties", i), found) for i, party in enumerate(record.parties)
    )
    return replace(record, parties=parties), found


def examine(record: IntakeRecord, today: date) -> list[Problem]:
    """List what makes no sense in a record whose numbers are settled."""
    return [
        *_days(record, today),
        *_counts(record),
        *_rows(record),
        *_lengths(record),
        *_speakers(record),
        *_glyphs(record),
    ]


def _settle_party(party: PartySaid, place: Place, found: list[Problem]) -> PartySaid:
    settled = _settle_numbers(party, place, found)
    settled = replace(settled, flags=tuple(sorted(set(party.flags))))
    if party.representative:
        speaker = _settle_numbers(party.representative, (*place, "representative"), found)
        settled = replace(settled, representative=speaker)
    if settled.kind is PartyKind.PERSON and settled.id_number and not found:
        return replace(
            settled,
            born_on=settled.born_on or birth_of(settled.id_number),
            gender=settled.gender or gender_of(settled.id_number),
        )
    return settled


def _settle_numbers(said: Said, place: Place, found: list[Problem]) -> Said:
    attempt = partial(_attempt, found=found)
    return replace(
        said,
        id_number=attempt(read_id_number, said.id_number, (*place, "id_number")),
        phone=attempt(read_phone, said.phone, (*place, "phone")),
    )


def _attempt(
    reader: Callable[[str], str], text: str | None, place: Place, *, found: list[Problem]
) -> str | None:
    try:
        return reader(text) if text else None
    except ValueError as error:
        found.append(Problem(place, f"“{say(place)}”{error}。"))
        return None


def _days(record: IntakeRecord, today: date) -> Iterator[Problem]:
    yield from _not_after(("received_on",), record.received_on, today, "今天")
    received = min(record.received_on, today)
    for place, day in _earlier_days(record):
        yield from _not_after(place, day, received, "登记日期")
    if record.referral:
        place = ("referral", "received_material_on")
        yield from _not_after(place, record.referral.received_material_on, today, "今天")


def _earlier_days(record: IntakeRecord) -> Iterator[tuple[Place, date | None]]:
    yield ("occurred_on",), record.occurred_on
    for i, party in enumerate(record.parties):
        yield ("parties", i, "born_on"), party.born_on
    for i, attempt in enumerate(record.prior_attempts):
        yield ("prior_attempts", i, "on"), attempt.on


def _not_after(place: Place, day: date | None, last: date, named: str) -> Iterator[Problem]:
    if day is None:
        return
    if day > last:
        yield Problem(place, f"“{say(place)}”{day} 晚于{named} {last}，请核对。")
    elif day < EARLIEST:
        yield Problem(place, f"“{say(place)}”{day} 太早，请核对年份。")


def _counts(record: IntakeRecord) -> Iterator[Problem]:
    counted: list[tuple[Place, int | None]] = [(("people_involved",), record.people_involved)]
    for i, party in enumerate(record.parties):
        counted.append((("parties", i, "count"), party.count))
    for i, attempt in enumerate(record.prior_attempts):
        counted.append((("prior_attempts", i, "sessions"), attempt.sessions))
    for place, count in counted:
        if count is not None and count > MOST_PEOPLE:
            yield Problem(place, f"“{say(place)}”{count} 大得不合情理，请核对。")


def _rows(record: IntakeRecord) -> Iterator[Problem]:
    for name, rows in (("claims", record.claims), ("prior_attempts", record.prior_attempts)):
        if len(rows) > MOST_ROWS:
            message = f"“{say((name,))}”最多 {MOST_ROWS} 项，现在有 {len(rows)} 项，请归并。"
            yield Problem((name,), message)


def _glyphs(record: IntakeRecord) -> Iterator[Problem]:
    for place, text in _names(record):
        try:
            check_text(text or "")
        except Unprintable as error:
            yield Problem(place, f"“{say(place)}”{error}")


def _speakers(record: IntakeRecord) -> Iterator[Problem]:
    for i, party in enumerate(record.parties):
        if party.representative and not party.representative.name:
            place = ("parties", i, "representative", "name")
            yield Problem(place, f"“{say(place)}”不能空着。")


def _names(record: IntakeRecord) -> Iterator[tuple[Place, str | None]]:
    for i, party in enumerate(record.parties):
        yield ("parties", i, "name"), party.name
        yield ("parties", i, "legal_representative"), party.legal_representative
        if party.representative:
            yield ("parties", i, "representative", "name"), party.representative.name


def _lengths(record: IntakeRecord) -> Iterator[Problem]:
    for place, text, limit in _bounded(record):
        if text and len(text) > limit:
            message = f"“{say(place)}”最多 {limit} 个字，现在有 {len(text)} 个字，请删减。"
            yield Problem(place, message)


def _bounded(record: IntakeRecord) -> Iterator[tuple[Place, str | None, int]]:
    yield ("place",), record.place, 300
    if record.referral:
        yield ("referral", "body"), record.referral.body, 200
        yield ("referral", "letter_number"), record.referral.letter_number, 100
    for i, party in enumerate(record.parties):
        if party.representative:
            yield ("parties", i, "representative", "name"), party.representative.name, 100
