"""/cases/<id>/referrals: outside organs, and a neighboring county's committee beside ours."""

from functools import partial
from uuid import UUID

from flask import Blueprint, render_template

from app.access.permissions import Permission
from app.cases.model import Case
from app.cases.referral import partners_of, referrals_of
from app.web import door
from app.web.guard import requires
from app.web.lines import Refused, at_lines
from app.web.steps import Answered, found, shape, speaking, take
from forms.base import Form
from forms.referral import PartnerForm, ReferralAnswerForm, ReferralForm

page = Blueprint("referrals", __name__, url_prefix="/cases/<uuid:case_id>/referrals")
KINDS: dict[str, type[Form]] = {"referring": ReferralForm, "joining": PartnerForm}


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
    case = found(case_id)
    form = shape(ReferralAnswerForm, case, prefix="answering")
    who = speaking(case_id, referral_id=referral_id)
    again = partial(_shown, case, (referral_id, form))
    return take(form, lambda f: f.to_command(**who), again, f"/cases/{case_id}/referrals")


def _step(case_id: UUID, name: str) -> Answered:
    case = found(case_id)
    form = shape(KINDS[name], case, prefix=name)
    who = speaking(case_id)
    again = partial(_shown, case, **{name: form})
    return take(form, lambda f: f.to_command(**who), again, f"/cases/{case_id}/referrals")


def _shown(case: Case, refused: Refused | None = None, **typed: Form) -> str:
    session = door.reading()
    forms = {one: shape(kind, case, prefix=one) for one, kind in KINDS.items()} | typed
    rows, partners = referrals_of(session, case), partners_of(session, case)
    blank = partial(shape, ReferralAnswerForm, case, prefix="answering", formdata=None)
    answering = at_lines((row.id for row in rows), blank, refused)
    given = {"case": case, "rows": rows, "partners": partners, "refused": refused}
    return render_template("handovers/referrals.html", answering=answering, **given, **forms)
