"""/api/offline: the centre's end of the village desk (docs/offline.md)."""

from app.web.offline import blobs, bundle, commands, recovery, session, sticks

PAGES = (
    session.page,
    commands.page,
    blobs.page,
    bundle.page,
    sticks.page,
    recovery.page,
)
