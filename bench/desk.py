"""The village desk in Chromium: how long saving a record takes, and what a thin line carries.

Saving is measured whole, from the press to the row read back from the disk (strict durability);
beside it, in turns, a bare IndexedDB put of the same bytes. The line is one of 64 kbit/s with
200 records and some photos of 300 KB: bytes on the line, both ways, over the bytes that had to go,
and the seconds over those that the bare bytes would have taken.
Run: python -m bench.desk [records] [photos]
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.chromium import FLAGS, program
from tests.offline.harness import Centre, Laptop, case_id, fill_outbox, visit
from tests.offline.thin_line import Line

RATE = 8000  # bytes a second: 64 kbit/s
SLOWEST_SAVE, MOST_BYTES = 50, 1.15
SAVES = """async ([caseId, count]) => {
  const { put } = await import('/static/desk/outbox.js');
  const { write } = await import('/static/desk/db.js');
  const [ours, bare] = [[], []];
  for (let n = 0; n < count; n += 1) {
    const text = `双方各自说了草场的来历，第${n}次。`.repeat(20);
    let at = performance.now();
    await put([{ type: "note.add", case_id: caseId, payload: { kind: "visit", text } }]);
    ours.push(performance.now() - at);
    at = performance.now();
    await write("meta", (tx) => tx.store.put(text, "bench"));
    bare.push(performance.now() - at);
  }
  return [ours, bare];
}"""
OWN = """() => Promise.all([import('/static/desk/outbox.js'), import('/static/desk/box.js'),
  import('/static/desk/envelope.js'), import('/static/desk/db.js')]).then(async ([outbox, box, envelope, db]) => {
  let bytes = 0;
  for (const row of (await outbox.mine()).filter(outbox.waits))
    bytes += box.utf8(envelope.canonical((await box.unseal(row)).envelope)).length;
  for (const blob of await db.of("blobs", box.me().id)) bytes += blob.sent ? 0 : blob.size;
  return bytes })"""


def main(records: int, photos: int) -> None:
    """Measure, print one line of JSON and what was missed; exit 1 if a bar is missed."""
    folder = Path(tempfile.mkdtemp(prefix="bench-desk-"))
    (folder / "centre").mkdir()
    centre = Centre(folder / "centre").start()
    line = Line(centre.port)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=list(FLAGS))
        laptop = Laptop(browser, folder / "profile", centre)
        laptop.address = f"http://127.0.0.1:{line.port}"
        _set_out(laptop)
        told = {"bench": "desk", **_saving(laptop, records)}
        told |= _carrying(laptop, line, _pictures(folder, photos))
        laptop.power_cut()
        browser.close()
    centre.kill()
    print(json.dumps(told))
    missed = told["save_p95_ms"] > SLOWEST_SAVE or told["bytes_share"] > MOST_BYTES
    sys.exit(1 if missed else 0)


def _set_out(laptop: Laptop) -> None:
    laptop.open()
    laptop.begin()
    laptop.context.route("**/desk/faces/*", lambda route: route.abort())
    laptop.context.set_offline(True)


def _saving(laptop: Laptop, records: int) -> dict[str, float]:
    fill_outbox(laptop, 5)
    ours, bare = laptop.page.evaluate(SAVES, [case_id(1), records])
    p95 = quantiles(ours, n=20)[-1]
    return {
        "save_p95_ms": round(p95, 1),
        "save_over_bare_put": round(median(ours) / median(bare), 1),
    }


def _pictures(folder: Path, photos: int) -> list[Path]:
    made = [folder / f"{n}.png" for n in range(photos)]
    for n, path in enumerate(made):
        Image.effect_noise((1000 + n, 720), 90).save(path)
    return made


def _carrying(laptop: Laptop, line: Line, pictures: list[Path]) -> dict[str, float]:
    visit(laptop, photo=pictures)
    own = laptop.page.evaluate(OWN)
    before, start, count = line.carried, time.monotonic(), len(laptop.rows())
    line.rate = RATE
    laptop.context.set_offline(False)
    laptop.send()
    laptop.waits_for(count, seconds=3600)
    share = (line.carried - before) / own
    seconds = (time.monotonic() - start) / (own / RATE)
    return {"own_bytes": own, "bytes_share": round(share, 3), "seconds_share": round(seconds, 2)}


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*given, *(200, 4)[len(given) :])
