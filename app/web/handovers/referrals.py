"""/cases/<id>/referrals: outside organs, and a neighboring county's committee beside ours."""

from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.model import Case
from app.cases.referral import partners_of, referrals_of
from app.web import door
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.base import Form
from forms.referral import PartnerForm, ReferralAnswerForm, ReferralForm

page = Blueprint("referrals", __name__, url_prefix="/cases/<uuid:case_id>/referrals")
KINDS = {"referring": ReferralForm, "answering": ReferralAnswerForm, "joining": PartnerForm}


@page.get("")
@requires(Permission.CASE_READ)
def index(case_id: UUID) -> str:
    """Show what went where, and the forms."""
    return _shown(found(case_id))


@page.post("")
@requires(Permission.CASE_HAND_OVER)
def create(case_id: UUID) -> Answered:
    """Keep that an organ was given the matter."""
    return _step(case_id, "referring")


@page.post("/partners")
@requires(Permission.CASE_HAND_OVER)
def join(case_id: UUID) -> Answered:
    """Mediate together with a neighboring committee."""
    return _step(case_id, "joining")


@page.post("/<uuid:referral_id>/answer")
@requires(Permission.CASE_HAND_OVER)
def answer(case_id: UUID, referral_id: UUID) -> Answered:
    """Keep what the organ answered."""
    return _step(case_id, "answering", referral_id=referral_id)


def _step(case_id: UUID, name: str, **more: object) -> Answered:
    case = found(case_id)
    form = shape(KINDS[name], case, prefix=name)
    who = speaking(case_id, **more)
    there = f"/cases/{case_id}/referrals"
    return take(form, lambda f: f.to_command(**who), lambda: _shown(case, name, form), there)


def _shown(case: Case, name: str = "", form: Form | None = None) -> str:
    session = door.reading()
    forms: dict[str, Form] = {one: shape(kind, case, prefix=one) for one, kind in KINDS.items()}
    forms |= {name: form} if form else {}
    rows, partners = referrals_of(session, case), partners_of(session, case)
    given = {"case": case, "rows": rows, "partners": partners}
    return render_template("handovers/referrals.html", **given, **forms)
