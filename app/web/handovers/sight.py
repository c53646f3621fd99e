"""What the page of a case's way shows, and its forms."""

from uuid import UUID

from flask import render_template

from app.cases.consent import parties_of
from app.cases.handover import open_offer
from app.cases.handover_consent import handovers_of, words_on
from app.cases.model import Case
from app.meetings.escalation import due_on, held_since, suggestions
from app.people.names import committee_names, names_of, serving_committees
from app.web import door
from app.web.steps import Said, shape
from forms.base import Form
from forms.handover import AskForm, DeclineForm, OfferForm


def asking_form(case: Case) -> AskForm:
    """Make the form that keeps a party's word on another committee."""
    form = shape(AskForm, case, prefix="asking")
    form.party_id.offer((party.id, party.name) for party in parties_of(door.reading(), case))
    form.committee_id.offer(_elsewhere(case))
    return form


def offering_form(case: Case) -> OfferForm:
    """Make the form that offers the case; the first reason of the rules is filled in."""
    given: Said = {}
    for one in suggestions(door.reading(), case, door.clock().today())[:1]:
        given = {"reason": one.reason, "because": one.sentence}
    form = shape(OfferForm, case, prefix="offering", **given)
    form.committee_id.offer(_elsewhere(case))
    return form


def shown(case: Case, name: str = "", form: Form | None = None) -> str:
    """Show the page; a form that was not taken stands in its place."""
    session, today = door.reading(), door.clock().today()
    rows = handovers_of(session, case)
    forms: dict[str, Form] = {
        "asking": asking_form(case),
        "offering": offering_form(case),
        "declining": shape(DeclineForm, case, prefix="declining"),
    }
    forms |= {name: form} if form else {}
    return render_template(
        "handovers/index.html",
        case=case,
        **forms,
        rows=rows,
        offer=open_offer(session, case),
        asked=_asked(case),
        committees=committee_names(session, case.county_id),
        names=names_of(session, case.county_id, {row.offered_by for row in rows}),
        hints=suggestions(session, case, today),
        since=held_since(session, case),
        last_day=due_on(session, case),
    )


def _elsewhere(case: Case) -> list[tuple[UUID, str]]:
    all_of_them = serving_committees(door.reading(), case.county_id)
    return [(one, name) for one, name in all_of_them if one != case.committee_id]


def _asked(case: Case) -> list[tuple[str, list[tuple[str, bool | None]]]]:
    session = door.reading()
    parties = parties_of(session, case)
    table = []
    for committee_id, name in _elsewhere(case):
        words = words_on(session, case, committee_id)
        if words:
            said = [(p.name, words[p.id].agrees if p.id in words else None) for p in parties]
            table.append((name, said))
    return table
