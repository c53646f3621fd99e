// The laptop's own store. Whatever tells of a case is sealed before it comes here (see box.js).
import "../vendor/idb-8.0.4.umd.js"; // its small build, which says `idb` to the window

export const STRICT = { durability: "strict" }; // Chromium defaults to relaxed since 121
const NAME = "sizhen-desk";
const VERSION = 1;
let opened = null;

// Only ever add here: a new version of the desk may never touch what waits to be sent.
function upgrade(db, before) {
  if (before < 1) {
    db.createObjectStore("meta"); // device, counter, wrapped keys, times of the bundle
    db.createObjectStore("cases", { keyPath: ["user", "id"] }); // {user, id, iv, ct}
    const outbox = db.createObjectStore("outbox", { keyPath: "seq" });
    outbox.createIndex("user", "user");
    outbox.createIndex("case", ["user", "case_id"]);
    db.createObjectStore("blobs", { keyPath: ["user", "sha"] });
    db.createObjectStore("drafts", { keyPath: ["user", "name"] });
  }
}

const announce = (name) => dispatchEvent(new Event(name));

export function open() {
  opened ??= globalThis.idb.openDB(NAME, VERSION, {
    upgrade,
    blocking(_have, _want, event) {
      event.target.close();
      opened = null;
      announce("desk:outdated");
    },
    blocked: () => announce("desk:blocked"),
    terminated: () => (opened = null),
  });
  opened.catch((error) => {
    opened = null;
    if (error.name === "VersionError") announce("desk:outdated");
  });
  return opened;
}

export async function write(stores, act) {
  const tx = (await open()).transaction(stores, "readwrite", STRICT);
  const done = tx.done.catch((error) => error ?? new Error("aborted"));
  let failed = null;
  try {
    await act(tx);
  } catch (error) {
    failed = error ?? new Error("aborted");
    if (!tx.error) await Promise.resolve().then(() => tx.abort()).catch(() => null);
  }
  failed ??= await done;
  if (failed) throw failed;
}

export const meta = async (key) => (await open()).get("meta", key);
export const setMeta = (key, value) => write("meta", (tx) => tx.store.put(value, key));

export async function metas(prefix) {
  const keys = await (await open()).getAllKeys("meta", IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  return Promise.all(keys.map(meta));
}

export const of = async (store, user) =>
  (await open()).getAll(store, IDBKeyRange.bound([user], [user, []]));

// The laptop's own number, made once.
export async function device() {
  return navigator.locks.request("desk-device", async () => {
    const known = await meta("device");
    if (known) return known;
    const made = crypto.randomUUID();
    await setMeta("device", made);
    return made;
  });
}
