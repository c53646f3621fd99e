"""/screenings: the rounds of a period and what they prevented; a new one is written down here."""

from flask import Blueprint, redirect, render_template
from werkzeug.wrappers import Response

from app.access.permissions import Permission
from app.kernel.errors import DomainError
from app.registers.months import presets
from app.screenings.reading import Period, prevented_in, screenings_in
from app.screenings.sight import screenings_of, villages_of
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.registers.asked import read_asked
from app.web.steps import Answered
from forms.screening import ScreeningForm

page = Blueprint("screenings", __name__, url_prefix="/screenings")
OCCASIONS = ("日常走访", "节前排查", "虫草采集期排查", "重大活动前排查", "上级部署的专项排查")


@page.get("")
@requires(Permission.CASE_REGISTER)
def index() -> str:
    """List the screenings of a period that this person may read."""
    session, seen, asked = door.reading(), screenings_of(door.actor()), read_asked()
    coverage = asked.coverage
    period = Period(coverage.start, coverage.end, coverage.village or coverage.township)
    return render_template(
        "screenings/index.html",
        asked=asked,
        rounds=screenings_in(session, seen, period),
        prevented=prevented_in(session, seen, period),
        presets=presets(door.clock().today()),
    )


@page.get("/new")
@requires(Permission.CASE_REGISTER)
def new() -> str:
    """Ask where and when."""
    return _asking(ScreeningForm(formdata=None, day=door.clock().today()))


@page.post("")
@requires(Permission.CASE_REGISTER)
def create() -> Answered:
    """Keep a round and go on to what it found."""
    form = ScreeningForm()
    _offer(form)
    if not form.validate_on_submit():
        return _asking(form), 422
    try:
        made = door.execute(form.to_command(**door.said()), key=form.command_key)
    except DomainError as error:
        door.reading().rollback()
        status = refused(form, error)
        return _asking(form), status
    return _to(str(made))


def _to(made: str) -> Response:
    return redirect(f"/screenings/{made}", 303)


def _asking(form: ScreeningForm) -> str:
    _offer(form)
    return render_template("screenings/new.html", form=form, occasions=OCCASIONS)


def _offer(form: ScreeningForm) -> None:
    found = villages_of(door.reading(), door.actor())
    form.village_code.offer((one.code, one.name) for one in found)
