"""What the page of a case's way shows."""

from flask import render_template

from app.cases.consent import parties_of
from app.cases.handover import open_offer
from app.cases.handover_consent import handovers_of, words_on
from app.cases.model import Case
from app.meetings.escalation import due_on, held_since, suggestions
from app.people.names import committee_names, names_of
from app.web import door
from app.web.handovers.asking import asking_form, elsewhere, offering_form
from app.web.steps import shape
from forms.base import Form
from forms.handover import DeclineForm


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


def _asked(case: Case) -> list[tuple[str, list[tuple[str, bool | None]]]]:
    session = door.reading()
    parties = parties_of(session, case)
    table = []
    for committee_id, name in elsewhere(case):
        words = words_on(session, case, committee_id)
        if words:
            said = [(p.name, words[p.id].agrees if p.id in words else None) for p in parties]
            table.append((name, said))
    return table
