"""What the laptops' door costs: commands kept, decided and answered beside the bare handlers.

Both sides run the same commands on the same kind of database, in turns; commands a second of CPU,
medians of interleaved rounds.
The bare side commits each command once; the centre keeps a batch sealed, then decides each with its
receipt. Ends with an error below half the bare rate.
Run: python -m bench.sync [commands]
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID, uuid4

from app.access.actor import actor_of
from app.authority import authorize
from app.handlers import HANDLERS
from app.kernel.bus import Bus
from app.kernel.clock import frozen
from app.reactions import REACTIONS
from app.sync.arriving import Item, Sender
from app.sync.commands import KeepFieldNote
from app.sync.deciding import receive
from app.sync.devices import meet_device
from app.sync.enums import NoteKind
from app.sync.envelope import Envelope
from tests.case_file import open_case
from tests.databases import SqliteShelf
from tests.world import COUNTY, NOW, TODAY

AUTHOR, ROUNDS, BATCH = "扎西多杰", 5, 50
BAR = 0.5
TEXT = "双方在草场边各说各的，约定三天后再谈。"


def main(count: int) -> None:
    """Print both rates and their ratio; exit 1 below the bar."""
    shelf = SqliteShelf(Path(tempfile.mkdtemp(prefix="bench-sync-")))
    with shelf.fresh() as database:
        bus = Bus(database, HANDLERS, REACTIONS, authorize, frozen(NOW))
        file = open_case(database, shelf.world, bus)
        author, device = shelf.world.users[AUTHOR], uuid4()
        with database.write() as session:
            meet_device(session, actor_of(session, COUNTY, author), device, NOW)
        bare: list[float] = []
        door: list[float] = []
        for n in range(ROUNDS):
            bare.append(count / _seconds(partial(_bare, bus, author, file.id, count)))
            version = file.read(lambda case: case.version)
            numbers = range(n * count + 1, (n + 1) * count + 1)
            items = [_item(device, author, file.id, number, version) for number in numbers]
            door.append(count / _seconds(partial(_door, bus, author, items)))
    ratio = median(door) / median(bare)
    print(
        f"裸处理 {median(bare):.0f} 条/CPU 秒，中心收下并办 {median(door):.0f} 条/CPU 秒，比值 {ratio:.2f}"
    )
    sys.exit(ratio < BAR)


def _seconds(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def _bare(bus: Bus, author: UUID, case_id: UUID, count: int) -> None:
    who: dict[str, Any] = {"county_id": COUNTY, "actor_id": author, "on": TODAY}
    for _ in range(count):
        bus.execute(KeepFieldNote(**who, case_id=case_id, kind=NoteKind.VISIT, text=TEXT))


def _door(bus: Bus, author: UUID, items: list[Item]) -> None:
    sender = Sender(COUNTY, author, author)
    for start in range(0, len(items), BATCH):
        results = receive(bus, sender, items[start : start + BATCH])
        if {one["status"] for one in results} != {"applied"}:
            raise RuntimeError(results)


def _item(device: UUID, author: UUID, case_id: UUID, sequence: int, version: int) -> Item:
    said = {
        "id": str(uuid4()), "device": str(device), "sequence": sequence, "actor": str(author),
        "type": "note.add", "case_id": str(case_id), "base_version": version, "prev": None,
        "occurred_at": f"{NOW:%Y-%m-%dT%H:%M:%SZ}", "protocol": 3, "attachments": [],
        "payload": {"kind": "visit", "text": TEXT, "on": "2026-03-02"},
    }  # fmt: skip
    return Item(Envelope.read(said), NOW)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
