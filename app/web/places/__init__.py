"""/places: divisions, grid cells, household groups; and the rounds that go through them."""

from flask import Blueprint

from app.web import screenings
from app.web.places import areas, cells, groups, places, rooms

PAGES: tuple[Blueprint, ...] = (
    areas.page,
    cells.page,
    groups.page,
    places.page,
    rooms.page,
    *screenings.PAGES,
)
