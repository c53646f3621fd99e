"""/cases/<id>/consents/<id>/correction: what was put down by mistake counts no more."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.consent import consents_of, find_party
from app.cases.model import Case
from app.cases.parties import Consent
from app.kernel.errors import NotFound
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.consent import CorrectionForm

page = Blueprint(
    "correction", __name__, url_prefix="/cases/<uuid:case_id>/consents/<uuid:consent_id>/correction"
)


@page.get("")
@requires(Permission.CASE_MEDIATE)
def show(case_id: UUID, consent_id: UUID) -> str:
    """Show what stands in the books, and ask how it came to be wrong."""
    case = found(case_id)
    return _shown(case, _consent(case, consent_id), shape(CorrectionForm, case))


@page.post("")
@requires(Permission.CASE_MEDIATE)
def create(case_id: UUID, consent_id: UUID) -> Answered:
    """Let it count no more."""
    case = found(case_id)
    consent, form = _consent(case, consent_id), shape(CorrectionForm, case)
    who = speaking(case_id, consent_id=consent_id)
    back = f"/cases/{case_id}/consents"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, consent, form), back)


def _consent(case: Case, consent_id: UUID) -> Consent:
    said = (one for one in consents_of(door.reading(), case) if one.id == consent_id)
    consent = next(said, None)
    if consent is None:
        raise NotFound("这个案件里没有这条表态。请回到“当事人意愿”页重新选择。")
    return consent


def _shown(case: Case, consent: Consent, form: CorrectionForm) -> str:
    party = find_party(door.reading(), case, consent.party_id)
    return render_template(
        "closing/correction.html", case=case, consent=consent, party=party, form=form
    )
