"""The weeks ahead: who sits at the desks, and the next visits to villages."""

from datetime import time, timedelta

from app.cli.demo.bodies import Bodies, Body
from app.cli.demo.stage import Stage
from app.people.enums import CommitteeLevel
from app.rota.commands import PlanTurns, PlanVisit

AHEAD = timedelta(days=27)
SITTING, VISITING = 4, 2  # people
VISITS = (3, 10)  # days from today


def plan_duties(stage: Stage, bodies: Bodies) -> None:
    """Plan four weeks at every desk but the villages', and two visits of each township."""
    stage.go_to(stage.today, time(0))  # whatever the hour of the demo: nothing is yet to come
    desks = [body for body in bodies.committees if body.level is not CommitteeLevel.VILLAGE]
    for body in desks:
        people = tuple(who for who, _ in body.members[:SITTING])
        if people:
            span = {"first": stage.today, "last": stage.today + AHEAD}
            stage.carry(PlanTurns, committee_id=body.id, mediator_ids=people, **span)
        if body.level is CommitteeLevel.TOWNSHIP:
            _visit(stage, body)


def _visit(stage: Stage, body: Body) -> None:
    villages = [
        one for one in stage.areas("village") if body.area and one.parent_code == body.area.code
    ]
    for days, village in zip(VISITS, villages, strict=False):
        stage.carry(
            PlanVisit,
            committee_id=body.id,
            day=stage.today + timedelta(days=days),
            village_code=village.code,
            mediator_ids=tuple(who for who, _ in body.members[:VISITING]),
        )
