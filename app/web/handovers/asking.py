"""The forms of a case's way, with what is likely meant filled in."""

from uuid import UUID

from app.cases.consent import parties_of
from app.cases.handover_consent import last_asked, words_on
from app.cases.model import Case
from app.meetings.escalation import next_committee, suggestions
from app.people.names import serving_committees
from app.web import door
from app.web.steps import Said, shape
from forms.handover import AskForm, OfferForm


def asking_form(case: Case) -> AskForm:
    """Make the form that keeps a party's word on another committee."""
    session, there = door.reading(), _there(case)
    parties = parties_of(session, case)
    told = words_on(session, case, there) if there else {}
    next_one = next((one.id for one in parties if there and one.id not in told), None)
    form = shape(AskForm, case, prefix="asking", committee_id=there, party_id=next_one)
    form.party_id.offer((party.id, party.name) for party in parties)
    form.committee_id.offer(elsewhere(case))
    return form


def offering_form(case: Case) -> OfferForm:
    """Make the form that offers the case; the first reason of the rules is filled in."""
    given: Said = {"committee_id": _there(case)}
    for one in suggestions(door.reading(), case, door.clock().today())[:1]:
        given |= {"reason": one.reason, "because": one.sentence}
    form = shape(OfferForm, case, prefix="offering", **given)
    form.committee_id.offer(elsewhere(case))
    return form


def elsewhere(case: Case) -> list[tuple[UUID, str]]:
    """List the committees that do not have the case."""
    all_of_them = serving_committees(door.reading(), case.county_id)
    return [(one, name) for one, name in all_of_them if one != case.committee_id]


def _there(case: Case) -> UUID | None:
    """Name the committee that the parties were asked about, else the one the rules suggest."""
    session, asked = door.reading(), last_asked(door.reading(), case)
    above = next_committee(session, case, door.clock().today())
    return asked or (above.id if above else None)
