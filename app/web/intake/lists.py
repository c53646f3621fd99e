"""The lists a clerk picks from while typing: places and types of dispute."""

from app.cases.enums import DisputeType
from app.places.offers import Offers, areas_of, offer_of
from app.web import door
from app.words import choices


def areas() -> Offers:
    """List the county's townships and villages, and the counties around it."""
    return areas_of(door.reading(), door.actor().county_id)


def types() -> Offers:
    """List the types of dispute."""
    return Offers(tuple(offer_of(said, value) for value, said in choices(DisputeType)))
