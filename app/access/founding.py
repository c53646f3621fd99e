"""The first rows of a county: its name, its center, and the account the system itself acts from.

Everything else about a county is asked for by somebody; somebody has to be first. The system's
account has no password, so nobody can sign in with it.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.access.roles import Role
from app.kernel.errors import NotNow
from app.kernel.ids import new_id
from app.people.bodies import Committee, CommitteeLevel
from app.people.users import User
from app.places.model import County

SYSTEM_LOGIN = "系统"


def found_county(session: Session, county_id: str, name: str, short_name: str) -> UUID:
    """Make the county and its system account where they are missing; answer the account's id."""
    if session.get(County, county_id) is None:
        session.add(County(county_id=county_id, name=name, short_name=short_name))
        session.add(_center(county_id, name, short_name))
        session.flush()
    known = _system(session, county_id)
    if known is not None:
        return known
    account = User(
        county_id=county_id, id=new_id(), login=SYSTEM_LOGIN, name=SYSTEM_LOGIN, role=Role.SYSTEM
    )
    session.add(account)
    session.flush()
    return account.id


def _center(county_id: str, name: str, short_name: str) -> Committee:
    """Make the county center: where no other committee stands yet, every case has this one."""
    return Committee(
        county_id=county_id,
        id=new_id(),
        name=f"{name}矛盾纠纷调解中心",
        short_name=short_name,
        level=CommitteeLevel.COUNTY_CENTER,
        area_code=county_id,
    )


def system_account(session: Session, county_id: str) -> UUID:
    """Find the account that the clock, imports and the command line act from."""
    found = _system(session, county_id)
    if found is None:
        raise NotNow("这个县还没有安装好，缺少系统账号。请运行：flask --app wsgi setup")
    return found


def _system(session: Session, county_id: str) -> UUID | None:
    wanted = (User.county_id == county_id, User.role == Role.SYSTEM)
    return session.scalar(select(User.id).where(*wanted).order_by(User.id).limit(1))
