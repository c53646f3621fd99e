// A row that the centre did not take as it was: its words go back into their form, under a new id.
import { me, unseal } from "./box.js";
import { keepDraft } from "./drafts.js";
import { open } from "./db.js";

export async function rewrite(seq) {
  const row = await (await open()).get("outbox", seq);
  if (!row || row.user !== me().id) return null;
  const { envelope, form } = await unseal(row);
  if (!form) return null;
  const caseId = envelope.case_id;
  await keepDraft([form.kind, caseId ?? "new", form.about ?? ""].join("|"), { id: crypto.randomUUID(), values: form.values });
  return `#write/${form.kind}${caseId ? `/${caseId}` : ""}${form.about ? `/${form.about}` : ""}`;
}
