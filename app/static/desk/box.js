// Keys: the passphrase opens a wrapped key of one person; with it everything of theirs is sealed.
import { device, meta, metas, setMeta, write } from "./db.js";

const ROUNDS = 600000; // PBKDF2-SHA-256: about 0.15 s on an office machine
export const LEAST = 10; // characters of a passphrase
export const TRIES = 10;
const text = new TextEncoder();
const plain = new TextDecoder();
let holder = null; // {id, number, name, county, key}: gone when locked

export const me = () => holder;
export const random = (n) => crypto.getRandomValues(new Uint8Array(n));
export const utf8 = (s) => text.encode(s);

export function base64(bytes) {
  let out = "";
  for (let i = 0; i < bytes.length; i += 0x8000) out += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(out);
}
export const unbase64 = (s) => Uint8Array.from(atob(s), (c) => c.charCodeAt(0));
export const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, "0")).join("");
export const sha256 = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes));

async function wrapping(passphrase, salt, rounds) {
  const raw = await crypto.subtle.importKey("raw", text.encode(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}

export async function seal(value) {
  const iv = random(12);
  const bytes = value instanceof Uint8Array ? value : text.encode(JSON.stringify(value));
  const ct = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, holder.key, bytes);
  return { iv, ct: new Uint8Array(ct) };
}

export async function openBytes(row) {
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv }, holder.key, row.ct));
}
export const unseal = async (row) => JSON.parse(plain.decode(await openBytes(row)));

// Lock a key up behind a passphrase.
export async function enclose(key, passphrase) {
  const salt = random(16);
  const iv = random(12);
  const wrapped = await crypto.subtle.wrapKey("raw", key, await wrapping(passphrase, salt, ROUNDS), { name: "AES-GCM", iv });
  return { salt, iv, wrapped: new Uint8Array(wrapped), rounds: ROUNDS };
}

// The first time on this laptop: only the staff number stays readable, the name does not. `spare`
// encloses the key a second time, for the centre.
export async function enroll(user, passphrase, spare) {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
  holder = { ...user, key };
  const person = await seal(user);
  holder = null;
  const row = { id: user.id, number: user.number, ...(await enclose(key, passphrase)), rescue: await spare(key), fails: 0, person };
  await setMeta(`key:${user.id}`, row);
  await device();
  await unlock(user.id, passphrase);
}

// A wrong passphrase: so many tries are `left`.
class Wrong extends Error {
  constructor(left) {
    super("wrong");
    this.left = left;
  }
}

export async function unlock(id, passphrase) {
  const row = await meta(`key:${id}`);
  if (row.fails >= TRIES) throw new Wrong(0);
  let key;
  try {
    const how = { name: "AES-GCM", iv: row.iv };
    key = await crypto.subtle.unwrapKey("raw", row.wrapped, await wrapping(passphrase, row.salt, row.rounds), how, "AES-GCM", false, ["encrypt", "decrypt"]);
  } catch {
    await setMeta(`key:${id}`, { ...row, fails: row.fails + 1 });
    throw new Wrong(TRIES - row.fails - 1);
  }
  if (row.fails) await setMeta(`key:${id}`, { ...row, fails: 0 });
  holder = { id, number: row.number, key };
  holder = { ...(await unseal(row.person)), key };
}

export const people = () => metas("key:");
export const knows = async (id) => Boolean(await meta(`key:${id}`));

export function lock() {
  holder = null;
}

// The centre stopped this laptop: nothing stays that could be read here.
export async function wipe() {
  lock();
  await write(["cases", "drafts", "blobs", "outbox", "meta"], async (tx) => {
    for (const store of ["cases", "drafts", "blobs", "outbox"]) tx.objectStore(store).clear();
    const own = tx.objectStore("meta");
    for (const key of await own.getAllKeys()) if (/^(key|pull|lists|seal|form|rescue):/.test(key)) own.delete(key);
    own.put(Date.now(), "stopped");
  });
}
