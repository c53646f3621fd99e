"""The HTTP door: one folder a feature, one file a resource."""

from flask import Blueprint, Flask

from app.web import (
    acceptance,
    aftercare,
    afterwards,
    agreements,
    api,
    assets,
    closing,
    csrf,
    deadlines,
    desk,
    edge,
    errors,
    guard,
    handovers,
    headers,
    health,
    inbox,
    intake,
    meetings,
    messages,
    navigation,
    papers,
    people,
    places,
    refusals,
    registers,
    rota,
    rulebooks,
    shown,
    sign_in,
    today,
    witness,
)
from app.web.cases import disclosure, routing_view, show
from app.web.cases import list as case_list

PAGES: tuple[Blueprint, ...] = (
    *acceptance.PAGES,
    *aftercare.PAGES,
    *agreements.PAGES,
    *api.PAGES,
    *closing.PAGES,
    *deadlines.PAGES,
    *desk.PAGES,
    *handovers.PAGES,
    *intake.PAGES,
    *meetings.PAGES,
    *messages.PAGES,
    *papers.PAGES,
    *people.PAGES,
    *places.PAGES,
    *registers.PAGES,
    *rota.PAGES,
    *rulebooks.PAGES,
    case_list.page,
    disclosure.page,
    health.page,
    inbox.page,
    routing_view.page,
    show.page,
    sign_in.page,
    today.page,
)


def register(flask: Flask) -> None:
    """Hang the edge, the guard, the shell, the error answers and every page on the application."""
    witness.register(flask)
    edge.register(flask)  # before the guard: what cannot be read is refused first
    guard.register(flask)
    csrf.register(flask)  # after the guard: a stranger is asked to sign in first
    for part in (afterwards, errors, headers, assets, inbox, navigation, refusals, shown):
        part.register(flask)
    for page in PAGES:
        flask.register_blueprint(page)
