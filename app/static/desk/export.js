// The last resort: what waits, in one sealed file on a USB stick. Anybody may carry it; only the
// centre opens it, and only the author's own laptop can speak in their name.
import { base64, me, openBytes, random, unbase64, unseal, utf8, hex } from "./box.js";
import { device, meta, open } from "./db.js";
import { html, tell, today } from "./html.js";
import { mark, mine, waits } from "./outbox.js";

async function macOf(hash) {
  const row = await meta(`seal:${me().id}`);
  const key = await crypto.subtle.importKey("raw", await openBytes(row), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return hex(await crypto.subtle.sign("HMAC", key, utf8(hash)));
}

async function blobs(rows) {
  const found = {};
  for (const sha of new Set(rows.flatMap((row) => row.shas))) {
    const kept = await (await open()).get("blobs", [me().id, sha]);
    if (kept) found[sha] = base64(await openBytes(kept));
  }
  return found;
}

async function sealedFor(centre, content) {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt"]);
  const iv = random(12);
  const ct = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, utf8(JSON.stringify(content)));
  const wrapped = await crypto.subtle.encrypt({ name: "RSA-OAEP" }, centre, await crypto.subtle.exportKey("raw", key));
  return { format: "sizhen-sealed/1", key: base64(new Uint8Array(wrapped)), iv: base64(iv), ct: base64(new Uint8Array(ct)) };
}

export const centreKey = (der) =>
  crypto.subtle.importKey("spki", unbase64(der), { name: "RSA-OAEP", hash: "SHA-256" }, false, ["encrypt", "wrapKey"]);

async function sealed(rows) {
  const commands = await Promise.all(rows.map(async (row) => {
    const held = await unseal(row);
    return { envelope: held.envelope, mac: await macOf(held.sha256) };
  }));
  const at = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  return sealedFor(await centreKey(await meta("export_key")), { device: await device(), at, commands, blobs: await blobs(rows) });
}

function download(content, name) {
  const url = URL.createObjectURL(new Blob([JSON.stringify(content)], { type: "application/json" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

export async function saveSealed() {
  const rows = (await mine()).filter(waits).sort((a, b) => a.seq - b.seq);
  if (!(await meta("export_key")) || !(await meta(`seal:${me().id}`))) return tell("这台电脑还没有连上过中心，不能封存成文件。", "red");
  download(await sealed(rows), `下乡工作台-${me().number}-${today()}.sizhen`);
  for (const row of rows) await mark(row.seq, { carried: Date.now() });
  tell(`${rows.length} 条已经封存成文件，请存到 U 盘交给中心。中心收下以前，它们都还在这台电脑里。`, "amber");
}

export const carrying = (count) => count > 0 && html`<details class="card"><summary>很久连不上中心？用 U 盘带回去</summary>
  <p>把没交的 ${count} 条封存成一个文件，只有中心打得开。交了以后再联网，也不会重复。</p>
  <button type="button" id="seal">封存成文件（${count} 条）</button></details>`;
