"""One's own password: proven, judged, hashed, and then stored by a command."""

from dataclasses import dataclass, field

from app.access.actor import Actor
from app.access.commands import ChangePassword
from app.access.password_rules import check_password
from app.access.sign_in import Gate
from app.kernel.clock import day_of
from app.kernel.errors import Incomplete
from app.people.users import User
from app.places.model import County


@dataclass(frozen=True)
class NewPassword:
    """What a person typed, and the sign-in they typed it in."""

    old: str = field(repr=False)
    new: str = field(repr=False)
    address: str | None
    kept: bytes = field(repr=False)


def change_own_password(gate: Gate, actor: Actor, said: NewPassword) -> None:
    """Change it; Incomplete says which of the fields is wrong and why."""
    with gate.bus.database.read() as session:
        login = session.get_one(User, (actor.county_id, actor.user_id)).login
        county = session.get_one(County, actor.county_id)
        personal = (login, actor.name, county.name, county.short_name)
    gate.confirm(actor.county_id, login, said.old, said.address)
    check_password(said.new, personal)
    if said.new == said.old:
        raise Incomplete("新密码和现在的一样。请换一个新的。", field="new_password")
    change = ChangePassword(
        county_id=actor.county_id,
        actor_id=actor.user_id,
        on=day_of(gate.bus.clock.now()),
        password_hash=gate.passwords.hash(said.new),
        kept=said.kept,
    )
    gate.bus.execute(change)
