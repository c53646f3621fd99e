"""/places/referral-targets: where the county's organs are found, printed on each 不予受理."""

from flask import Blueprint, flash, redirect, render_template

from app.cases.enums import Organ
from app.cases.intake.targets import target_of, targets_of
from app.kernel.errors import DomainError, NotFound
from app.permissions import Permission
from app.web import door
from app.web.forms import refused
from app.web.guard import requires
from app.web.steps import Answered
from forms.target import TargetForm

page = Blueprint("referral_targets", __name__, url_prefix="/places/referral-targets")


@page.get("")
@requires(Permission.PLACE_MANAGE)
def show() -> str:
    """List the organs and what is still missing."""
    listed = targets_of(door.reading(), door.actor().county_id)
    return render_template("acceptance/targets.html", targets=listed)


@page.get("/<organ>")
@requires(Permission.PLACE_MANAGE)
def edit(organ: str) -> str:
    """Show one organ to be written down."""
    known = target_of(door.reading(), door.actor().county_id, _organ(organ))
    return render_template("acceptance/target.html", target=known, form=TargetForm(obj=known))


@page.post("/<organ>")
@requires(Permission.PLACE_MANAGE)
def write(organ: str) -> Answered:
    """Write it down."""
    form, known = TargetForm(), target_of(door.reading(), door.actor().county_id, _organ(organ))
    status = 422
    if form.validate_on_submit():
        try:
            door.execute(form.to_command(**door.said(), organ=_organ(organ)))
        except DomainError as error:
            status = refused(form, error)
        else:
            flash("已保存。", "green")
            return redirect("/places/referral-targets", 303)
    return render_template("acceptance/target.html", target=known, form=form), status


def _organ(name: str) -> Organ:
    try:
        return Organ(name)
    except ValueError as error:
        raise NotFound("没有这个单位。请从名单里选择。") from error
