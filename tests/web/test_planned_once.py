"""SQLite plans a statement once: planning anew at every run was a quarter of a case page's time."""

import pytest
from sqlalchemy import event
from sqlcipher3 import dbapi2

from app.web.menu import ITEMS
from tests.case_file import open_case


@pytest.fixture
def shelf(sqlite_shelf):
    return sqlite_shelf


@pytest.fixture
def planned(database):
    """List what SQLite plans: it asks its authorizer then, and only then."""
    found, running, watched = set(), [""], set()

    def note(action, *_):
        if action == dbapi2.SQLITE_READ:
            found.add(running[0])
        return dbapi2.SQLITE_OK

    def see(connection, _cursor, statement, *_):
        line = connection.connection.driver_connection
        running[0] = statement
        if line not in watched:
            watched.add(line)
            line.set_authorizer(note)

    event.listen(database.engine, "before_cursor_execute", see)
    return found


@pytest.mark.parametrize("name", ["才让卓玛", "扎西多杰", "李主任", "完玛"])
def test_no_page_is_planned_anew(name, as_user, planned, database, world, bus):
    file = open_case(database, world, bus)
    client = as_user(name)
    paths = ["/cases?q=扎西", f"/cases/{file.id}", *(item.path for item in ITEMS)]
    for path in paths * 2:
        client.get(path)
    planned.clear()
    for path in paths:
        client.get(path)
    assert not planned
