"""The rows of thousands of cases, written in bulk: what a page of a case reads."""

import random
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.cases import grams
from app.cases.findable import COUNTY_BITS, CaseWords
from app.cases.model import Case
from app.cases.parties import Party
from app.cases.pinyin import spellings
from app.cases.records import CaseMediator, RoutingDecision
from app.deadlines.model import Deadline
from app.kernel.bus import Work
from app.kernel.clock import Clock
from app.kernel.commands import Command
from app.kernel.ids import new_id
from tests.world import COUNTY, TOWNSHIP, VILLAGE, World

BULK = 500
MATTERS = ("草场", "虫草", "欠薪", "邻里")
STEPS = (
    "case:intake:registered", "case:routing:decided", "case:acceptance:accepted",
    "case:stage:moved", "case:consent:given", "case:rights:told",
)  # fmt: skip
DECISION = (
    "decided_by", "facts", "facts_sha256", "admissible", "engine_agrees", "answer", "on",
)  # fmt: skip


def fill(session: Session, world: World, cases: int, first: UUID) -> list[UUID]:
    """Write many cases with parties, mediator, decision, deadlines, footprints and words."""
    row = session.scalars(select(RoutingDecision).where(RoutingDecision.case_id == first)).one()
    decision = {name: getattr(row, name) for name in DECISION}
    made: list[UUID] = []
    for start in range(0, cases, BULK):
        some = [new_id() for _ in range(start, min(start + BULK, cases))]
        _bulk(session, world, decision, dict(enumerate(some, start)))
        made += some
    return made


def _bulk(session: Session, world: World, decision: dict[str, Any], some: dict[int, UUID]) -> None:
    today, now = Clock().today(), Clock().now()
    command = Command(county_id=COUNTY, actor_id=world.users["才让卓玛"], on=today)
    work = Work(session, command, now, session.info["ring"])
    rnd = random.Random(min(some))  # noqa: S311 (the same county every time)
    rows: dict[Any, list[dict[str, Any]]] = {}
    for n, case_id in some.items():
        day = today - timedelta(days=n % 300)
        names = ["".join(rnd.choices("才旦卓玛多杰扎西马文祥", k=3)) for _ in range(2)]
        for table, found in _of(n, case_id, names, day, world):
            rows.setdefault(table, []).append(found)
        rows.setdefault(RoutingDecision, []).append(
            decision | {"county_id": COUNTY, "id": new_id(), "case_id": case_id, "decided_at": now}
        )
        for tag in STEPS:
            work.record(tag, case_id)
    for table in (Case, Party, CaseMediator, Deadline, RoutingDecision, CaseWords):
        session.execute(insert(table), rows[table])
    for row in rows[CaseWords]:
        grams.put(session, row, row["words"].split("\n"))
    session.flush()
    session.expunge_all()


def _of(n: int, case_id: UUID, names: list[str], day: Any, world: World) -> Any:  # noqa: ANN401 (rows)
    key = {"county_id": COUNTY, "case_id": case_id}
    matter = MATTERS[n % len(MATTERS)]
    title, number = f"{names[0]}与{names[1]}{matter}纠纷", f"共调〔2026〕{n + 100}号"
    summary = f"{names[0]}因{matter}与{names[1]}争吵，请求调解。" * 3
    yield Case, {
        "county_id": COUNTY, "id": case_id, "number": number, "title": title, "channel": "walk_in",
        "stage": "intake" if n % 12 == 0 else "office_hours", "sender": "bench", "ref": str(n),
        "requested_on": day, "received_on": day, "accepted_on": None if n % 12 == 0 else day,
        "township_code": TOWNSHIP, "village_code": VILLAGE, "dispute_type": "neighbor",
        "summary": summary, "committee_id": world.committees["倒淌河镇"], "risk": "blue",
        "registered_by": world.users["马文祥"], "registered_at": Clock().now(), "version": 1,
    }  # fmt: skip
    for ordinal, name in enumerate(names, 1):
        yield Party, key | {
            "id": new_id(), "ordinal": ordinal, "name": name, "kind": "person",
            "side": "applicant" if ordinal == 1 else "respondent",
        }  # fmt: skip
    yield from _beside(case_id, day, world)
    folded = [grams.fold(words) for words in (title, number, summary)]
    folded += [f"@{grams.fold(name)}" for name in names]
    folded += [one for name in names for one in spellings(name)]
    serial = (int(COUNTY) << COUNTY_BITS) + n + 1000
    yield CaseWords, key | {"serial": serial, "words": "\n".join(folded)}


def _beside(case_id: UUID, day: Any, world: World) -> Any:  # noqa: ANN401 (rows)
    key = {"county_id": COUNTY, "case_id": case_id}
    yield CaseMediator, key | {
        "id": new_id(), "mediator_id": world.mediators["扎西多杰"], "since_on": day,
        "is_chair": True, "is_chosen_by_parties": False,
    }  # fmt: skip
    for code in ("T01", "township_act"):
        yield Deadline, key | {
            "id": new_id(), "subject_id": case_id, "code": code, "name": "人民调解期限",
            "basis": "75号令第33条", "start_on": day, "days": 30, "counting": "calendar_days",
            "due_on": day + timedelta(days=30), "state": "open",
        }  # fmt: skip
