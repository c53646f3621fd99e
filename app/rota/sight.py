"""Whose rota a person may plan: their own committee's, or those of their township or county."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.access.actor import Actor, actor_behind
from app.access.permissions import Permission
from app.access.roles import Reach
from app.kernel.bus import Work
from app.kernel.errors import NotAllowed, NotFound
from app.people.bodies import Committee
from app.people.reading import find_committee
from app.rota.model import Duty


def may_plan(actor: Actor, committee: Committee) -> bool:
    """Say whether this person may change the rota of a committee."""
    if not actor.may(Permission.CASE_ASSIGN) or committee.county_id != actor.county_id:
        return False
    if actor.reach is Reach.COUNTY or committee.id == actor.committee_id:
        return True
    town = actor.township_code
    return actor.reach is Reach.TOWNSHIP and bool(town) and committee.area_code[:9] == town


def take_committee(work: Work, committee_id: UUID) -> Committee:
    """Find the committee whose rota a command changes, and check that this person may."""
    command = work.command
    committee = find_committee(work.session, command.county_id, committee_id)
    actor = actor_behind(work)
    if not may_plan(actor, committee):
        message = f"{committee.name}的值班由该会或者它的乡镇、县中心来排，您只能查看。"
        raise NotAllowed(message)
    return committee


def find_duty(session: Session, county_id: str, duty_id: UUID) -> Duty:
    """Find a duty of the county."""
    duty = session.get(Duty, (county_id, duty_id))
    if duty is None:
        raise NotFound("没有找到这一班，它可能已被撤销。请从值班表重新进入。")
    return duty
