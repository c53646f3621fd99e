"""/cases/<id>/agreement/translation: Tibetan beside the Chinese, clause by clause."""

from uuid import UUID

from flask import Blueprint, render_template

from app.agreements.model import Agreement
from app.cases.model import Case
from app.dossiers.translating import lines_of, terms_of
from app.permissions import Permission
from app.web import door
from app.web.agreements.opening import the_agreement, words_of_agreement
from app.web.guard import requires
from app.web.steps import Answered, found, shape, speaking, take
from forms.translation import TranslationForm

page = Blueprint("translation", __name__, url_prefix="/cases/<uuid:case_id>/agreement/translation")


@page.get("")
@requires(Permission.CASE_CONCLUDE)
def show(case_id: UUID) -> str:
    """Show the clauses with their lines; those of an earlier revision are filled in to look at."""
    case = found(case_id)
    agreement = the_agreement(case)
    known = [row.text for row in lines_of(door.reading(), agreement)]
    clauses = words_of_agreement(agreement).clauses
    lines = [*known, *[""] * len(clauses)][: len(clauses)]
    form = shape(TranslationForm, case, revision=agreement.revision, lines=lines)
    return _shown(case, agreement, form)


@page.post("")
@requires(Permission.CASE_CONCLUDE)
def create(case_id: UUID) -> Answered:
    """Keep the lines."""
    case, form = found(case_id), TranslationForm()
    agreement = the_agreement(case)
    who = speaking(case_id, agreement_id=agreement.id)
    there = f"/cases/{case_id}/agreement/translation?a={agreement.ordinal}"
    again = lambda: _shown(case, agreement, form)  # noqa: E731 (one line says it)
    return take(form, lambda f: f.to_command(**who), again, there)


def _shown(case: Case, agreement: Agreement, form: TranslationForm) -> str:
    wording = words_of_agreement(agreement)
    return render_template(
        "papers/translation.html",
        case=case,
        agreement=agreement,
        form=form,
        wording=wording,
        rows=list(zip(wording.clauses, form.lines, strict=False)),
        kept=lines_of(door.reading(), agreement),
        terms=terms_of(door.reading(), case.county_id),
    )
