"""/cases/<id>/ready-papers: issue at once every paper the file lacks and the case can fill."""

from uuid import UUID, uuid5

from flask import Blueprint, flash, redirect
from werkzeug.wrappers import Response

from app.dossiers.commands import IssuePaper
from app.dossiers.contents import Line, contents_of
from app.dossiers.pressing import issue
from app.dossiers.sealing import FOLDER
from app.kernel.errors import DomainError, NotFound
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.steps import found, speaking
from forms.base import Form

page = Blueprint("ready_papers", __name__, url_prefix="/cases/<uuid:case_id>/ready-papers")


@page.post("")
@requires(Permission.PAPER_ISSUE)
def create(case_id: UUID) -> Response:
    """Issue what is ready, one by one; what cannot be printed is named, the others stand."""
    case, form = found(case_id), Form()
    ready = [line for line in contents_of(door.reading(), case) if line.is_ready]
    done = sum(_issued(case_id, line, form.command_key) for line in ready)
    if done:
        flash(f"已出具 {done} 样。请逐样打印、签字，再扫描回来。", "green")
    elif not ready:
        flash("没有可以直接出具的文书：缺的要先登记、填写或上传。", "amber")
    return redirect(f"/cases/{case_id}/papers", 303)


def _issued(case_id: UUID, line: Line, press: UUID) -> bool:
    """Issue one paper; a second press of the same button prints nothing again."""
    said = speaking(case_id, code=line.entry.code, subject_id=line.subject_id)
    key = uuid5(press, f"{line.entry.code} {line.subject_id}")
    try:
        issue(door.bus(), IssuePaper(**said), door.config().home / FOLDER, key=key)
    except NotFound:
        raise
    except DomainError as error:
        door.reading().rollback()
        flash(f"《{line.entry.title}》没有出具：{error}", "red")
        return False
    return True
