"""An intake record written into its rows: the case, its parties, claims, attempts and signals."""

from dataclasses import asdict
from uuid import UUID

from app.cases.distance import scope_of
from app.cases.enums import Channel, ConsentForm, Side
from app.cases.intake.commands import RegisterIntake
from app.cases.intake.record import AttemptSaid, IntakeRecord, PartySaid, RepresentativeSaid
from app.cases.intake.titles import title_of
from app.cases.intake.where import whereabouts
from app.cases.model import Case
from app.cases.numbers import case_number, next_number
from app.cases.particulars import Claim, PriorAttempt, Signals
from app.cases.parties import Consent, Party, PartyFlagRow, Representative
from app.cases.sealed import seal_id_number, seal_phone
from app.kernel.bus import Work
from app.kernel.ids import new_id
from app.places.model import County

SERIES = "case"
BY_TELEPHONE = frozenset({Channel.HOTLINE_12345, Channel.HOTLINE_12348})


def store(command: RegisterIntake, work: Work, case_id: UUID) -> Case:
    """Write one record whole, in the open transaction; the case gets its registration number."""
    record = command.record
    case = _case(command, work, case_id)
    work.session.add(case)
    work.session.flush()
    for ordinal, party in enumerate(record.parties, 1):
        add_party(case, ordinal, party, work)
    add_claims(case, record.claims, work)
    add_attempts(case, record.prior_attempts, work)
    signals = asdict(record.signals)
    work.session.add(Signals(county_id=case.county_id, case_id=case.id, **signals))
    work.session.flush()
    return case


def add_party(case: Case, ordinal: int, said: PartySaid, work: Work) -> Party:
    """Write a party with flags, representative and what it said to mediation."""
    party = Party(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        ordinal=ordinal,
        side=said.side,
        kind=said.kind,
        name=said.name,
        gender=said.gender,
        ethnicity=said.ethnicity,
        born_on=said.born_on,
        age=said.age,
        credit_code=said.credit_code,
        legal_representative=said.legal_representative,
        occupation=said.occupation,
        area_code=said.area,
        address=said.address,
        language=said.language,
        head_count=said.count,
    )
    seal_id_number(party, said.id_number, work.ring)
    seal_phone(party, said.phone, work.ring)
    work.session.add(party)
    work.session.flush()
    _add_what_belongs(case, party, said, work)
    return party


def add_representative(party: Party, said: RepresentativeSaid, work: Work) -> Representative:
    """Write who speaks for a party."""
    row = Representative(
        county_id=party.county_id, id=new_id(), party_id=party.id, name=said.name, kind=said.kind
    )
    seal_id_number(row, said.id_number, work.ring)
    seal_phone(row, said.phone, work.ring)
    work.session.add(row)
    return row


def add_claims(case: Case, claims: tuple[str, ...], work: Work, *, after: int = 0) -> None:
    """Write what is asked for, one row each."""
    for ordinal, text in enumerate(claims, after + 1):
        claim = Claim(county_id=case.county_id, case_id=case.id, ordinal=ordinal, text=text)
        work.session.add(claim)


def add_attempts(case: Case, attempts: tuple[AttemptSaid, ...], work: Work) -> None:
    """Write what was tried before, one row each."""
    for ordinal, attempt in enumerate(attempts, 1):
        key = {"county_id": case.county_id, "case_id": case.id, "ordinal": ordinal}
        work.session.add(PriorAttempt(**key, **asdict(attempt)))


def _add_what_belongs(case: Case, party: Party, said: PartySaid, work: Work) -> None:
    for flag in dict.fromkeys(said.flags):
        row = PartyFlagRow(county_id=party.county_id, party_id=party.id, flag=flag)
        work.session.add(row)
    if said.representative:
        add_representative(party, said.representative, work)
    if said.consents is not None:
        work.session.add(_consent(case, party, said, work))
        if not said.consents and said.side is not Side.THIRD and case.refused_on is None:
            case.refused_on = work.command.on


def _consent(case: Case, party: Party, said: PartySaid, work: Work) -> Consent:
    form = ConsentForm.ORAL
    if case.channel in BY_TELEPHONE:
        form = ConsentForm.TELEPHONE
    elif case.channel == Channel.APPLICATION and said.side is Side.APPLICANT:
        form = ConsentForm.WRITTEN
    return Consent(
        county_id=case.county_id,
        id=new_id(),
        case_id=case.id,
        party_id=party.id,
        agrees=bool(said.consents),
        form=form,
        on=work.command.on,
        reason="登记时说明",
        recorded_by=work.command.actor_id,
        recorded_at=work.now,
    )


def _case(command: RegisterIntake, work: Work, case_id: UUID) -> Case:
    record, year = command.record, command.record.received_on.year
    serial = next_number(work.session, command.county_id, SERIES, year)
    home = work.session.get_one(County, command.county_id)
    belongs = whereabouts(work.session, command.county_id, record)
    return Case(
        county_id=command.county_id,
        id=case_id,
        number=case_number(year, serial, home.short_name),
        title=title_of(record),
        sender=command.sender,
        ref=record.ref,
        requested_on=record.received_on,
        township_code=belongs.township_code,
        village_code=belongs.village_code,
        linked_case_id=command.linked_case_id,
        registered_by=command.actor_id,
        registered_at=work.now,
        **told_of(record),
    )


def told_of(record: IntakeRecord) -> dict[str, object]:
    """Name the case's columns that come straight from what was told."""
    referral = record.referral
    return {
        "channel": record.channel,
        "referral_body": referral and referral.body,
        "referral_letter": referral and referral.letter_number,
        "referral_kind": referral and referral.kind,
        "material_received_on": referral and referral.received_material_on,
        "received_on": record.received_on,
        "occurred_on": record.occurred_on,
        "area_code": record.area,
        "place": record.place,
        "dispute_type": record.dispute_type,
        "subtype": record.subtype,
        "summary": record.summary,
        "amount_fen": record.amount_fen,
        "people_involved": record.people_involved,
        "scope": record.scope or scope_of(record.to_record()["parties"]),
    }
