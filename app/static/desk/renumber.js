// A number that the centre has from somewhere else, as when a laptop was copied with all it holds: the
// same words take the next number. They were never taken under the old one.
import { seal, unseal } from "./box.js";
import { meta, open, setMeta, write } from "./db.js";
import { hashOf } from "./envelope.js";
import { tell } from "./html.js";
import { news, waits } from "./outbox.js";

export const mayRenumber = (row) => row.odd === "key_reused" && waits(row);

async function moved(seq) {
  const row = await (await open()).get("outbox", seq);
  if (!row || !mayRenumber(row)) return null;
  const held = await unseal(row);
  const next = ((await meta("sequence")) ?? 0) + 1;
  const envelope = { ...held.envelope, sequence: next };
  const box = await seal({ ...held, envelope, sha256: await hashOf(envelope) });
  await write(["outbox", "meta"], (tx) => {
    tx.objectStore("outbox").add({ ...row, ...box, seq: next, tries: 0, odd: undefined, answer: undefined });
    tx.objectStore("outbox").delete(seq);
    tx.objectStore("meta").put(next, "sequence");
  });
  return next;
}

export async function renumber(seq) {
  const next = await navigator.locks.request("desk-sequence", () => moved(seq));
  if (next) tell(`第 ${seq} 号改成了第 ${next} 号，内容没有变，有网络时自动交到中心。`);
  news.postMessage("changed");
  dispatchEvent(new Event("desk:written"));
  dispatchEvent(new Event("desk:changed"));
}

// Numbers that the centre knows of this laptop are not given out again.
export const catchUp = (known) =>
  navigator.locks.request("desk-sequence", async () => {
    if (known > ((await meta("sequence")) ?? 0)) await setMeta("sequence", known);
  });
