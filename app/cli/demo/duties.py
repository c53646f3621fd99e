"""The weeks about today: who sits at the desks, the rooms, and the next visits to villages."""

from datetime import timedelta

from app.cli.demo.bodies import Bodies, Body
from app.cli.demo.stage import Stage
from app.meetings.room_commands import AddRoom
from app.people.enums import CommitteeLevel
from app.rota.commands import PlanTurns, PlanVisit

AHEAD, BEFORE = timedelta(days=27), timedelta(days=13)  # planned two weeks ago
SITTING, VISITING = 4, 2  # people
VISITS = (3, 10)  # days from today
ROOMS = (("第一调解室", "一楼", 10), ("第二调解室", "一楼", 8), ("会诊室", "二楼", 24))


def plan_duties(stage: Stage, bodies: Bodies) -> None:
    """Name the centre's rooms; plan six weeks at every desk but the villages', and two visits of each township."""
    center, *_ = bodies.at(CommitteeLevel.COUNTY_CENTER)
    for name, floor, seats in ROOMS:
        stage.carry(AddRoom, name=name, address=f"{center.name}{floor}", seats=seats)
    desks = [body for body in bodies.committees if body.level is not CommitteeLevel.VILLAGE]
    for body in desks:
        people = tuple(who for who, _ in body.members[:SITTING])
        if people:
            span = {"first": stage.on, "last": stage.today + AHEAD}
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
