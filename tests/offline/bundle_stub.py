"""Until the centre hands out bundles itself."""

from flask import jsonify
from sqlalchemy import select

from app.cases.model import Case
from app.cases.parties import Party
from app.cases.records import CaseMediator
from app.people.bodies import Mediator
from app.sync.correcting import said_of, shown
from app.web import door
from app.web.offline.entry import door_for, signed_in
from app.web.offline.session import person, stamp
from tests.offline.cases import CHOICES, CLAUSES, PHRASES

page = door_for("bundle_stub")


@page.get("/bundle")
@signed_in
def bundle():
    session, actor = door.reading(), door.actor()
    seats = session.scalars(
        select(CaseMediator.case_id).where(CaseMediator.mediator_id == actor.mediator_id)
    )
    cases = [_case(session, session.get(Case, (actor.county_id, one))) for one in seats]
    return jsonify(
        user=person(), server_time=stamp(), expires_in_hours=72, dropped_in_hours=168, cases=cases,
        choices=CHOICES, clauses=CLAUSES, phrases=PHRASES,
    )  # fmt: skip


def _case(session, case):
    parties = session.scalars(select(Party).where(Party.case_id == case.id).order_by(Party.ordinal))
    return {
        "id": str(case.id), "number": case.number, "file_number": case.file_number, "title": case.title,
        "stage": case.stage, "version": case.version, "summary": case.summary, "place": case.place,
        "dispute_type": case.dispute_type, "risk": case.risk, "committee": "甲乙村人民调解委员会",
        "parties": [_party(session, case, one) for one in parties], "timeline": [], "meetings": [],
        "mediators": [
            {"id": str(one.mediator_id), "name": session.get(Mediator, (case.county_id, one.mediator_id)).name}
            for one in session.scalars(select(CaseMediator).where(CaseMediator.case_id == case.id))
        ],
        "agreements": [], "revisits": [], "deadlines": [], "papers": [],
        "numbers": [case.file_number], "taken_at": stamp(),
    }  # fmt: skip


def _party(session, case, one):
    now = said_of(session, case, one.id, session.info["ring"])
    said = {
        name: shown(name, now.get(name)) for name in ("phone", "id_number", "address", "language")
    }
    return {
        "id": str(one.id),
        "side": one.side,
        "kind": one.kind,
        "name": one.name,
        "gender": None,
        **said,
    }
