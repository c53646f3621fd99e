"""Command type → function: the table of contents of the system."""

from app.kernel.bus import Handler
from app.kernel.commands import Command
from app.places.areas import import_areas
from app.places.commands import ImportAreas

HANDLERS: dict[type[Command], Handler] = {
    ImportAreas: import_areas,
}
