"""/cases/<id>/agreement/draft.pdf: the text so far, with a watermark and no place to sign."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, Response

from app.dossiers.mapping.agreement import mediation_agreement
from app.dossiers.mapping.desk import Desk
from app.dossiers.press import print_paper
from app.permissions import Permission
from app.web import door
from app.web.agreements.opening import the_agreement
from app.web.guard import requires
from app.web.papers.sight import as_file
from app.web.steps import found

page = Blueprint("agreement_draft", __name__, url_prefix="/cases/<uuid:case_id>/agreement")


@page.get("/draft.pdf")
@requires(Permission.CASE_READ)
def show(case_id: UUID) -> Response:
    """Print the newest revision as a draft; nothing is kept."""
    case = found(case_id)
    agreement = the_agreement(case)
    actor = door.actor()
    desk = Desk(door.reading(), case, agreement.id, door.clock().today(), actor.user_id)
    paper = replace(
        mediation_agreement(desk, draft=True), recorder=agreement.recorder or actor.name
    )
    return as_file(print_paper(paper, draft=True).pdf, "application/pdf", "协议草稿.pdf")
