"""/places/areas: a list of divisions, looked at before it is taken over."""

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.kernel.errors import DomainError, Incomplete
from app.places.areas import Plan, plan_import
from app.places.commands import ImportAreas
from app.places.divisions import Division, read_divisions
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.steps import press
from forms.place import AreasForm

page = Blueprint("areas", __name__, url_prefix="/places/areas")


@page.get("")
@requires(Permission.PLACE_MANAGE)
def form() -> str:
    """Show where to choose the file."""
    return _shown(AreasForm(), None)


@page.post("")
@requires(Permission.PLACE_MANAGE)
def take() -> Response | str | tuple[str, int]:
    """Show what would change; with `confirmed`, change it."""
    form = AreasForm()
    try:
        divisions = _read(form)
        plan = plan_import(door.reading(), door.actor().county_id, divisions)
        if "confirmed" in request.form:
            command = ImportAreas(**door.said(), divisions=divisions)
            return press(command, "/places", "行政区划已导入。")
    except DomainError as error:
        code = refused(form, error)
        return _shown(form, None), code
    return _shown(form, plan)


def _read(form: AreasForm) -> tuple[Division, ...]:
    if form.file.data:
        try:
            form.text.data = form.file.data.read().decode("utf-8")
        except UnicodeDecodeError as error:
            raise Incomplete(
                "这个文件不是 UTF-8 编码。请在表格软件里另存为“CSV UTF-8”，再选一次。", field="file"
            ) from error
    if not form.text.data:
        raise Incomplete("请选择区划文件。", field="file")
    return read_divisions(form.text.data)


def _shown(form: AreasForm, plan: Plan | None) -> str:
    return render_template("places/areas.html", form=form, plan=plan)
