"""What the forms about people may choose from, in the county of the person who asks."""

from uuid import UUID

from sqlalchemy import select

from app.access.roles import Role
from app.kernel.errors import NotFound
from app.people.bodies import Committee
from app.people.reading import mediators_of, specialists_of
from app.people.users import User
from app.places.reading import KINDS, areas_inside
from app.web import door
from app.web.said import said
from forms.user import ROLES, PostForm

Pairs = list[tuple[UUID, str]]


def committees() -> Pairs:
    """List the committees that still stand."""
    mine = (Committee.county_id == door.actor().county_id, Committee.dissolved_on.is_(None))
    found = door.reading().scalars(select(Committee).where(*mine).order_by(Committee.area_code))
    return [(one.id, one.name) for one in found]


def mediators() -> Pairs:
    """List the serving mediators, with what tells two of one name apart."""
    found = mediators_of(door.reading(), door.actor().county_id)
    return [(one.id, f"{one.name}（{_age(one.born_on)}{one.ethnicity or ''}）") for one in found]


def specialists() -> Pairs:
    """List the specialists."""
    found = specialists_of(door.reading(), door.actor().county_id)
    return [(one.id, f"{one.name}（{one.field}）") for one in found]


def grid_workers() -> Pairs:
    """List the accounts of grid workers."""
    mine = (User.county_id == door.actor().county_id, User.role == Role.GRID_WORKER)
    active = select(User).where(*mine, User.disabled_on.is_(None)).order_by(User.name)
    return [(one.id, one.name) for one in door.reading().scalars(active)]


def areas(*levels: str) -> list[tuple[str, str]]:
    """List areas of some levels by code, which tells two of one name apart."""
    county = door.actor().county_id
    found = areas_inside(door.reading(), county, levels)
    return [(one.code, f"{one.name} {KINDS[one.level]}（{one.code}）") for one in found]


def fill_post(form: PostForm) -> None:
    """Give a form about a post everything it chooses from."""
    form.role.offer(ROLES)
    form.committee_id.offer(committees())
    form.mediator_id.offer(mediators())
    form.specialist_id.offer(specialists())
    form.village_code.offer(areas("village"))


def told(kind: str, words: list[str]) -> str:
    """Say several stored words in one line."""
    return "、".join(said(kind, word) for word in words)


def find_user(user_id: UUID) -> User:
    """Find an account of the county."""
    user = door.reading().get(User, (door.actor().county_id, user_id))
    if user is None or user.role == Role.SYSTEM:
        raise NotFound("没有找到这个账号，请从用户名单重新进入。")
    return user


def _age(born_on: object) -> str:
    return f"{str(born_on)[:4]}年生，" if born_on else ""
