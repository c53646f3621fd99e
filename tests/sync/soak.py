"""Many laptops, one centre, everything going wrong: a machine that hypothesis drives.

Laptops keep the client's rules of docs/offline.md; the centre is the real one, on its own database,
with a bus that can die before or after an effect, and backups that are put back.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID, uuid4

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import func, select

from app.access.actor import actor_of
from app.agreements.leases import NumberLease
from app.agreements.model import Agreement, AgreementRevision
from app.agreements.restorations import note_restoration
from app.authority import authorize
from app.cases.commands import RecordRightsTold
from app.handlers import HANDLERS
from app.kernel.bus import Bus
from app.kernel.clock import Clock
from app.kernel.errors import DomainError
from app.kernel.footprints import verify
from app.reactions import REACTIONS
from app.sync.arriving import Item, Sender
from app.sync.bundle import bundle
from app.sync.commands import BringBack, TakeAlong, TakeBack
from app.sync.custody_records import Custody
from app.sync.deciding import receive
from app.sync.devices import find_device, meet_device, missing_of
from app.sync.envelope import Envelope
from app.sync.model import Arrival, FieldNote
from app.sync.reconciling import Announcement, reconcile
from app.sync.relending import Printed
from tests.case_file import open_case
from tests.databases import RING
from tests.sync.test_commands import WORDING
from tests.world import COUNTY, NOW, TODAY

AUTHORS = ("扎西多杰", "完玛", "才让卓玛")
SEATS = (("扎西多杰", 0), ("扎西多杰", 1), ("完玛", 1), ("完玛", 2), ("才让卓玛", 3))
DONE = {"applied", "conflict", "rejected"}


class Died(RuntimeError):
    """The centre's process ended here."""


class FrailBus(Bus):
    """A bus that dies at a command, before its effect or just after it."""

    dies = None

    def carry(self, command, session, *, key=None):
        if self.dies == "before":
            raise Died
        answer = super().carry(command, session, key=key)
        if self.dies == "after":
            raise Died
        return answer


@dataclass
class Machine:
    """One laptop: it counts over all its people, keeps every envelope, and who got which receipt."""

    id: UUID = field(default_factory=uuid4)
    top: int = 0
    skew: timedelta = timedelta()
    rows: list = field(default_factory=list)
    receipts: dict = field(default_factory=dict)
    bundles: dict = field(default_factory=dict)

    def waiting(self, name):
        return [
            one
            for one in self.rows
            if one.author == name and one.envelope["id"] not in self.receipts
        ]


@dataclass
class Row:
    """What one person wrote: the envelope, and a word that stands in nothing else."""

    author: str
    envelope: dict
    token: str


