// What is being typed, kept as it is typed; a power cut costs at most the last third of a second.
import { me, seal, unseal } from "./box.js";
import { of, open, write } from "./db.js";

export async function draftOf(name) {
  const row = await (await open()).get("drafts", [me().id, name]);
  return row ? unseal(row) : null;
}

export async function keepDraft(name, draft) {
  const row = { user: me().id, name, at: Date.now(), ...(await seal(draft)) };
  await write("drafts", (tx) => tx.store.put(row));
}

export const dropDraft = (name) => write("drafts", (tx) => tx.store.delete([me().id, name]));
export const draftNames = async () => (await of("drafts", me().id)).map((row) => row.name);
