"""/places: divisions, grid cells, household groups."""

from flask import Blueprint

from app.web.places import areas, cells, groups, places

PAGES: tuple[Blueprint, ...] = (areas.page, cells.page, groups.page, places.page)
