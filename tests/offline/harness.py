"""A laptop and a centre that a test really kills: what each scenario is driven with.

Learnt by running: `set_offline` alone is not enough, the server is killed as well; power cuts are
SIGKILL, never a polite close; a promise is truthy, so waits poll with `evaluate`.
"""

import contextlib
import json
import os
import shutil
import signal
import socket
import time
from pathlib import Path
from uuid import UUID

from playwright.sync_api import expect
from sqlalchemy import select, update

from app.access.actor import actor_of
from app.access.sessions import SignIn
from app.authority import authorize
from app.cases.intake.commands import CorrectParty
from app.cases.intake.record import PartySaid
from app.cases.model import Case
from app.cases.verbs import renew
from app.dossiers.model import StoredFile
from app.handlers import HANDLERS
from app.kernel.bus import Bus
from app.kernel.clock import Clock
from app.reactions import REACTIONS
from app.sync.arriving import envelope_of, result_of
from app.sync.commands import TakeBack
from app.sync.correcting import said_of
from app.sync.importing import import_stick
from app.sync.model import Arrival, Device
from app.sync.rescue_commands import AgreeToKeyRescue
from app.sync.rescue_records import KeyRescue
from app.web.visitor import COOKIE
from tests.chromium import FLAGS, program
from tests.offline import centre, county
from tests.offline.county import case_id
from tests.world import COUNTY

WORD = "牦牛 雪山 青稞 酥油"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def until(met, seconds=20, what="等不到"):
    end = time.time() + seconds
    while time.time() < end:
        if met():
            return
        time.sleep(0.05)
    raise AssertionError(what() if callable(what) else what)


class Centre:
    """The real application, as a process; the test looks into its database beside it."""

    def __init__(self, folder):
        self.folder, self.port, self.process = Path(folder), free_port(), None
        self.address = f"http://127.0.0.1:{self.port}"
        self.world = county.found(self.folder)

    def start(self, **env):
        self.process = centre.start(self.port, self.folder, env)
        until(self.answers, 60, lambda: (self.folder / "log").read_text()[-2000:])
        return self

    def answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return True
        except OSError:
            return False

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.join()

    def fault(self, how):
        (self.folder / "fault").write_text(how, encoding="utf-8")

    def mended(self):
        (self.folder / "fault").unlink(missing_ok=True)

    @contextlib.contextmanager
    def rows(self):
        """Open the centre's database for a change."""
        database = county.open_county(self.folder)
        with database.write() as session:
            yield session
        database.dispose()

    def cookie(self, name):
        return county.cookie_of(self.folder, self.world, name)

    def number(self, name):
        return self.world.users[name].hex[-6:].upper()

    @property
    def inbox(self):
        with self.rows() as session:
            kept = session.scalars(select(Arrival).order_by(Arrival.sequence)).all()
            ring = session.info["ring"]
            return [
                {
                    "envelope": envelope_of(row, ring).whole, "sha256": row.sha256,
                    "result": result_of(row, ring), "attempts": row.attempts, "status": row.status,
                }
                for row in kept
            ]  # fmt: skip

    def types(self):
        return [row["envelope"]["type"] for row in self.inbox]

    def blobs(self):
        with self.rows() as session:
            return set(session.scalars(select(StoredFile.sha256)))

    def end_sign_ins(self):
        with self.rows() as session:
            session.execute(update(SignIn).values(ended_at=Clock().now()))

    def revoke(self, device):
        with self.rows() as session:
            row = session.scalars(select(Device).where(Device.id == UUID(device))).one()
            row.stopped_at, row.stopped_because = Clock().now(), "丢了"
            row.stopped_by = self.world.users["李主任"]

    def move_on(self, n):
        """Somebody at the centre changes this case."""
        with self.rows() as session:
            renew(session.scalars(select(Case).where(Case.id == UUID(case_id(n)))).one())

    def contradict(self, n, **changes):
        """Somebody at the centre corrects the first party of this case."""
        database = county.open_county(self.folder)
        party = UUID(case_id(n * 10 + 1))
        with database.read() as session:
            case = session.scalars(select(Case).where(Case.id == UUID(case_id(n)))).one()
            now = said_of(session, case, party, session.info["ring"])
        said = {"party_id": party, "said": PartySaid(**(now | changes))}
        county.say(database, CorrectParty, self.world, n, by="李主任", **said)
        database.dispose()

    def take_back(self, n):
        """A supervisor ends the holder's custody of this case."""
        database = county.open_county(self.folder)
        county.say(database, TakeBack, self.world, n, by="李主任", because="换由镇上办理")
        database.dispose()

    def take_file(self, file):
        """The registrar reads in a sealed file that came on a stick."""
        database = county.open_county(self.folder)
        bus = Bus(database, HANDLERS, REACTIONS, authorize)
        with database.read() as session:
            actor = actor_of(session, COUNTY, self.world.users["马文祥"])
        results = import_stick(bus, actor, json.loads(file.read_text()))
        database.dispose()
        return results

    def give_key(self):
        """Two people at the centre agree to open the key of who forgot the passphrase."""
        database = county.open_county(self.folder)
        bus = Bus(database, HANDLERS, REACTIONS, authorize)
        with database.read() as session:
            number = session.scalars(select(KeyRescue.id)).one()
        for name in ("李主任", "管理员"):
            who = {"county_id": COUNTY, "actor_id": self.world.users[name], "on": Clock().today()}
            bus.execute(AgreeToKeyRescue(**who, rescue_id=number))
        database.dispose()

    def announced(self, device):
        with self.rows() as session:
            return session.scalars(
                select(Device.announced).where(Device.id == UUID(device))
            ).one_or_none()

    def back_up(self):
        copy_folder(self.folder, self.folder.with_name("backup"))

    def restore(self):
        copy_folder(self.folder.with_name("backup"), self.folder)


