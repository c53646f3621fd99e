// A dispute taken down by mistake and not sent yet: its number goes to the centre with nothing in it,
// for the laptop counts without gaps. Until then it can be had back.
import { seal, unseal } from "./box.js";
import { open, write } from "./db.js";
import { hashOf } from "./envelope.js";
import { tell, today } from "./html.js";
import { news } from "./outbox.js";

const untouched = (row) => row.status === "waiting" && !row.tries && !row.carried;
export const mayDrop = (row, { envelope }) => untouched(row) && envelope.type === "intake.register";
export const mayHaveBack = (row) => untouched(row) && Boolean(row.was);

const ASKED = "这一条不要了吗？它还没有交到中心，不要了就不交。交以前还可以拿回来。";
const SAID = {
  busy: ["正在交到中心，请等一等再按。", "amber"],
  late: ["这一条已经开始交，在这里撤不了。请给中心打电话，在案件页撤销。", "amber"],
};

// The sender is shut out meanwhile: a row that began its way is not touched any more.
async function changed(seq, change, done) {
  const how = await navigator.locks.request("desk-send", { ifAvailable: true }, async (lock) => {
    if (!lock) return "busy";
    const row = await (await open()).get("outbox", seq);
    const next = row && untouched(row) && (await change(row));
    if (!next) return "late";
    await write("outbox", (tx) => tx.store.put(next));
    return "done";
  });
  tell(...(SAID[how] ?? [done]));
  news.postMessage("changed");
  dispatchEvent(new Event("desk:changed"));
}

async function emptied({ was: _none, ...row }) {
  const { envelope, about } = await unseal(row);
  const nothing = {
    ...envelope, id: crypto.randomUUID(), type: "record.withdraw", attachments: [],
    occurred_at: new Date().toISOString().replace(/\.\d+Z$/, "Z"), payload: { on: today(), what: envelope.type },
  };
  const box = await seal({ envelope: nothing, about, sha256: await hashOf(nothing) });
  const { id, iv, ct, shas } = row;
  return { ...row, ...box, id: nothing.id, shas: [], dropped: true, was: { id, iv, ct, shas } };
}

const restored = ({ was, dropped: _gone, ...row }) => was && { ...row, ...was };

export async function drop(seq) {
  if (confirm(ASKED)) await changed(seq, emptied, `第 ${seq} 号不要了，不会交到中心。要拿回来，就在这里按“拿回来”。`);
}

export const haveBack = (seq) => changed(seq, restored, `第 ${seq} 号拿回来了，有网络时照常交到中心。`);
