"""Command type → function: the table of contents of the system."""

from app.kernel.bus import Handler
from app.kernel.commands import Command

HANDLERS: dict[type[Command], Handler] = {}
