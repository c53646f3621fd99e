"""/cases/<id>/dossier-package: the whole file as a package that anybody can check offline."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, Response

from app.dossiers.commands import ExportDossier
from app.dossiers.exporting import package_of
from app.dossiers.sealing import FOLDER
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.papers.sight import as_attachment
from app.web.steps import found, speaking
from forms.base import Form

page = Blueprint("dossier_package", __name__, url_prefix="/cases/<uuid:case_id>/dossier-package")


@page.post("")
@requires(Permission.PAPER_ISSUE)
def create(case_id: UUID) -> Response:
    """Pack the file, leave a footprint, give the package."""
    case = found(case_id)
    command = ExportDossier(**speaking(case_id))
    package = package_of(door.reading(), case, command, door.config().home / FOLDER)
    door.execute(
        replace(command, sha256=package.sha256, papers=package.papers), key=Form().command_key
    )
    name = f"卷宗-{case.file_number or case.number}.zip"
    return as_attachment(package.content, "application/zip", name)
