"""/cases/<id>/agreement/signatures: who signed when, one row a signer; the seal last."""

from uuid import UUID

from flask import Blueprint, render_template

from app.agreements.cautions import cautions
from app.agreements.enums import SignerRole
from app.agreements.model import Agreement
from app.agreements.reading import mediators_of, signatures_of, standing
from app.cases.model import Case
from app.permissions import Permission
from app.web import door
from app.web.agreements.opening import looked_at, the_agreement, words_of_agreement
from app.web.agreements.seats import expected_rows
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.signature import SignaturesForm
from forms.signature_seal import SealForm

page = Blueprint("signatures", __name__, url_prefix="/cases/<uuid:case_id>/agreement/signatures")


@page.get("")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> str:
    """Show who has signed, who has not, and the day of effect as it follows."""
    case = found(case_id)
    return _shown(case, the_agreement(case))


@page.post("")
@requires(Permission.CASE_CONCLUDE)
def register(case_id: UUID) -> Answered:
    """Keep the rows that bear a day."""
    case, form = found(case_id), SignaturesForm()
    agreement = the_agreement(case)
    who = speaking(case_id, agreement_id=agreement.id)
    again = lambda: _shown(case, agreement, signing=form)  # noqa: E731 (one line says it)
    return take(form, lambda f: f.to_command(**who), again, _here(case_id, agreement))


@page.post("/seal")
@requires(Permission.CASE_CONCLUDE)
def seal(case_id: UUID) -> Answered:
    """Keep the day of the committee's seal."""
    case, form = found(case_id), SealForm(prefix="seal")
    agreement = the_agreement(case)
    who = speaking(case_id, agreement_id=agreement.id)
    again = lambda: _shown(case, agreement, sealing=form)  # noqa: E731 (one line says it)
    return take(form, lambda f: f.to_command(**who), again, _here(case_id, agreement))


def _shown(
    case: Case,
    agreement: Agreement,
    signing: SignaturesForm | None = None,
    sealing: SealForm | None = None,
) -> str:
    session = door.reading()
    if signing is None:
        signing = shape(SignaturesForm, case, rows=expected_rows(case, agreement))
    signatures = signatures_of(session, agreement)
    return render_template(
        "agreements/signatures.html",
        case=case,
        roles=tuple(SignerRole),
        cautions=list(cautions(signatures, mediators_of(session, case))),
        agreement=agreement,
        form=signing,
        sealing=sealing or shape(SealForm, case, prefix="seal"),
        signatures=signatures,
        standing=standing(session, case, agreement),
        **looked_at(case, words_of_agreement(agreement)),
    )


def _here(case_id: UUID, agreement: Agreement) -> str:
    return f"/cases/{case_id}/agreement/signatures?a={agreement.ordinal}"
