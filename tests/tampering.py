"""Doing to the footprints what the database refuses: as somebody would who has it in their hands."""

from sqlalchemy import text


def unlock(session) -> None:
    """Take the triggers away that keep footprints from being changed."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("DROP TRIGGER case_events_no_update"))
        session.execute(text("DROP TRIGGER case_events_no_delete"))
    else:
        session.execute(text("ALTER TABLE case_events DISABLE TRIGGER USER"))