class Laptop:
    """One browser profile of one laptop."""

    def __init__(self, browser, profile, centre):
        self.type, self.profile, self.centre = browser.browser_type, Path(profile), centre
        self.address = centre.address
        self.context = self.page = None

    def open(self, **options):
        self.context = self.type.launch_persistent_context(
            str(self.profile), executable_path=program(), args=list(FLAGS), locale="zh-CN",
            timezone_id="Asia/Shanghai", viewport={"width": 1280, "height": 800}, **options,
        )  # fmt: skip
        self.page = self.context.pages[0]
        return self.page

    def close(self):
        self.context.close()

    def power_cut(self):
        """Kill every process of this profile, as when the battery goes."""
        for process in Path("/proc").iterdir():
            if process.name.isdigit() and self._ours(process):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(process.name), signal.SIGKILL)
        time.sleep(0.3)
        with contextlib.suppress(Exception):
            self.context.close()
        for lock in self.profile.glob("Singleton*"):
            lock.unlink(missing_ok=True)

    def _ours(self, process):
        try:
            return str(self.profile).encode() in (process / "cmdline").read_bytes()
        except OSError:
            return False

    def desk(self):
        self.page.goto(f"{self.address}/desk")
        return self.page

    def sign_in(self, name="完玛"):
        cookie = {"name": COOKIE, "value": self.centre.cookie(name), "url": self.address}
        self.context.add_cookies([cookie])
        self.desk()

    def begin(self, name="完玛", word=WORD):
        """Sign in, choose a passphrase, wait for the cases and the kept shell."""
        self.sign_in(name)
        self.page.fill("#new-word", word)
        self.page.fill("#same-word", word)
        self.page.click("#enroll button")
        self.page.wait_for_selector("p:has-text('从中心带来')")
        until(lambda: self.page.evaluate("Boolean(navigator.serviceWorker.controller)"))
        return self.page

    def unlock(self, word=WORD, number=None, page=None):
        page = page or self.page
        page.wait_for_selector("#unlock")
        if number:
            page.select_option("#person", label=number)
        page.fill("#word", word)
        page.click("#unlock button")
        page.wait_for_selector("h1:has-text('我带着的案件')")

    def rows(self, page=None):
        return (page or self.page).evaluate(
            "import('/static/desk/outbox.js').then((m) => m.rows()).then((all) => all.map("
            "({seq, id, status, tries, user, case_id, shas}) => ({seq, id, status, tries, user, case_id, shas})))"
        )

    def waits_for(self, count, status="done", seconds=25):
        """Wait until this many rows have that state."""
        until(
            lambda: sum(row["status"] == status for row in self.rows()) >= count,
            seconds, lambda: f"{self.rows()} {self.page.inner_text('.strip')}",
        )  # fmt: skip

    def device(self):
        return self.page.evaluate("import('/static/desk/db.js').then((m) => m.device())")

    def send(self):
        self.page.click("#send")

    def goto(self, path, page=None):
        (page or self.page).evaluate("(h) => { location.hash = h }", path)


