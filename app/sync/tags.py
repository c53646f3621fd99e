"""Footprints of what came in from laptops."""

from enum import StrEnum


class Tag(StrEnum):
    """What happened between a laptop and the centre."""

    ENROLLED = "offline:device:enrolled"
    STOPPED = "offline:device:stopped"
    FLAGGED = "offline:command:flagged"
    CONTRADICTED = "offline:command:contradicted"
    SENT_BACK = "offline:command:sent_back"
    TAKEN_ALONG = "case:custody:taken"
    CAME_BACK = "case:custody:ended"
    NOTED = "offline:note:kept"
    PRINTED = "offline:paper:printed"
    SETTLED = "offline:command:settled"
    ASSIGNED = "offline:command:assigned"
    STICK_IMPORTED = "offline:stick:imported"
    RELENT = "offline:numbers:relent"
    TRUSTED = "offline:numbers:trusted"
    RELEASED = "offline:person:released"
    WITHDRAWN = "offline:record:withdrawn"
