// What was written here and must reach the centre. A row leaves this list only on a receipt.
import { me, seal, sha256, unseal } from "./box.js";
import { device, meta, open, write } from "./db.js";
import { PROTOCOL, REQUESTS, hashOf, tidy } from "./envelope.js";

export const KEPT_DAYS = 30; // receipts and their envelopes, for a centre restored from a backup
export const news = new BroadcastChannel("sizhen-desk");
const OVER = new Set(["done", "conflict", "rejected"]);

export const waits = (row) => !OVER.has(row.status);
export const rows = async () => (await open()).getAll("outbox");
export const mine = async () => (await open()).getAllFromIndex("outbox", "user", me().id);

// Bytes are named by their hash and lie here sealed until the centre has them.
export async function keepBlob(bytes) {
  const sha = await sha256(bytes);
  const row = { user: me().id, sha, size: bytes.length, sent: 0, ...(await seal(bytes)) };
  await write("blobs", async (tx) => {
    if (!(await tx.store.get([row.user, sha]))) await tx.store.put(row);
  });
  return { sha256: sha, size: bytes.length };
}

async function earlierRequest(caseId) {
  const of = await (await open()).getAllFromIndex("outbox", "case", [me().id, caseId]);
  return of.filter((row) => row.asks && waits(row)).pop()?.id ?? null;
}

async function enveloped(words, seq, prev, form) {
  const envelope = {
    id: words.id ?? crypto.randomUUID(),
    device: await device(),
    sequence: seq,
    actor: me().id,
    type: words.type,
    case_id: words.case_id ?? null,
    base_version: words.base_version ?? null,
    prev,
    occurred_at: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    protocol: PROTOCOL,
    payload: tidy(words.payload),
    attachments: words.attachments ?? [],
  };
  const plain = { id: envelope.id, user: me().id, case_id: envelope.case_id ?? "", asks: REQUESTS.has(words.type) };
  const shas = envelope.attachments.map((one) => one.sha256);
  const box = await seal({ envelope, about: words.about ?? "", form, sha256: await hashOf(envelope) });
  return { seq, status: "waiting", tries: 0, written: Date.now(), shas, ...plain, ...box };
}

async function rowsFor(commands, top, typed) {
  const made = [];
  const last = new Map();
  for (const words of commands) {
    const asks = REQUESTS.has(words.type);
    const prev = asks && words.case_id ? (last.get(words.case_id) ?? (await earlierRequest(words.case_id))) : null;
    const row = await enveloped(words, top + made.length + 1, prev, made.length ? undefined : typed);
    if (asks) last.set(words.case_id, row.id);
    made.push(row);
  }
  return made;
}

async function store(made, form, draft) {
  await write(["outbox", "meta", "drafts"], async (tx) => {
    const last = made.at(-1).seq;
    const own = tx.objectStore("meta");
    await Promise.all([
      ...made.map((row) => tx.objectStore("outbox").add(row)),
      own.put(last, "sequence"),
      form && own.put(last, `form:${form}`),
      draft && tx.objectStore("drafts").delete([me().id, draft]), // dies with its command written
    ]);
  });
  for (const row of made) {
    const back = await unseal(await (await open()).get("outbox", row.seq));
    if (back.envelope.id !== row.id) throw new Error("read back");
  }
}

// Write one or several commands; one form makes them once, however often its button is pressed.
export async function put(commands, { form = null, draft = null, typed } = {}) {
  const last = await navigator.locks.request("desk-sequence", async () => {
    const before = form && (await meta(`form:${form}`));
    if (before) return before;
    const made = await rowsFor(commands, (await meta("sequence")) ?? 0, typed);
    await store(made, form, draft);
    return made.at(-1).seq;
  });
  news.postMessage("changed");
  dispatchEvent(new Event("desk:written"));
  return last;
}

export async function mark(seq, change) {
  await write("outbox", async (tx) => {
    const row = await tx.store.get(seq);
    if (row) await tx.store.put({ ...row, ...change });
  });
  news.postMessage("changed");
}

// Keep the centre's answer beside the row; what it says of the case is sealed like the row.
export async function settle(row, answer, status) {
  const box = await seal(answer);
  const emptied = row.was && { was: undefined, shas: row.was.shas }; // nothing of it is kept any more
  await mark(row.seq, { status, settled: Date.now(), answer: box, odd: undefined, ...emptied });
}

// Rows with a receipt older than the centre's backups are let go, with their bytes.
export async function letGo(now = Date.now()) {
  const kept = await mine();
  const old = kept.filter((row) => row.status === "done" && now - row.settled > KEPT_DAYS * 864e5);
  const needed = new Set(kept.filter((row) => !old.includes(row)).flatMap((row) => row.shas));
  await write(["outbox", "blobs"], (tx) => {
    for (const row of old) {
      tx.objectStore("outbox").delete(row.seq);
      for (const sha of row.shas) if (!needed.has(sha)) tx.objectStore("blobs").delete([row.user, sha]);
    }
  });
}