def visit(
    laptop,
    n=1,
    text="双方同意以老围栏为界，秋后再量。",
    *,
    photo=None,
    sign=False,
    save=True,
    page=None,
):
    """Write a visit record on a case as a mediator would."""
    page = page or laptop.page
    laptop.goto(f"#write/visit/{case_id(n)}", page)
    page.wait_for_selector("#f-text")
    page.fill("#f-text", text)
    page.check("[name=method][value=on_site]")
    page.check("[name=result][value=unsettled]")
    if photo:
        page.set_input_files("#f-photos", photo)
        expect(page.locator(".thumbs li")).to_have_count(
            len(photo) if isinstance(photo, list) else 1
        )
    if sign:
        sign_once(page)
    if save:
        page.click("#form button[type=submit]")
        page.wait_for_selector("#told:has-text('写在这台电脑里了')")


def sign_once(page):
    page.click("button[data-more=hands]")
    page.select_option("#f-hands-0-signer", index=1)
    pad = page.locator("canvas.ink")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + 60)
    page.mouse.down()
    for i in range(10):
        page.mouse.move(box["x"] + 30 + i * 12, box["y"] + 60 + (25 if i % 2 else -25), steps=3)
    page.mouse.up()


def tell(laptop, n=1, text="通了电话，答应周五来。"):
    """Write a telephone note: the shortest record."""
    page = laptop.page
    laptop.goto(f"#write/telephone/{case_id(n)}")
    page.wait_for_selector("h1:has-text('电话记录')")
    page.fill("#f-text", text)
    page.click("#form button[type=submit]")
    page.wait_for_selector("#told:has-text('写在这台电脑里了')")


def report(laptop, text="两家为水渠吵起来了。"):
    """Report what was seen, in five answers, as a grid worker does."""
    page = laptop.page
    laptop.goto("#write/report")
    page.wait_for_selector("h1:has-text('随手上报')")
    page.fill("#f-place", "塔秀村二社")
    page.fill("#f-people", "扎西、完么才让")
    page.fill("#f-summary", text)
    page.select_option("#f-dispute_type", index=1)
    page.check("[name=violence][value=none]")
    page.click("#form button[type=submit]")
    page.wait_for_selector("#told:has-text('写在这台电脑里了')")


def copy_folder(source, target):
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


def correct(laptop, n=1, **changes):
    """Correct the first party of a case."""
    page = laptop.page
    laptop.goto(f"#write/correction/{case_id(n)}")
    page.locator("[name=party_id]").first.check()
    for field, value in changes.items():
        page.fill(f"#f-{field}", value)
    page.click("#form button[type=submit]")
    page.wait_for_selector("#told:has-text('写在这台电脑里了')")


def fill_outbox(laptop, count, n=1):
    """Write many notes at once, as after a long journey."""
    laptop.page.evaluate(
        """([case_id, count]) => import('/static/desk/outbox.js').then(async (m) => { for (let n = 0; n < count; n += 1)
        await m.put([{ type: "note.add", case_id, payload: { kind: "other", text: `第${n}条` } }]) })""",
        [case_id(n), count],
    )
