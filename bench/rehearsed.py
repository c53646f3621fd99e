"""A draft over ten thousand stored cases, batch by batch, as the page asks and as the command does.

Everything is in it: reading the snapshots, both decisions, reasons where they differ, the work of
desks and mediators, writing. The bar is the county's: under a minute. It is held against processor
seconds, since the clock on the wall belongs to whatever else the machine does; both are printed.
Run: python -m bench.rehearsed [cases]
"""

import json
import os
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

import app.tables  # noqa: F401 (fills the metadata)
from app.access.roles import Role
from app.authority import authorize
from app.cases.facts import facts_of
from app.cases.records import CaseMediator, RoutingDecision
from app.handlers import HANDLERS
from app.kernel.bus import Bus
from app.kernel.clock import Clock
from app.kernel.crypto import KeyRing
from app.kernel.db import Database, Model
from app.kernel.ids import new_id
from app.kernel.sqlite import WRITE
from app.people.bodies import CommitteeMember, Mediator, Post
from app.people.users import User
from app.reactions import REACTIONS
from app.rehearsals.reading import mediators_of
from app.rulebooks.commands import DraftRulebook, EditRuleFile, RehearseRulebook
from app.rulebooks.files import export, shipped_files
from app.rulebooks.rehearsal_records import RulebookRehearsal
from bench.filling import fill
from config import Config
from tests.told import register
from tests.world import COUNTY, World, build

CASES = Path(__file__).parents[1] / "tests/data/cases.jsonl"
MEDIATORS = 100
SECONDS, OF_CASES = 60.0, 10_000
PARAMETERS = "parameters.yaml"
OLD = "公开案例（七例），待县里核定, certainty: INF, values: [{from: 2011-01-01, is: 9}]"
EDITED = shipped_files()[PARAMETERS].replace(OLD, OLD[:-1] + ", {from: 2027-01-01, is: 3}]")


def main(cases: int) -> None:
    """Print the result as one line of JSON and as a sentence; fail beyond the bar."""
    with tempfile.TemporaryDirectory(prefix="sizhen-") as home:
        config = Config(home=Path(home))
        ring = KeyRing.new()
        ring.save(config.keys)
        database = Database.open(config.address, ring)
        bus = Bus(database, HANDLERS, REACTIONS, authorize, Clock())
        page = _by_page(bus, database, _county(bus, database, cases))
        database.dispose()
        command = _by_command(Path(home))
    print(json.dumps({"bench": "rehearsed", "cases": cases, "page": page, "command": command}))
    print(f"\n{cases} cases: page {page['seconds']} s ({page['cpu']} s of processor) in "
          f"{page['steps']} steps, the longest {page['longest']} s; command {command['seconds']} s "
          f"({command['cpu']} s); {page['changed']} change, {page['moved']} mediators' loads move")  # fmt: skip
    if max(page["cpu"], command["cpu"]) > SECONDS * cases / OF_CASES:
        sys.exit(f"more than {SECONDS} s for {OF_CASES} cases")


def _county(bus: Bus, database: Database, cases: int) -> UUID:
    """Fill a county: real facts, a hundred mediators who sit in the cases, somebody who drafts."""
    with database.engine.connect().execution_options(**{WRITE: True}) as made, made.begin():
        Model.metadata.create_all(made)
    with database.write() as session:
        world = build(session, Clock().now())
    first = register(bus, world, today=Clock().today())
    author = new_id()
    with database.write() as session:
        fill(session, world, cases, first)
        _seat(session, _mediators(session, world))
        _give_facts(session)
        session.add(
            User(county_id=COUNTY, id=author, login="起草人", name="起草人",
                 role=Role.RULE_AUTHOR, must_change_password=False)
        )  # fmt: skip
    return author


def _mediators(session: Session, world: World) -> list[UUID]:
    ids = [new_id() for _ in range(MEDIATORS)]
    rows = [{"county_id": COUNTY, "id": one, "name": f"调解员{n}"} for n, one in enumerate(ids)]
    session.execute(insert(Mediator), [row | {"is_full_time": False} for row in rows])
    committees = cycle(world.committees.values())
    members = [
        {"county_id": COUNTY, "committee_id": next(committees), "mediator_id": one,
         "post": Post.MEMBER}
        for one in ids
    ]  # fmt: skip
    session.execute(insert(CommitteeMember), members)
    return ids


def _seat(session: Session, ids: list[UUID]) -> None:
    draw = Random(1)  # noqa: S311 (the same county every time)
    key = CaseMediator.id
    chairs = session.scalars(select(key).where(CaseMediator.county_id == COUNTY)).all()
    seats = [{"county_id": COUNTY, "id": one, "mediator_id": draw.choice(ids)} for one in chairs]
    session.execute(update(CaseMediator), seats)


def _give_facts(session: Session) -> None:
    """Lay the facts of real cases under the decisions, those of wages among them."""
    lines = CASES.read_text(encoding="utf-8").splitlines()
    facts = [facts_of(json.loads(line)["intake"]) for line in lines if line.strip()]
    decisions = session.scalars(select(RoutingDecision.id)).all()
    rows = zip(decisions, islice(cycle(facts), len(decisions)), strict=True)
    given = [{"county_id": COUNTY, "id": one, "facts": known} for one, known in rows]
    session.execute(update(RoutingDecision), given)


def _by_page(bus: Bus, database: Database, author: UUID) -> dict[str, Any]:
    said: dict[str, Any] = {"county_id": COUNTY, "actor_id": author, "on": Clock().today()}
    version = bus.execute(DraftRulebook(**said, title="预演", reason="量一量"))
    bus.execute(EditRuleFile(**said, version_id=version, path=PARAMETERS, text=EDITED))
    steps: list[float] = []
    busy = process_time()
    while True:
        began = perf_counter()
        bus.execute(RehearseRulebook(**said, version_id=version))
        steps.append(perf_counter() - began)
        with database.read() as session:
            row = session.scalars(select(RulebookRehearsal)).one()
            if row.finished_at is not None:
                moved = sum(bool(each.more) for each in mediators_of(session, row))
                changed = row.done - row.unchanged
                break
    return {
        "seconds": round(sum(steps), 1), "cpu": round(process_time() - busy, 1), "steps": len(steps), "longest": round(max(steps), 2),
        "changed": changed, "moved": moved,
    }  # fmt: skip


def _by_command(home: Path) -> dict[str, Any]:
    export({**shipped_files(), PARAMETERS: EDITED}, home / "draft")
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "rules", "replay"]
    env = os.environ | {"SIZHEN_HOME": str(home)}
    began, busy = perf_counter(), _children()
    done = subprocess.run(  # noqa: S603 (our own program)
        [*command, "--draft", str(home / "draft")], env=env, capture_output=True, check=True,
        cwd=Path(__file__).parents[1], text=True,
    )  # fmt: skip
    seconds, cpu = round(perf_counter() - began, 1), round(_children() - busy, 1)
    said = json.loads(done.stdout)
    cases = len({each["case"] for each in said["changed"]})
    return {"seconds": seconds, "cpu": cpu, "changed": cases, "told": len(done.stderr.splitlines())}


def _children() -> float:
    used = os.times()
    return used.children_user + used.children_system


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else OF_CASES)
