"""One case as it goes along: parties masked, the last entries, drafts, promises, what is lacking."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.aftercare.reading import revisits_of_case
from app.agreements.model import Agreement
from app.agreements.reading import agreements_of, obligations_of, parties_of, wording_of
from app.cases.assigning import seated_in
from app.cases.model import Case
from app.deadlines.model import Deadline, DeadlineState
from app.dossiers.contents import contents_of
from app.dossiers.mapping.desk import Desk
from app.kernel.clock import day_of
from app.kernel.db import ring_of
from app.kernel.footprints import Footprint
from app.meetings.reading import meetings_of
from app.people.users import User
from app.sync.correcting import said_of, shown
from app.words import label_of_tag

LATEST = 30  # entries of what happened
SHOWN = (
    "side", "kind", "name", "gender", "ethnicity", "occupation", "phone", "id_number", "address",
    "language",
)  # fmt: skip
OPENING = ("number", "file_number", "title", "stage", "version", "summary", "dispute_type", "risk")


def carried(session: Session, case: Case, now: datetime) -> dict[str, Any]:
    """Write a case for a bundle (docs/offline.md)."""
    desk = Desk(session, case, case.id, day_of(now), case.registered_by)
    return {
        "id": str(case.id),
        **{name: getattr(case, name) for name in OPENING},
        "place": case.place or "",
        "committee": desk.committee_name,
        "parties": _parties(session, case),
        "mediators": _mediators(session, case),
        "timeline": _timeline(session, case),
        "meetings": [_meeting(one) for one in meetings_of(session, case)],
        "agreements": [_agreement(session, one) for one in agreements_of(session, case)],
        "revisits": _revisits(session, case),
        "deadlines": _deadlines(session, case),
        "papers": [
            {"code": line.entry.code, "title": line.entry.title, "state": line.state.value}
            for line in contents_of(session, case)
        ],
        "paper": {
            "committee": desk.committee_name,
            "parties": [asdict(block) for block in desk.blocks],
        },
    }


def _parties(session: Session, case: Case) -> list[dict[str, Any]]:
    found = []
    for party in parties_of(session, case):
        said = said_of(session, case, party.id, ring_of(session))
        told = {name: _shown(name, said.get(name)) for name in SHOWN}
        told_on = party.rights_told_on
        found.append(
            {"id": str(party.id), **told, "rights_told_on": str(told_on) if told_on else None}
        )
    return found


def _shown(name: str, value: Any) -> str | None:  # noqa: ANN401 (any field of a party)
    return shown(name, value) or None


def _mediators(session: Session, case: Case) -> list[dict[str, str]]:
    return [{"id": str(key), "name": name} for key, name in seated_in(session, case)]


def _timeline(session: Session, case: Case) -> list[dict[str, str]]:
    rows = (
        select(Footprint.tag, Footprint.on, User.name)
        .outerjoin(User, (User.county_id == Footprint.county_id) & (User.id == Footprint.actor_id))
        .where(
            Footprint.county_id == case.county_id,
            Footprint.case_id == case.id,
            Footprint.tag.not_like("deadline:%"),
        )
        .order_by(Footprint.position.desc())
        .limit(LATEST)
    )
    return [
        {"tag": row.tag, "said": label_of_tag(row.tag), "on": str(row.on), "by": row.name or "系统"}
        for row in session.execute(rows)
    ]


def _meeting(row: Any) -> dict[str, Any]:  # noqa: ANN401 (a row)
    return {
        "id": str(row.id),
        "kind": row.kind,
        "state": row.state,
        "on": str(row.on),
        "starts": f"{row.starts:%H:%M}",
        "place": row.place,
    }


def _agreement(session: Session, row: Agreement) -> dict[str, Any]:
    obligations = [
        {
            "id": str(one.id),
            "ordinal": one.ordinal,
            "what": one.what,
            "debtor": one.debtor,
            "amount_fen": one.amount_fen,
            "due_on": _day(one.due_on),
            "fulfilled_on": _day(one.fulfilled_on),
        }
        for one in obligations_of(session, row)
    ]
    return {
        "id": str(row.id),
        "number": row.number,
        "revision": row.revision,
        "kind": row.kind,
        "form": row.form,
        "wording": _plain(asdict(wording_of(session, row))),
        "concluded_on": _day(row.concluded_on),
        "effective_on": _day(row.effective_on),
        "obligations": obligations,
    }


def _revisits(session: Session, case: Case) -> list[dict[str, str]]:
    return [
        {
            "id": str(one.id),
            "agreement_id": str(one.agreement_id),
            "due_from": str(one.due_from),
            "due_by": str(one.due_by),
        }
        for one in revisits_of_case(session, case)
        if one.held_on is None
    ]


def _deadlines(session: Session, case: Case) -> list[dict[str, str]]:
    running = select(Deadline.name, Deadline.due_on).where(
        Deadline.county_id == case.county_id,
        Deadline.case_id == case.id,
        Deadline.state == DeadlineState.OPEN,
        Deadline.due_on.is_not(None),
    )
    rows = session.execute(running.order_by(Deadline.due_on))
    return [{"title": row.name, "due_on": str(row.due_on)} for row in rows]


def _day(day: date | None) -> str | None:
    return str(day) if day else None


def _plain(value: Any) -> Any:  # noqa: ANN401 (words of an agreement)
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, date) else value
