"""A case told as JSON: who, where it stands, what runs, what was done, in the order it happened."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.agreements.reading import agreements_of, obligations_of
from app.cases.enums import PartyFlag, PartyKind
from app.cases.model import Case
from app.cases.parties import Party, PartyFlagRow
from app.cases.sealed import id_number_of, masked_id_number, masked_phone, phone_of
from app.cli.footprint_told import tell_footprints
from app.deadlines.model import Deadline
from app.dossiers.contents import contents_of
from app.kernel.crypto import masked
from app.meetings.reading import meetings_of
from app.people.bodies import Committee

PLAIN = (
    "number", "file_number", "stage", "risk", "channel", "received_on", "requested_on",
    "occurred_on", "accepted_on", "closed_on", "outcome", "dispute_type", "subtype", "area_code",
    "scope", "people_involved",
)  # fmt: skip
WORDS = ("title", "summary", "place")
DEADLINE = ("code", "name", "basis", "start_on", "days", "due_on", "state", "ended_on")
MEETING = ("kind", "state", "on", "starts", "ends", "place", "method", "result", "next_on")
AGREEMENT = ("number", "form", "kind", "revision", "concluded_on", "effective_on")
OBLIGATION = ("ordinal", "debtor", "creditor", "what", "amount_fen", "due_on", "fulfilled_on")
PARTY = (
    "side",
    "kind",
    "gender",
    "ethnicity",
    "credit_code",
    "occupation",
    "area_code",
    "language",
)
WITHHELD = "（涉及未成年人或限制查阅，隐去）"


def tell_case(session: Session, case: Case, *, unmask: bool = False) -> dict[str, Any]:
    """Say a case; names of minors and what could tell them are withheld unless unmasked."""
    parties = parties_of(session, case)
    hides = not unmask and (case.is_sealed or any(_is_minor(session, one) for one in parties))
    return {
        **_fields(case, PLAIN),
        **{name: WITHHELD if hides else getattr(case, name) for name in WORDS},
        "amount_fen": case.amount_fen,
        "desk": _desk(session, case),
        "parties": [_party(session, one, unmask=unmask, hides=hides) for one in parties],
        "deadlines": [_fields(one, DEADLINE) for one in _deadlines(session, case)],
        "meetings": [_fields(one, MEETING) for one in meetings_of(session, case)],
        "agreements": [] if hides else _agreements(session, case),
        "papers": _papers(session, case),
        "timeline": tell_footprints(session, case),
    }


def _fields(row: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def parties_of(session: Session, case: Case) -> list[Party]:
    """List a case's parties in their order."""
    mine = (Party.county_id == case.county_id, Party.case_id == case.id)
    return list(session.scalars(select(Party).where(*mine).order_by(Party.ordinal)))


def _is_minor(session: Session, party: Party) -> bool:
    key = (party.county_id, party.id, PartyFlag.MINOR.value)
    return session.get(PartyFlagRow, key) is not None


def _party(session: Session, party: Party, *, unmask: bool, hides: bool) -> dict[str, Any]:
    ring = session.info["ring"]
    is_person = party.kind in {PartyKind.PERSON, PartyKind.GROUP}
    if unmask:
        seen = {
            "name": party.name,
            "id_number": id_number_of(party, ring),
            "phone": phone_of(party, ring),
            "born_on": party.born_on,
            "address": party.address,
        }
    else:
        seen = {
            "name": masked(party.name, head=1, tail=0) if is_person and hides else party.name,
            "id_number": masked_id_number(party, ring) or None,
            "phone": masked_phone(party, ring) or None,
        }
    return {**seen, **_fields(party, PARTY)}


def _desk(session: Session, case: Case) -> dict[str, Any]:
    committee = _committee(session, case.county_id, case.committee_id)
    return {
        "level": case.desk_level,
        "committee": case.desk_committee,
        "industry": case.desk_industry,
        "name": committee.name if committee else None,
    }


def _committee(session: Session, county_id: str, key: UUID | None) -> Committee | None:
    return session.get(Committee, (county_id, key)) if key else None


def _deadlines(session: Session, case: Case) -> list[Deadline]:
    mine = (Deadline.county_id == case.county_id, Deadline.case_id == case.id)
    return list(
        session.scalars(select(Deadline).where(*mine).order_by(Deadline.start_on, Deadline.id))
    )


def _agreements(session: Session, case: Case) -> list[dict[str, Any]]:
    return [
        {
            **_fields(agreement, AGREEMENT),
            "obligations": [
                _fields(line, OBLIGATION) for line in obligations_of(session, agreement)
            ],
        }
        for agreement in agreements_of(session, case)
    ]


def _papers(session: Session, case: Case) -> list[dict[str, Any]]:
    return [
        {"paper": line.entry.code, "title": line.entry.title, "state": line.state}
        for line in contents_of(session, case)
        if line.is_required or line.paper
    ]
