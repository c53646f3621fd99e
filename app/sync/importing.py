"""Take in what a stick brought: the same keeping and deciding as over the network.

A later sync of the same commands finds them done; a stick brought twice changes nothing.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from app.access.actor import Actor, actor_of
from app.dossiers.commands import Content
from app.dossiers.shelf import keep
from app.kernel.bus import Bus, Work
from app.kernel.clock import day_of
from app.kernel.commands import Command
from app.kernel.errors import DomainError, Incomplete, NotAllowed
from app.permissions import Permission
from app.sync.arriving import Item, Sender
from app.sync.blobs import kind_of_content
from app.sync.deciding import receive
from app.sync.devices import find_device, meet_device
from app.sync.enums import CameBy
from app.sync.envelope import Envelope
from app.sync.keeping import Result
from app.sync.keys import import_key
from app.sync.sticks import NOT_OURS, Stick, is_marked, opened
from app.sync.tags import Tag

AT_ONCE = 50
FOREIGN = "这一条不是作者本人在那台电脑上封存的，没有收下。请查清文件从哪里来。"
STOPPED = "这台电脑已经停用，它的封存文件不能再导入。请联系县中心负责人。"


def import_stick(bus: Bus, actor: Actor, said: Mapping[str, Any]) -> list[Result]:
    """Take in a sealed file; answer one result a command, in the order they were written."""
    actor.demand(Permission.CASE_IMPORT)
    with bus.database.write() as session:
        stick = _opened(session, actor, said)
        refused = _refused(bus, session, actor, stick)
        ours = [one for one, _ in stick.marked if one.id not in refused]
        on = day_of(bus.clock.now())
        command = Command(county_id=actor.county_id, actor_id=actor.user_id, on=on)
        work = Work(session, command, bus.clock.now(), bus.database.ring)
        _shelve(work, stick, ours)
        work.record(
            Tag.STICK_IMPORTED, device_id=stick.device, taken=len(ours), refused=len(refused)
        )
    results = iter(_received(bus, actor, ours))
    return [refused.get(one.id) or next(results) for one, _ in stick.marked]


def _opened(session: Session, actor: Actor, said: Mapping[str, Any]) -> Stick:
    key = import_key(session, actor.county_id)
    if key is None:
        raise Incomplete(NOT_OURS, field="file")
    stick = opened(key, said)
    device = find_device(session, actor.county_id, stick.device)
    if device is not None and device.stopped_at is not None:
        raise NotAllowed(STOPPED)
    return stick


def _refused(bus: Bus, session: Session, actor: Actor, stick: Stick) -> dict[Any, Result]:
    """Name the commands that are not their author's, or whose author cannot work any more."""
    found = {}
    for envelope, mark in stick.marked:
        try:
            if not is_marked(bus.database.ring, actor.county_id, envelope, mark):
                raise NotAllowed(FOREIGN)
            author = actor_of(session, actor.county_id, envelope.actor)
            meet_device(session, author, stick.device, bus.clock.now())
        except DomainError as error:
            said = {"status": "retry", "code": "mark", "sentence": str(error)}
            found[envelope.id] = {"id": str(envelope.id), **said}
    return found


def _shelve(work: Work, stick: Stick, ours: Iterable[Envelope]) -> None:
    """Put the files of our commands on the shelf, whole by their hash."""
    for sha in {file.sha256 for one in ours for file in one.attachments}:
        content = stick.blobs.get(sha, b"")
        kind = kind_of_content(content)
        if kind is not None and hashlib.sha256(content).hexdigest() == sha:
            keep(Content(content, sha, kind, 1), work)


def _received(bus: Bus, actor: Actor, ours: Sequence[Envelope]) -> list[Result]:
    """Keep and decide, each run of one author's commands in that author's name."""
    results: list[Result] = []
    for author, run in groupby(ours, key=lambda one: one.actor):
        sender = Sender(actor.county_id, author, actor.user_id, CameBy.STICK)
        # A stick travels for days: that says nothing of the laptop's clock.
        items = [Item(one, bus.clock.now()) for one in run]
        for start in range(0, len(items), AT_ONCE):
            results += receive(bus, sender, items[start : start + AT_ONCE])
    return results
