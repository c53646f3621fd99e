"""The person behind a command or a request, as far as permission is concerned."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.access.permissions import Permission
from app.access.roles import MAY, REACH, Reach, Role
from app.kernel.bus import Work
from app.kernel.errors import NotAllowed, NotFound
from app.people.users import User

POST = (
    User.name, User.role, User.township_code, User.village_code, User.committee_id,
    User.mediator_id, User.specialist_id, User.disabled_on,
)  # fmt: skip


@dataclass(frozen=True)
class Actor:
    """A user at work, in the one post they act from."""

    county_id: str
    user_id: UUID
    name: str
    role: Role
    township_code: str | None = None
    village_code: str | None = None
    committee_id: UUID | None = None
    mediator_id: UUID | None = None
    specialist_id: UUID | None = None

    @property
    def reach(self) -> Reach:
        """Say how far this person sees."""
        return REACH[self.role]

    def may(self, permission: Permission) -> bool:
        """Say whether the role carries a permission."""
        return permission in MAY[self.role]

    def demand(self, permission: Permission) -> None:
        """Raise NotAllowed unless the role carries the permission."""
        if not self.may(permission):
            raise NotAllowed("您的岗位不能做这一步。如确需办理，请联系本单位负责人或县中心管理员。")


def actor_of(session: Session, county_id: str, user_id: UUID) -> Actor:
    """Find who a user is now; NotFound if unknown, NotAllowed if disabled."""
    user = session.get(User, (county_id, user_id))
    if user is None:
        raise NotFound("没有这个用户，请重新登录。")
    return in_post(county_id, user_id, user)


def actor_behind(work: Work) -> Actor:
    """Find who says the command at work."""
    return actor_of(work.session, work.command.county_id, work.command.actor_id)


def in_post(county_id: str, user_id: UUID, user: Any) -> Actor:  # noqa: ANN401 (a user, or a row with POST)
    """Make the person from what their account says now; NotAllowed if disabled."""
    if user.disabled_on is not None:
        raise NotAllowed("这个账号已停用，请联系管理员。")
    return Actor(
        county_id=county_id,
        user_id=user_id,
        name=user.name,
        role=Role(user.role),
        township_code=user.township_code,
        village_code=user.village_code,
        committee_id=user.committee_id,
        mediator_id=user.mediator_id,
        specialist_id=user.specialist_id,
    )
