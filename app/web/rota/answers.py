"""The page of one's swaps: every line with the answer that is still open, and what was typed."""

from collections.abc import Iterable
from typing import TypeAlias
from uuid import UUID

from flask import render_template

from app.people.names import mediator_names, names_of
from app.rota.enums import SwapState
from app.rota.swap_records import SwapOffer
from app.rota.swapping import offers_of
from app.web import door
from forms.swap import DeclineForm, ObjectForm

AnswerForm: TypeAlias = DeclineForm | ObjectForm
Refused: TypeAlias = tuple[UUID, AnswerForm]
FORMS: dict[str, type[AnswerForm]] = {
    SwapState.OFFERED: DeclineForm,
    SwapState.DECIDED: ObjectForm,
}


def shown(refused: Refused | None = None) -> str:
    """Show them, the refused answer in its line."""
    rows, actor = offers_of(door.reading(), door.actor()), door.actor()
    people = {who for row in rows for who in (row.asker_id, row.asked_id)}
    planners = {row.decided_by for row in rows}
    return render_template(
        "rota/swaps.html",
        rows=rows,
        names=mediator_names(door.reading(), actor.county_id, people),
        planners=names_of(door.reading(), actor.county_id, planners),
        forms=_forms(rows, refused),
        refused=refused[1] if refused else None,
        today=door.clock().today(),
    )


def _forms(rows: Iterable[SwapOffer], refused: Refused | None) -> dict[UUID, AnswerForm]:
    forms = {row.id: FORMS[row.state](formdata=None) for row in rows if row.state in FORMS}
    forms |= [refused] if refused else []
    for offer_id, form in forms.items():
        form.because.id = f"because-{offer_id}"  # one page has several
    return forms
