"""Who does what in the demo: the accounts behind each committee, and the case as they find it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.access.roles import Role
from app.cases.model import Case
from app.cases.parties import Party
from app.cli.demo.accounts import Account
from app.cli.demo.bodies import Bodies, Body
from app.cli.demo.stage import Stage
from app.kernel.commands import Command
from app.people.bodies import CommitteeLevel

MEDIATORS = {Role.VILLAGE_MEDIATOR, Role.TOWNSHIP_MEDIATOR, Role.COUNTY_MEDIATOR}


@dataclass(frozen=True)
class Cast:
    """Everybody who may act."""

    stage: Stage
    bodies: Bodies
    accounts: list[Account]

    def one(self, role: Role) -> Account:
        """Draw somebody of a role."""
        return self.stage.dice.choice([a for a in self.accounts if a.role is role])

    def body(self, committee_id: UUID | None) -> Body:
        """Find a committee; the county center where there is none."""
        found = [body for body in self.bodies.committees if body.id == committee_id]
        return (found or self.bodies.committees)[0]

    def mediator(self, body: Body) -> Account:
        """Draw a mediator with an account in this committee."""
        here = [a for a in self.accounts if a.committee_id == body.id and a.role in MEDIATORS]
        return self.stage.dice.choice(here)

    def chief(self, body: Body, mediator: Account) -> Account:
        """Find who may assign mediators: the committee's own, or the township's for a village."""
        if body.level is not CommitteeLevel.VILLAGE or body.area is None:
            return mediator
        above = [b for b in self.bodies.at(CommitteeLevel.TOWNSHIP) if b.area]
        township = [b for b in above if b.area and b.area.code == body.area.parent_code]
        return self.mediator(township[0])


@dataclass
class Desk:
    """One case in the hands of its committee."""

    cast: Cast
    case_id: UUID
    body: Body
    mediator: Account

    @property
    def case(self) -> Case:
        """The case as it stands."""
        stage = self.cast.stage
        return stage.session.get_one(Case, (stage.county_id, self.case_id))

    @property
    def parties(self) -> list[Party]:
        """The case's parties in their order."""
        stage = self.cast.stage
        mine = (Party.county_id == stage.county_id, Party.case_id == self.case_id)
        return list(stage.session.scalars(select(Party).where(*mine).order_by(Party.ordinal)))

    @property
    def on(self) -> date:
        """The day it is."""
        return self.cast.stage.on

    @property
    def recorder(self) -> str:
        """Who writes: a member of the committee other than the chair."""
        return self.body.members[-1][1].name

    def say(self, what: type[Command], /, by: Account | None = None, **said: Any) -> Any:  # noqa: ANN401 (a command's own fields)
        """Say a command about this case."""
        actor = by or self.mediator
        return self.cast.stage.carry(what, actor.id, case_id=self.case_id, **said)
