"""更正: a party's details written anew, with what stood there before kept field by field, sealed."""

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.cases.consent import find_party, parties_of
from app.cases.intake.before import keep_correction
from app.cases.intake.commands import AddParty, AddRepresentative, CorrectParty
from app.cases.intake.mapping import plain
from app.cases.intake.recall import record_of
from app.cases.intake.record import IntakeRecord, PartySaid
from app.cases.intake.store import add_party, add_representative
from app.cases.intake.tags import Tag
from app.cases.intake.titles import title_of
from app.cases.intake.where import whereabouts
from app.cases.model import Case
from app.cases.parties import Party, PartyFlagRow
from app.cases.sealed import id_number_of, phone_of, seal_id_number, seal_phone
from app.cases.verbs import renew, take_open_case
from app.kernel.bus import Work
from app.kernel.text import clean

COLUMNS = {
    "side": "side",
    "kind": "kind",
    "name": "name",
    "gender": "gender",
    "ethnicity": "ethnicity",
    "born_on": "born_on",
    "age": "age",
    "credit_code": "credit_code",
    "legal_representative": "legal_representative",
    "occupation": "occupation",
    "area": "area_code",
    "address": "address",
    "language": "language",
    "count": "head_count",
}


def correct_party(command: CorrectParty, work: Work) -> int:
    """Write a party's details anew; answer how many fields changed."""
    case = take_open_case(work)
    party = find_party(work.session, case, command.party_id)
    changed = _changes(party, command.said, work)
    for field, was in changed.items():
        keep_correction(work, case.id, field, was, party_id=party.id)
    if changed:
        _write(party, command.said, work)
        _follow(case, work)
        work.record(Tag.PARTY_CORRECTED, case.id, party_id=party.id, fields=sorted(changed))
    return len(changed)


def add_party_later(command: AddParty, work: Work) -> UUID:
    """Put another party on the case."""
    case = take_open_case(work)
    last = max((party.ordinal for party in parties_of(work.session, case)), default=0)
    party = add_party(case, last + 1, command.said, work)
    _follow(case, work)
    work.record(Tag.PARTY_ADDED, case.id, party_id=party.id, side=party.side)
    return party.id


def add_representative_later(command: AddRepresentative, work: Work) -> UUID:
    """Put down who speaks for a party, and as what."""
    case = take_open_case(work)
    party = find_party(work.session, case, command.party_id)
    row = add_representative(party, command.said, work)
    if command.relation:
        row.relation = clean(command.relation, label="与当事人的关系", limit=40)
    renew(case)
    work.record(Tag.REPRESENTATIVE_ADDED, case.id, party_id=party.id, kind=row.kind)
    return row.id


def flags_of(session: Session, party: Party) -> tuple[str, ...]:
    """Name the flags a party carries."""
    query = select(PartyFlagRow.flag).where(
        PartyFlagRow.county_id == party.county_id, PartyFlagRow.party_id == party.id
    )
    return tuple(sorted(session.scalars(query)))


def _changes(party: Party, said: PartySaid, work: Work) -> dict[str, str | None]:
    """Name each field that differs, with what stood there."""
    now = {name: plain(getattr(party, column)) for name, column in COLUMNS.items()}
    now["id_number"] = id_number_of(party, work.ring)
    now["phone"] = phone_of(party, work.ring)
    now["flags"] = list(flags_of(work.session, party))
    changed = {name: was for name, was in now.items() if was != plain(getattr(said, name))}
    return {name: None if was in (None, []) else str(was) for name, was in changed.items()}


def _write(party: Party, said: PartySaid, work: Work) -> None:
    for name, column in COLUMNS.items():
        setattr(party, column, getattr(said, name))
    seal_id_number(party, said.id_number, work.ring)
    seal_phone(party, said.phone, work.ring)
    of_party = (
        PartyFlagRow.county_id == party.county_id,
        PartyFlagRow.party_id == party.id,
    )
    work.session.execute(delete(PartyFlagRow).where(*of_party))
    for flag in said.flags:
        work.session.add(PartyFlagRow(county_id=party.county_id, party_id=party.id, flag=flag))


def _follow(case: Case, work: Work) -> None:
    """Title and place follow the parties; the place only while nobody has accepted the case."""
    work.session.flush()
    record = IntakeRecord.from_record(record_of(work.session, case))
    case.title = title_of(record)
    if case.accepted_on is None:
        found = whereabouts(work.session, case.county_id, record)
        case.township_code, case.village_code = found.township_code, found.village_code
    renew(case)
