// Photos and strokes go first, in pieces, and go on where a cut line left them.
import { me, openBytes } from "./box.js";
import { open, write } from "./db.js";
import { Stop, call, must } from "./wire.js";

const PIECE = 64 * 1024;
const RESTARTS = 3;

const blobOf = async (sha) => (await open()).get("blobs", [me().id, sha]);

async function markSent(sha, sent) {
  await write("blobs", async (tx) => {
    const row = await tx.store.get([me().id, sha]);
    if (row) await tx.store.put({ ...row, sent });
  });
}

export const unsent = (shas) => Promise.all(shas.map((sha) => markSent(sha, 0)));

async function carry(sha, bytes) {
  let state = await must(`/api/offline/blobs/${sha}`);
  for (let restarts = 0; !state.done; ) {
    const at = state.offset;
    const path = `/api/offline/blobs/${sha}?offset=${at}&size=${bytes.length}`;
    const { status, said } = await call(path, { method: "PATCH", raw: bytes.subarray(at, at + PIECE), long: true });
    if (status === 422 && ++restarts > RESTARTS) throw new Stop("busy", said.sentence);
    if (![200, 201, 409, 422].includes(status)) throw new Stop("busy", said.sentence);
    state = { done: Boolean(said.done), offset: said.offset ?? 0 };
  }
}

// Make the centre have all these; what it has already is not sent again.
export async function sendBlobs(shas) {
  const here = (await Promise.all([...new Set(shas)].map(blobOf))).filter((row) => row && !row.sent);
  if (!here.length) return;
  const asked = { sha256: here.map((row) => row.sha) };
  const have = new Set((await must("/api/offline/blobs", { method: "POST", body: asked })).have);
  for (const row of here) {
    if (!have.has(row.sha)) await carry(row.sha, await openBytes(row));
    await markSent(row.sha, 1);
  }
}