class Village(RuleBasedStateMachine):
    """The whole county at its villages."""

    shelf = None
    lived: list[int] = []  # noqa: RUF012 (how many commands each history that ended had written)

    def __init__(self):
        super().__init__()
        self.now = NOW
        self.opening = self.shelf.fresh()
        self.database = self.opening.__enter__()
        self.world = self.shelf.world
        self.laptops = [Machine() for _ in range(4)]
        self.backup = None
        self.bus = self._bus()
        self.cases = [
            open_case(self.database, self.world, self.bus, file_number=f"（2026）共倒人调字第{n}号")
            for n in (1, 2)
        ]

    def _bus(self):
        return FrailBus(self.database, HANDLERS, REACTIONS, authorize, Clock(lambda: self.now))

    def teardown(self):
        try:
            self._come_home()
            self._nothing_lost()
            self.lived.append(sum(len(laptop.rows) for laptop in self.laptops))
        finally:
            self.opening.__exit__(None, None, None)

    # What people do on their laptops.

    @initialize(skews=st.lists(st.integers(-5000, 5000), min_size=4, max_size=4))
    def clocks_are_wrong(self, skews):
        for laptop, minutes in zip(self.laptops, skews, strict=True):
            laptop.skew = timedelta(minutes=minutes)

    @rule(seat=st.sampled_from(SEATS), case=st.integers(0, 1))
    def note(self, seat, case):
        payload = {"kind": "visit", "text": "{token}", "on": "2026-03-02"}
        self._write(seat, "note.add", case, payload)

    @rule(seat=st.sampled_from(SEATS), case=st.integers(0, 1))
    def draft(self, seat, case):
        laptop = self.laptops[seat[1]]
        numbers = laptop.bundles.get((seat[0], case), {}).get("numbers", [])
        payload = {"wording": WORDING | {"facts": "{token}"}}
        used = {row.envelope["payload"].get("number") for row in laptop.rows}
        free = [one for one in numbers if one not in used]
        self._write(seat, "agreement.draft", case, payload | ({"number": free[0]} if free else {}))

    @rule(seat=st.sampled_from(SEATS), case=st.integers(0, 1))
    def redraft(self, seat, case):
        laptop, case_id = self.laptops[seat[1]], str(self.cases[case].id)
        mine = [
            row for row in laptop.rows
            if (row.author, row.envelope["case_id"]) == (seat[0], case_id)
            and row.envelope["type"] == "agreement.draft"
        ]  # fmt: skip
        if not mine:
            return
        first = next(row for row in reversed(mine) if "agreement_id" not in row.envelope["payload"])
        payload = {
            "wording": WORDING | {"facts": "{token}"},
            "agreement_id": {"$answer": first.envelope["id"]},
        }
        self._write(seat, "agreement.draft", case, payload, prev=mine[-1].envelope["id"])

    @rule(seat=st.sampled_from(SEATS), case=st.integers(0, 1), was=st.sampled_from(("", "塔秀村")))
    def correct(self, seat, case, was):
        party = str(self.cases[case].parties["才旦"])
        change = {"field": "address", "was": was, "now": "{token}"}
        self._write(seat, "party.correct", case, {"party_id": party, "changes": [change]})

    def _write(self, seat, kind, case, payload, prev=None):
        author, n = seat
        laptop, file = self.laptops[n], self.cases[case]
        laptop.top += 1
        token = f"词{uuid4().hex}"
        known = laptop.bundles.get((author, case), {})
        envelope = {
            "id": str(uuid4()), "device": str(laptop.id), "sequence": laptop.top,
            "actor": str(self.world.users[author]), "type": kind, "case_id": str(file.id),
            "base_version": known.get("version"), "prev": prev, "protocol": 3, "attachments": [],
            "occurred_at": f"{self.now + laptop.skew:%Y-%m-%dT%H:%M:%SZ}",
            "payload": _filled(payload, token),
        }  # fmt: skip
        laptop.rows.append(Row(author, envelope, token))

    # What happens on the way.

    @rule(
        seat=st.sampled_from(SEATS), order=st.randoms(use_true_random=False),
        fault=st.sampled_from((None, None, "before", "after", "unheard", "twice", "cut")),
        shuffles=st.booleans(),
    )  # fmt: skip
    def sync(self, seat, order, fault, shuffles):
        author, n = seat
        laptop = self.laptops[n]
        self._reconcile(author, laptop)
        rows = laptop.waiting(author)
        if shuffles:
            order.shuffle(rows)
        if fault == "cut":
            rows = rows[: len(rows) // 2]
        self.bus.__dict__["dies"] = fault if fault in {"before", "after"} else None
        results = self._bring(author, laptop, rows)
        if fault == "twice":
            results = self._bring(author, laptop, rows)
        self.bus.__dict__["dies"] = None
        if fault != "unheard":
            self._hear(laptop, results)

    def _bring(self, author, laptop, rows):
        sender = Sender(COUNTY, self.world.users[author], self.world.users[author])
        items = [
            Item(Envelope.read(row.envelope), self.now + laptop.skew) for row in rows
        ]  # fmt: skip
        return receive(self.bus, sender, items)

    def _hear(self, laptop, results):
        hashes = {row.envelope["id"]: Envelope.read(row.envelope).sha256 for row in laptop.rows}
        for result in results:
            assert result["status"] in DONE | {"retry"}, result
            if result["status"] in DONE:
                assert result["sha256"] == hashes[result["id"]]
                laptop.receipts[result["id"]] = result["status"]

    def _numbers(self, author, laptop):
        lent = [
            (self.cases[case].id, number)
            for (name, case), told in laptop.bundles.items()
            if name == author
            for number in told["numbers"]
        ]
        return tuple(Printed(*one) for one in {*lent, *_used(laptop.rows, author)})

    def _reconcile(self, author, laptop):
        numbers = self._numbers(author, laptop)
        said = Announcement(laptop.top, sent_at=self.now + laptop.skew, numbers=numbers)
        with self.database.write() as session:
            actor = actor_of(session, COUNTY, self.world.users[author])
            device = meet_device(session, actor, laptop.id, self.now)
            reconcile(session, actor, device, said, self.now)
            missing = set(missing_of(session, device))
        for row in laptop.rows:
            if row.envelope["sequence"] in missing:
                laptop.receipts.pop(row.envelope["id"], None)

    @rule(seat=st.sampled_from(SEATS))
    def fetch(self, seat):
        author, n = seat
        laptop = self.laptops[n]
        with self.database.write() as session:
            actor = actor_of(session, COUNTY, self.world.users[author])
            meet_device(session, actor, laptop.id, self.now)
            told = bundle(session, actor, laptop.id, self.now)["cases"]
        held = {one["id"]: one for one in told}
        for case, file in enumerate(self.cases):
            laptop.bundles.pop((author, case), None)
            if str(file.id) in held:
                laptop.bundles[author, case] = held[str(file.id)]

    # What happens at the centre.

    @rule(name=st.sampled_from(AUTHORS), case=st.integers(0, 1))
    def take_along(self, name, case):
        self._say(case, TakeAlong, name)

    @rule(name=st.sampled_from(AUTHORS), case=st.integers(0, 1))
    def bring_back(self, name, case):
        self._say(case, BringBack, name)

    @rule(case=st.integers(0, 1))
    def take_back(self, case):
        self._say(case, TakeBack, "李主任", because="换人")

    @rule(case=st.integers(0, 1))
    def centre_works(self, case):
        party = (self.cases[case].parties["旦正"],)
        self._say(case, RecordRightsTold, "扎西多杰", party_ids=party)

    def _say(self, case, what, name, **said):
        actor = self.world.users[name]
        command = what(
            county_id=COUNTY, actor_id=actor, on=TODAY, case_id=self.cases[case].id, **said
        )
        with suppress(DomainError):
            self.bus.execute(command)

    @rule(hours=st.integers(1, 400))
    def time_goes_by(self, hours):
        self.now += timedelta(hours=hours)

    @precondition(lambda self: self.backup is None)
    @rule()
    def back_up(self):
        self.backup, self.copied_at = self.shelf.copied(self.database), self.now

    @precondition(lambda self: self.backup is not None)
    @rule()
    def restore(self):
        self.shelf.put_back(self.database, self.backup)
        self.backup = None
        with self.database.write() as session:
            note_restoration(session, self.copied_at, self.now)

    # What must always hold.

    @invariant()
    def one_holder_one_line(self):
        with self.database.read() as session:
            held = select(func.count()).where(
                Custody.county_id == COUNTY, Custody.ended_at.is_(None)
            )
            counts = session.scalars(held.group_by(Custody.case_id)).all()
            assert set(counts) <= {1}
            self._one_line(session)

    def _one_line(self, session):
        agreements = session.scalars(select(Agreement).where(Agreement.county_id == COUNTY)).all()
        leases = session.scalars(
            select(NumberLease).where(
                NumberLease.county_id == COUNTY, NumberLease.released_at.is_(None)
            )
        ).all()
        used = {(one.case_id, one.ordinal): one.id for one in agreements}
        assert len(used) == len(agreements) == len({one.number for one in agreements})
        lent = [(one.case_id, one.ordinal) for one in leases]
        assert len(lent) == len(set(lent))
        for one in leases:
            assert used.get((one.case_id, one.ordinal)) == one.agreement_id
        revisions = session.execute(
            select(AgreementRevision.agreement_id, AgreementRevision.revision).where(
                AgreementRevision.county_id == COUNTY
            )
        ).all()
        for one in agreements:
            mine = sorted(n for agreement_id, n in revisions if agreement_id == one.id)
            assert mine == list(range(1, one.revision + 1))

    def _come_home(self):
        """Let every laptop sync until nothing waits."""
        for _ in range(3):
            for author, n in SEATS:
                laptop = self.laptops[n]
                self._reconcile(author, laptop)
                self._hear(laptop, self._bring(author, laptop, laptop.waiting(author)))

    def _nothing_lost(self):
        with self.database.read() as session:
            arrived = {
                str(one.id): one
                for one in session.scalars(select(Arrival).where(Arrival.county_id == COUNTY))
            }
            written = [row for laptop in self.laptops for row in laptop.rows]
            assert len(arrived) == len(written)
            printed = [one for laptop in self.laptops for one in _used(laptop.rows)]
            assert len(printed) == len(set(printed)), "a number stands on two papers"
            notes, facts = _said(session)
            for row in written:
                self._told_once(row, arrived[row.envelope["id"]], notes, facts)
            for laptop in self.laptops:
                device = find_device(session, COUNTY, laptop.id)
                assert device is None or (device.announced, missing_of(session, device)) == (
                    laptop.top,
                    [],
                )
            assert verify(session, COUNTY, RING.chain_key).broken_at is None

    def _told_once(self, row, arrival, notes, facts):
        user = self.world.users[row.author]
        envelope = Envelope.read(row.envelope)
        assert (arrival.actor_id, arrival.sha256) == (user, envelope.sha256)
        kind, status = row.envelope["type"], arrival.status
        assert status in ({"applied"} if kind == "note.add" else DONE), (kind, status)
        is_done = [user] if status == "applied" else []
        if kind == "note.add":
            assert notes.get(row.token, []) == is_done
        if kind == "agreement.draft":
            assert facts.get(row.token, []) == is_done


def _used(rows, author=None):
    """List the numbers that people wrote on, and may have printed."""
    said = [row.envelope for row in rows if author in {None, row.author}]
    return [
        (UUID(one["case_id"]), one["payload"]["number"])
        for one in said
        if one["payload"].get("number")
    ]


def _said(session):
    notes, facts = {}, {}
    mine = FieldNote.county_id == COUNTY, AgreementRevision.county_id == COUNTY
    for text, who in session.execute(select(FieldNote.text, FieldNote.noted_by).where(mine[0])):
        notes.setdefault(text, []).append(who)
    drafts = select(AgreementRevision.facts, AgreementRevision.saved_by).where(mine[1])
    for text, who in session.execute(drafts):
        facts.setdefault(text, []).append(who)
    return notes, facts


def _filled(value, token):
    if isinstance(value, dict):
        return {name: _filled(one, token) for name, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, token) for one in value]
    return token if value == "{token}" else value
