"""Store first, together: few statements a command, and two windows that cross do no harm."""

from collections import Counter

import pytest
from sqlalchemy import event

from app.sync import keeping
from app.sync.model import Arrival
from tests.sync.test_commands import version


def note(laptop, file, **more):
    said = {"kind": "visit", "text": "双方在草场边各说各的。", "on": "2026-03-02"}
    return laptop.write("note.add", file.id, said, base_version=version(file), **more)


def counted(database):
    said = Counter()
    event.listen(
        database.engine,
        "before_cursor_execute",
        lambda _line, _cursor, text, *_: said.update([text.split()[0]]),
    )
    return said


def test_五十条一批_每条不多于十三句(laptop, file, database):
    mine = laptop("扎西多杰")
    mine.bring_one(note(mine, file))
    envelopes = [note(mine, file) for _ in range(50)]
    said = counted(database)
    assert {one["status"] for one in mine.bring(*envelopes)} == {"applied"}
    assert sum(said.values()) / 50 < 13
    assert said["INSERT"] >= 100  # a note and a footprint each


def test_同一条在一批里来两次_只办一次(laptop, file):
    mine = laptop("扎西多杰")
    one = note(mine, file)
    first, second = mine.bring(one, one)
    assert (first["status"], second["status"]) == ("applied", "applied")
    assert (first.get("duplicate"), second.get("duplicate")) == (None, True)
    (row,) = file.rows(Arrival)
    assert row.attempts == 2


def test_同一号码在一批里给了两条_先来的收下(laptop, file):
    mine = laptop("扎西多杰")
    one = note(mine, file)
    other = note(mine, file) | {"sequence": one["sequence"]}
    assert [r["status"] for r in mine.bring(one, other)] == ["applied", "key_reused"]


@pytest.fixture
def crossed(monkeypatch):
    """Let the next look miss what another window has just brought."""
    look, missed = keeping._held, []  # noqa: SLF001 (the instant between look and keep)

    def blind(session, county_id, items):
        if missed:
            return look(session, county_id, items)
        missed.append(1)
        return keeping.Held({}, {})

    return lambda: monkeypatch.setattr(keeping, "_held", blind)


def test_两个窗口同时上传_各得各的答复(laptop, file, crossed):
    mine = laptop("扎西多杰")
    known, fresh = note(mine, file), note(mine, file)
    mine.bring_one(known)
    other = note(mine, file) | {"sequence": known["sequence"]}
    crossed()
    results = mine.bring(known, fresh, other)
    assert [one["status"] for one in results] == ["applied", "applied", "key_reused"]
    assert [one.get("duplicate") for one in results] == [True, None, None]
    assert len(file.rows(Arrival)) == 2
