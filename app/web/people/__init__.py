"""/people: committees, mediators, specialists, users."""

from flask import Blueprint

from app.web.people import (
    changes,
    committee_changes,
    committees,
    mediator_changes,
    mediators,
    members,
    specialists,
    users,
)

PAGES: tuple[Blueprint, ...] = (
    changes.page,
    committee_changes.page,
    committees.page,
    mediator_changes.page,
    mediators.page,
    members.page,
    specialists.page,
    users.page,
)
