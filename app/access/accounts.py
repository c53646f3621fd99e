"""Other people's accounts: made, moved to another post, disabled; never deleted, never re-used."""

from uuid import UUID

from sqlalchemy import func, select

from app.access.commands import (
    ChangeRole,
    DisableUser,
    EnableUser,
    MakeUser,
    ResetPassword,
)
from app.access.posts import fill_post
from app.access.roles import Role
from app.access.sessions import end_sign_ins
from app.access.sign_in import tidy
from app.access.tags import Tag
from app.kernel.bus import Work
from app.kernel.errors import Incomplete, NotAllowed, NotFound, NotNow, Stale
from app.kernel.ids import new_id
from app.people.users import User


def make_user(command: MakeUser, work: Work) -> UUID:
    """Make an account and answer its id; a login name is given once and never again."""
    login = tidy(command.login)
    taken = select(User.id).where(User.county_id == command.county_id, User.login == login)
    if work.session.scalar(taken) is not None:
        message = f"登录名“{login}”已经有人用过，不能再给别人。请换一个，例如加上单位或数字。"
        raise Incomplete(message, field="login")
    _refuse_system(command.role)
    user = User(
        county_id=command.county_id,
        id=new_id(),
        login=login,
        name=command.name,
        role=command.role,
        password_hash=command.password_hash,
        must_change_password=command.must_change_password,
        password_changed_at=work.now,
    )
    fill_post(user, command, work)
    work.session.add(user)
    work.record(Tag.USER_MADE, user=user.id, role=command.role.value)
    return user.id


def change_role(command: ChangeRole, work: Work) -> UUID:
    """Give a person another post and end their sign-ins; nobody changes their own."""
    user = _other(work, command.county_id, command.user_id)
    if command.seen_version not in (None, user.version):
        raise Stale("这个账号刚被别人改过。您填写的内容还在，请核对后再提交。")
    _refuse_system(command.role)
    _keep_an_administrator(work, user, becomes=command.role)
    came_from, user.role = user.role, command.role
    fill_post(user, command, work)
    end_sign_ins(work.session, command.county_id, user.id, work.now)
    work.record(Tag.ROLE_CHANGED, user=user.id, came_from=came_from, went_to=command.role.value)
    return user.id


def disable_user(command: DisableUser, work: Work) -> None:
    """Close an account at once, in every browser."""
    user = _other(work, command.county_id, command.user_id)
    if user.disabled_on is not None:
        message = f"这个账号已于 {user.disabled_on} 停用。"
        raise NotNow(message)
    _keep_an_administrator(work, user, becomes=None)
    user.disabled_on = command.on
    end_sign_ins(work.session, command.county_id, user.id, work.now)
    work.record(Tag.USER_DISABLED, user=user.id)


def enable_user(command: EnableUser, work: Work) -> None:
    """Open the account of a person who came back, with a one-time password."""
    user = _other(work, command.county_id, command.user_id)
    if user.disabled_on is None:
        raise NotNow("这个账号没有停用，不用恢复。")
    user.disabled_on = None
    user.password_hash, user.must_change_password = command.password_hash, True
    work.record(Tag.USER_ENABLED, user=user.id)


def reset_password(command: ResetPassword, work: Work) -> None:
    """Give a one-time password and end every sign-in of that person."""
    user = _other(work, command.county_id, command.user_id)
    if user.disabled_on is not None:
        raise NotNow("这个账号已停用。请先恢复账号，恢复时会给新的一次性密码。")
    user.password_hash, user.must_change_password = command.password_hash, True
    user.password_changed_at = work.now
    end_sign_ins(work.session, command.county_id, user.id, work.now)
    work.record(Tag.PASSWORD_RESET, user=user.id)


def _other(work: Work, county_id: str, user_id: UUID) -> User:
    user = work.session.get(User, (county_id, user_id))
    if user is None or user.role == Role.SYSTEM:
        raise NotFound("没有找到这个账号，请从用户名单重新进入。")
    if user.id == work.command.actor_id:
        raise NotAllowed("不能更改自己的岗位或停用自己。请由另一位管理员来办。")
    return user


def _refuse_system(role: Role) -> None:
    if role is Role.SYSTEM:
        raise Incomplete("“系统”是程序自己的账号，不能给人使用。请选择其他岗位。", field="role")


def _keep_an_administrator(work: Work, user: User, becomes: Role | None) -> None:
    if user.role != Role.ADMINISTRATOR or becomes is Role.ADMINISTRATOR:
        return
    others = select(func.count()).where(
        User.county_id == user.county_id,
        User.role == Role.ADMINISTRATOR,
        User.disabled_on.is_(None),
        User.id != user.id,
    )
    if not work.session.scalar(others):
        raise NotNow("这是最后一位系统管理员，停用后就没有人能管理账号了。请先建另一位管理员。")
