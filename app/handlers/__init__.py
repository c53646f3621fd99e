"""Command type → function: the table of contents of the system, one file a feature."""

from app.handlers import (
    access,
    aftercare,
    agreements,
    cases,
    deadlines,
    dossiers,
    inbox,
    intake,
    meetings,
    messages,
    people,
    places,
    registers,
    rescue,
    rota,
    rulebooks,
    screenings,
    supervision,
    sync,
)
from app.kernel.bus import Handlers

FEATURES = (
    access,
    aftercare,
    agreements,
    cases,
    deadlines,
    dossiers,
    inbox,
    intake,
    meetings,
    messages,
    people,
    places,
    registers,
    rescue,
    rota,
    rulebooks,
    screenings,
    supervision,
    sync,
)

HANDLERS: Handlers = {
    command: handler for feature in FEATURES for command, handler in feature.HANDLERS.items()
}
