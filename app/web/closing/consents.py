"""/cases/<id>/consents: what each party said to mediation (人民调解法 17 条)."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.consent import consents_of, last_words, parties_of
from app.cases.consent_gate import hurdles_before_mediation
from app.cases.model import Case
from app.people.names import names_of
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.consent import ConsentForm

page = Blueprint("consents", __name__, url_prefix="/cases/<uuid:case_id>/consents")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show who agreed, who was not asked, and the form."""
    case = found(case_id)
    return _shown(case, _form(case))


@page.post("")
@requires(Permission.CASE_MEDIATE)
def create(case_id: UUID) -> Answered:
    """Keep what a party said."""
    case = found(case_id)
    form = _form(case)
    who = speaking(case_id)
    again = f"/cases/{case_id}/consents"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, form), again)


def _form(case: Case) -> ConsentForm:
    form = shape(ConsentForm, case)
    form.party_id.offer((party.id, party.name) for party in parties_of(door.reading(), case))
    return form


def _shown(case: Case, form: ConsentForm) -> str:
    session = door.reading()
    history = consents_of(session, case)
    return render_template(
        "closing/consents.html",
        case=case,
        form=form,
        parties=parties_of(session, case),
        words=last_words(session, case),
        history=history,
        names=names_of(
            session,
            case.county_id,
            {one.recorded_by for one in history}
            | {one.mistaken_by for one in history if one.mistaken_by},
        ),
        hurdles=hurdles_before_mediation(session, case),
    )
