// A forgotten passphrase: two people at the centre open the key again, for a new passphrase here.
import { base64, enclose, unbase64 } from "./box.js";
import { centreKey } from "./export.js";
import { meta, setMeta } from "./db.js";
import { call, must } from "./wire.js";

const PAIR = { name: "RSA-OAEP", modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" };
const slot = (id) => `rescue:${id}`;

// The key once more, so that only the centre can open it: made when the passphrase is chosen.
export async function spare(key) {
  const wrapped = await crypto.subtle.wrapKey("raw", key, await centreKey(await meta("export_key")), { name: "RSA-OAEP" });
  return base64(new Uint8Array(wrapped));
}

export async function askCentre(id) {
  const known = await meta(slot(id));
  if (known) return known;
  const pair = await crypto.subtle.generateKey(PAIR, false, ["wrapKey", "unwrapKey"]);
  const reply = base64(new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)));
  const body = { rescue: (await meta(`key:${id}`)).rescue, reply_key: reply };
  const said = await must("/api/offline/recovery", { method: "POST", body });
  const asked = { id: said.id, code: said.code, key: pair.privateKey };
  await setMeta(slot(id), asked);
  return asked;
}

export const asked = (id) => meta(slot(id));

// waiting, refused, gone or the key itself.
export async function answerOf(id) {
  const { id: number, key } = await meta(slot(id));
  const { status, said } = await call(`/api/offline/recovery/${number}`);
  if (status === 404) return { state: "gone" };
  if (said.state !== "given") return { state: said.state };
  const opened = await crypto.subtle.unwrapKey("raw", unbase64(said.key), key, { name: "RSA-OAEP" }, "AES-GCM", true, ["encrypt", "decrypt"]);
  return { state: "given", key: opened };
}

export async function forget(id) {
  await setMeta(slot(id), undefined);
}

export async function renew(id, key, passphrase) {
  const row = await meta(`key:${id}`);
  await setMeta(`key:${id}`, { ...row, ...(await enclose(key, passphrase)), fails: 0 });
  await forget(id);
}
