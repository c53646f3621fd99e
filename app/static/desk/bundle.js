// The cases taken along: sealed, renewed at each contact, dropped when they grew too old.
import { me, seal, unbase64, unseal } from "./box.js";
import { meta, of, open, setMeta, write } from "./db.js";
import { mine, waits } from "./outbox.js";
import { must } from "./wire.js";

const HOUR = 3600e3;

export async function heldCases() {
  return (await of("cases", me().id)).map((row) => row.id);
}

async function busyCases() {
  return new Set((await mine()).filter(waits).map((row) => row.case_id));
}

async function replace(rows, said) {
  const keep = new Set(rows.map((row) => row.id));
  const busy = await busyCases();
  const old = (await of("cases", me().id)).filter((row) => !keep.has(row.id) && !busy.has(row.id));
  const lists = await seal({ choices: said.choices ?? {}, clauses: said.clauses ?? [], phrases: said.phrases ?? [], elsewhere: said.elsewhere ?? [], let_go: said.let_go ?? [], registered: said.registered ?? [] });
  const times = { at: Date.now(), old: said.expires_in_hours ?? 72, gone: said.dropped_in_hours ?? 168 };
  await write(["cases", "meta"], (tx) => {
    for (const row of old) tx.objectStore("cases").delete([row.user, row.id]);
    for (const row of rows) tx.objectStore("cases").put(row);
    tx.objectStore("meta").put(times, `pull:${me().id}`);
    tx.objectStore("meta").put(lists, `lists:${me().id}`);
  });
}

export async function pull() {
  const said = await must("/api/offline/bundle", { long: true });
  const rows = await Promise.all(said.cases.map(async (one) => ({ user: me().id, id: one.id, ...(await seal(one)) })));
  await replace(rows, said);
}

// A case that was taken back goes, once nothing of it waits here.
export async function dropTakenBack(ids) {
  const busy = await busyCases();
  const gone = ids.filter((id) => !busy.has(id));
  if (gone.length) await write("cases", (tx) => gone.forEach((id) => tx.store.delete([me().id, id])));
}

// Fresh, old (the case may have moved on) or gone (deleted here; what was written stays).
export async function freshness(now = Date.now()) {
  const times = await meta(`pull:${me().id}`);
  if (!times) return { word: "none" };
  const age = now - times.at;
  if (age > times.gone * HOUR) {
    await dropTakenBack(await heldCases());
    return { word: "gone", at: times.at };
  }
  return { word: age > times.old * HOUR ? "old" : "fresh", at: times.at };
}

export async function cases() {
  const rows = await of("cases", me().id);
  const opened = await Promise.all(rows.map(unseal));
  return opened.sort((a, b) => String(a.number).localeCompare(String(b.number), "zh-CN"));
}

export async function caseOf(id) {
  const row = await (await open()).get("cases", [me().id, id]);
  return row ? unseal(row) : null;
}

export async function lists() {
  const row = await meta(`lists:${me().id}`);
  return row ? unseal(row) : { choices: {}, clauses: [], phrases: [], elsewhere: [] };
}

// The key that makes a sealed file on a USB stick speak in this person's name only.
export async function keepSeal(said) {
  if (said.seal_key) await setMeta(`seal:${me().id}`, await seal(unbase64(said.seal_key)));
}
