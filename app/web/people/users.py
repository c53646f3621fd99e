"""/people/users: who has an account, and a new one."""

from uuid import UUID

from flask import Blueprint, render_template
from sqlalchemy import select

from app.access.passwords import one_time_password
from app.access.permissions import Permission
from app.access.roles import Role
from app.kernel.errors import DomainError
from app.people.bodies import Committee
from app.people.users import User
from app.places.reading import place_name
from app.sync.releasing import owed_by
from app.web import door
from app.web.forms import refused
from app.web.gate import passwords
from app.web.guard import requires
from app.web.people.choices import fill_post, find_user
from app.web.people.edit import Answered, edit, shown
from forms.user import ProofForm, RoleForm, UserForm

page = Blueprint("people_users", __name__, url_prefix="/people/users")
LIST = "/people/users"
HINTS = {"login": "可以用拼音或汉字；给过一个人，就不再给别人。"}


@page.get("")
@requires(Permission.USER_MANAGE)
def index() -> str:
    """List the accounts, disabled ones last."""
    mine = (User.county_id == door.actor().county_id, User.role != Role.SYSTEM)
    order = (User.disabled_on.is_not(None), User.role, User.login)
    users = door.reading().scalars(select(User).where(*mine).order_by(*order)).all()
    return render_template("people/users.html", users=users)


@page.get("/new")
@requires(Permission.USER_MANAGE)
def new() -> Answered:
    """Show the form for a new account."""
    form = UserForm()
    fill_post(form)
    return edit(form, "新建账号", LIST, HINTS)


@page.post("")
@requires(Permission.USER_MANAGE)
def make() -> Answered:
    """Make an account and show its one-time password, once."""
    form = UserForm()
    fill_post(form)
    if not form.validate():
        return shown(form, "新建账号", LIST, HINTS), 422
    password = one_time_password()
    hashed = {"password_hash": passwords().hash(password)}
    try:
        door.execute(form.to_command(**door.said(), **hashed))
    except DomainError as error:
        code = refused(form, error)
        return shown(form, "新建账号", LIST, HINTS), code
    return render_template("people/one_time.html", name=form.name.data, password=password)


@page.get("/<uuid:user_id>")
@requires(Permission.USER_MANAGE)
def show(user_id: UUID) -> str:
    """Show one account and what can be done with it."""
    user = find_user(user_id)
    form = RoleForm(obj=user, seen_version=user.version)
    fill_post(form)
    key = (user.county_id, user.committee_id)
    committee = door.reading().get(Committee, key) if user.committee_id else None
    given = {"user": user, "committee": committee, "form": form, "proof": ProofForm()}
    session = door.reading()
    village = place_name(session, user.county_id, user.village_code)
    return render_template(
        "people/user.html", **given, owed=owed_by(session, user), village=village
    )
