"""The two bodies on a supervision order: the one that asks and the one that is asked."""

from app.access.actor import actor_behind
from app.cases.model import Case
from app.kernel.bus import Work
from app.people.bodies import Committee
from app.places.model import County


def body_of(work: Work, county: County) -> str:
    """Name the body that issues: the supervisor's own, else the county's center."""
    actor = actor_behind(work)
    key = (county.county_id, actor.committee_id)
    committee = work.session.get(Committee, key) if actor.committee_id else None
    return committee.name if committee else f"{county.name}矛盾纠纷调解中心"


def unit_of(case: Case, work: Work) -> str:
    """Name the body that is asked: the case's committee, else the reception."""
    key = (case.county_id, case.committee_id)
    committee = work.session.get(Committee, key) if case.committee_id else None
    return committee.name if committee else "受理接待窗口"
