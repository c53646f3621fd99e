"""Statements built once: for people of one kind, with bind parameters in place of the person.

Building a page's largest statement took longer than running it (SQLAlchemy, 4 ms against 1 ms);
built once, it is only run.
"""

from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import bindparam

from app.access.actor import Actor
from app.access.roles import Role

FIELDS = (
    "county_id", "user_id", "township_code", "village_code", "committee_id", "mediator_id",
    "specialist_id",
)  # fmt: skip
Kind: TypeAlias = tuple[Role, frozenset[str]]


def kind_of(actor: Actor) -> Kind:
    """Say what a statement about what a person may see depends on, beside the values."""
    return actor.role, frozenset(name for name in FIELDS if getattr(actor, name) is not None)


@cache
def anyone(kind: Kind) -> Actor:
    """Make a person of a kind whose fields are bind parameters; `values_of` fills them."""
    role, known = kind
    nobody = Actor(county_id="", user_id=UUID(int=0), name="", role=role)
    blanks: dict[str, Any] = {name: bindparam(f"my_{name}") for name in known}
    return replace(nobody, **blanks)


def values_of(actor: Actor) -> dict[str, Any]:
    """Give the values of the parameters for this person."""
    return {f"my_{name}": getattr(actor, name) for name in kind_of(actor)[1]}
