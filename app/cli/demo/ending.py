"""After the last promise: the revisit by somebody else, the closing, the file put away."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import select

from app.access.roles import Role
from app.aftercare.commands import RecordRevisit
from app.aftercare.enums import FulfillmentHeard, RevisitManner, Satisfaction
from app.aftercare.model import Revisit
from app.cases.closing_commands import ArchiveCase, Retention
from app.cases.commands import CloseCase
from app.cases.enums import Outcome
from app.cli.demo.acting import Desk
from app.kernel.clock import CHINA

ASKED_IN_TIME = 0.9
CONTENT = (Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED, Satisfaction.SATISFIED)


def end(desk: Desk) -> Iterator[datetime]:
    """Ask how it went, close, put the file away."""
    for visit in _planned(desk):
        late = 0 if desk.cast.stage.dice.random() < ASKED_IN_TIME else 9
        day = visit.due_from + timedelta(days=desk.cast.stage.dice.randint(0, 6) + late)
        yield max(datetime.combine(day, time(11), CHINA), after(desk, days=0, hours=1))
        _ask(desk, visit)
    yield after(desk, days=1, hours=0)
    desk.say(CloseCase, outcome=Outcome.SETTLED, reason="协议已全部履行，双方没有新的争议。")
    yield from put_away(desk)


def put_away(desk: Desk) -> Iterator[datetime]:
    """Archive a closed file some days later."""
    yield after(desk, days=desk.cast.stage.dice.randint(2, 20), hours=0)
    desk.say(ArchiveCase, retention=Retention.TEN_YEARS, compiled_by=desk.recorder)


def after(desk: Desk, *, days: int, hours: int) -> datetime:
    """Say the hour some time after this one."""
    return desk.cast.stage.instant.astimezone(CHINA) + timedelta(days=days, hours=hours)


def _planned(desk: Desk) -> Sequence[Revisit]:
    county_id = desk.cast.stage.county_id
    mine = select(Revisit).where(Revisit.county_id == county_id, Revisit.case_id == desk.case_id)
    return desk.cast.stage.session.scalars(mine.order_by(Revisit.ordinal)).all()


def _ask(desk: Desk, visit: Revisit) -> None:
    registrar = desk.cast.one(Role.REGISTRAR)
    for party in desk.parties:
        desk.say(
            RecordRevisit,
            by=registrar,
            party_id=party.id,
            revisit_id=visit.id,
            manner=RevisitManner.TELEPHONE,
            visitors=(registrar.name,),
            fulfillment_heard=FulfillmentHeard.DONE,
            satisfaction=desk.cast.stage.dice.choice(CONTENT),
            satisfaction_asked_by=registrar.name,
        )
