"""/cases/intake: one page to tell a dispute, for the desk and (short) for the grid worker's phone."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.cases.intake.drafts import drafts_of
from app.kernel.errors import DomainError
from app.permissions import Permission
from app.web import door
from app.web.guard import requires
from app.web.intake.asked import beside, register_command
from app.web.intake.faults import Told, tell
from app.web.intake.linked import earlier
from app.web.intake.lists import areas, types
from app.web.intake.opening import is_short, opened, reshape
from forms.intake import IntakeForm

page = Blueprint("intake", __name__, url_prefix="/cases/intake")


@page.get("")
@requires(Permission.CASE_REGISTER)
def show() -> str:
    """Open a fresh form or a draft."""
    return draw(opened())


@page.post("")
@requires(Permission.CASE_REGISTER)
def register() -> Response | tuple[str, int]:
    """Register, or change the form's shape where a button asks for it."""
    form, pressed = IntakeForm(), request.form.get("press", "")
    if pressed:
        reshape(form, pressed)
        return draw(form, pressed=pressed), 200
    try:
        case_id = door.execute(register_command(form), key=form.command_key)
    except DomainError as error:
        told, status = tell(form, error)
        return draw(form, told), status
    return redirect(url_for("receipt.show", case_id=case_id), 303)


@page.post("/preview")
@requires(Permission.CASE_REGISTER)
def preview() -> str:
    """Answer, while it is typed, what the dispute resembles and where it would go."""
    form = IntakeForm()
    return render_template("intake/beside.html", form=form, **beside(form))


def draw(form: IntakeForm, told: Told | None = None, pressed: str = "") -> str:
    """Draw the page with everything typed, what is wrong, and what stands beside it."""
    actor = door.actor()
    return render_template(
        "intake/short.html" if is_short() else "intake/desk.html",
        form=form,
        whole=True,
        told=told or [],
        pressed=pressed,
        areas=areas().listed,
        types=types().listed,
        earlier=earlier(form.linked),
        drafts=drafts_of(door.reading(), actor.county_id, actor.user_id),
        **beside(form),
    )
