// Brings the outbox to the centre: announce, blobs, commands, receipts, reconcile, new bundle.
import { me, seal, unseal } from "./box.js";
import { numbersHeld } from "./agreed.js";
import { dropTakenBack, heldCases, keepSeal, pull } from "./bundle.js";
import { meta, setMeta } from "./db.js";
import { letGo, mark, mine, news, settle, waits } from "./outbox.js";
import { sendBlobs, unsent } from "./pieces.js";
import { catchUp } from "./renumber.js";
import { Stop, call, must, session } from "./wire.js";

const MOST = 50; // commands a call
const BYTES = 48 * 1024; // of envelopes a call: some six seconds over 64 kbit/s
const LONGEST = 300000;
const STATUS = { applied: "done", conflict: "conflict", rejected: "rejected" };
export const state = { net: null, need: null, sentence: "", running: false };
let wait = 0;
let timer = 0;

export function tellState(change) {
  Object.assign(state, change);
  dispatchEvent(new Event("desk:state"));
}

async function reconcile() {
  const shell = document.body.dataset.shell;
  const top = (await meta("sequence")) ?? 0;
  const body = { top_seq: top, holding: await heldCases(), numbers: await numbersHeld(), shell, sent_at: new Date().toISOString() };
  const said = await must("/api/offline/reconcile", { method: "POST", body });
  await catchUp(said.top_known);
  const have = new Map((await mine()).map((row) => [row.seq, row]));
  for (const seq of said.missing ?? []) {
    const row = have.get(seq);
    if (row && !waits(row)) {
      await mark(seq, { status: "waiting", again: true }); // a centre restored from its backup
      await unsent(row.shas);
    }
  }
  await dropTakenBack(said.taken_back ?? []);
}

// One answer, one row: only a receipt with the envelope's own hash lets it leave the queue.
async function take(row, held, answer) {
  const status = STATUS[answer.status];
  if (answer.id !== row.id || (status && answer.sha256 !== held.sha256)) {
    await mark(row.seq, { odd: "receipt" });
    return false;
  }
  if (status) await settle(row, answer, status);
  else if (answer.status === "need_blobs") await unsent(answer.missing ?? row.shas);
  else await mark(row.seq, { odd: answer.status, answer: answer.sentence && (await seal(answer)) });
  return Boolean(status);
}

function batches(pairs) {
  const made = [];
  let bytes = BYTES;
  for (const pair of pairs) {
    const size = pair[0].ct.length;
    if (bytes + size > BYTES || made.at(-1).length >= MOST) {
      made.push([]);
      bytes = 0;
    }
    made.at(-1).push(pair);
    bytes += size;
  }
  return made;
}

async function post(pairs) {
  const at = new Date().toISOString();
  const commands = pairs.map(([, held]) => ({ envelope: held.envelope, sent_at: at }));
  for (const [row] of pairs) await mark(row.seq, { tries: row.tries + 1 });
  return call("/api/offline/commands", { method: "POST", body: { commands }, long: true });
}

// The centre stumbles over a whole call: each case then goes alone, so that one holds up no other.
async function postEach(pairs, blocked) {
  let clean = true;
  for (const pair of pairs) {
    const key = pair[0].case_id || pair[0].id;
    if (blocked.has(key)) continue;
    const { status, said } = await post([pair]);
    const went = status === 200 && (await take(...pair, said.results[0]));
    if (!went) blocked.add(key);
    clean &&= went;
  }
  return clean;
}

async function deliver(pairs, blocked) {
  const free = pairs.filter(([row]) => !blocked.has(row.case_id || row.id));
  if (!free.length) return false;
  await sendBlobs(free.flatMap(([row]) => row.shas));
  const { status, said } = await post(free);
  if (status !== 200) return postEach(free, blocked);
  const answers = new Map(said.results.map((one) => [one.id, one]));
  let clean = true;
  for (const [row, held] of free) {
    const went = await take(row, held, answers.get(row.id) ?? {});
    if (!went) blocked.add(row.case_id || row.id);
    clean &&= went;
  }
  return clean;
}

async function drain() {
  const queue = (await mine()).filter(waits).sort((a, b) => a.seq - b.seq);
  const pairs = await Promise.all(queue.map(async (row) => [row, await unseal(row)]));
  const blocked = new Set();
  let clean = true;
  for (const some of batches(pairs)) {
    clean = (await deliver(some, blocked)) && clean;
    tellState({});
  }
  return clean;
}

async function run() {
  const said = await session();
  if (said.user.id !== me().id) throw new Stop("other");
  await setMeta("export_key", said.export_key);
  await keepSeal(said);
  tellState({ net: true, need: null, sentence: "" });
  await reconcile();
  const clean = await drain();
  await reconcile();
  await pull();
  await letGo();
  return clean;
}

function later() {
  wait = Math.min(wait ? wait * 2 : 2000, LONGEST);
  clearTimeout(timer);
  timer = setTimeout(() => send(), wait * (0.7 + Math.random() * 0.6));
}

async function attempt() {
  try {
    const clean = await run();
    if (clean) wait = 0;
    else later();
    return clean;
  } catch (error) {
    if (!me()) return tellState({ need: error.why ?? "locked" });
    const why = error.why ?? "busy";
    const here = !["away"].includes(why);
    tellState({ net: here, need: ["away", "busy"].includes(why) ? null : why, sentence: error.sentence ?? "" });
    if (["away", "busy"].includes(why)) later();
    if (!(error instanceof Stop)) console.warn("desk", error.name); // never what was written
  }
}

// Written while a run was on its way, in another window perhaps.
const anythingFresh = async () => (await mine()).some((row) => waits(row) && !row.tries);

let asked = false; // somebody pressed, or wrote, while a run was on its way: it is not forgotten

// Exactly one window sends; the others see what changed.
export async function send({ now = false } = {}) {
  if (now) [wait, asked] = [0, true];
  await navigator.locks.request("desk-send", { ifAvailable: true }, async (lock) => {
    if (!lock || !me()) return;
    tellState({ running: true });
    do {
      asked = false;
      if (!(await attempt())) break;
    } while (me() && (asked || (await anythingFresh())));
    tellState({ running: false });
  });
  news.postMessage("changed");
  dispatchEvent(new Event("desk:changed"));
}
