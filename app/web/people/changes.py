"""/people/users/<id>/…: another post, disabled, enabled, a new one-time password."""

from uuid import UUID

from flask import Blueprint, render_template
from sqlalchemy.orm import Session

from app.access.commands import DisableUser, EnableUser, ResetPassword
from app.access.passwords import one_time_password
from app.access.permissions import Permission
from app.kernel.errors import DomainError
from app.people.users import User
from app.web import door
from app.web.forms import refused
from app.web.gate import address, gate, passwords
from app.web.guard import requires
from app.web.people.choices import fill_post, find_user
from app.web.people.edit import Answered, edit, shown
from app.web.steps import press
from forms.user import ProofForm, RoleForm

page = Blueprint("people_changes", __name__, url_prefix="/people/users/<uuid:user_id>")


@page.post("/role")
@requires(Permission.USER_MANAGE)
def change_role(user_id: UUID) -> Answered:
    """Give somebody another post, after one's own password."""
    form, there = RoleForm(), f"/people/users/{find_user(user_id).id}"
    fill_post(form)
    refusal = _prove(form, there)
    return refusal or edit(form, "改岗位", there, say=form.to_command, user_id=user_id)


@page.post("/password-reset")
@requires(Permission.USER_MANAGE)
def reset(user_id: UUID) -> Answered:
    """Give a one-time password, after one's own."""
    user, password = find_user(user_id), one_time_password()
    form, there = ProofForm(), f"/people/users/{user_id}"
    refusal = _prove(form, there)
    if refusal:
        return refusal
    renew = EnableUser if user.disabled_on else ResetPassword
    hashed = passwords().hash(password)
    door.execute(renew(**door.said(), user_id=user_id, password_hash=hashed))
    return render_template("people/one_time.html", name=user.name, password=password)


@page.post("/disabling")
@requires(Permission.USER_MANAGE)
def disable(user_id: UUID) -> Answered:
    """Close an account at once."""
    command = DisableUser(**door.said(), user_id=user_id)
    return press(command, f"/people/users/{user_id}", "账号已停用，所有登录已退出。")


def _prove(form: RoleForm | ProofForm, there: str) -> Answered | None:
    if not form.validate():
        return shown(form, "核对身份", there, None), 422
    try:
        typed = form.old_password.data or ""
        gate().confirm(door.actor().county_id, _login(door.reading()), typed, address())
    except DomainError as error:
        code = refused(form, error)
        return shown(form, "核对身份", there, None), code
    return None


def _login(session: Session) -> str:
    actor = door.actor()
    return session.get_one(User, (actor.county_id, actor.user_id)).login
