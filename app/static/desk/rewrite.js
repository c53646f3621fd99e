// A row that the centre did not take as it was: its words go back into their form, under a new id.
import { me, unseal } from "./box.js";
import { keepDraft } from "./drafts.js";
import { open } from "./db.js";

// What the centre said it has, beside what was written: the new correction is made against that.
const shown = async (row, envelope) => ({ ...(await unseal(row.answer)).centre, of: envelope.payload.party_id });

export async function rewrite(seq) {
  const row = await (await open()).get("outbox", seq);
  if (!row || row.user !== me().id) return null;
  const { envelope, form } = await unseal(row);
  if (!form) return null;
  const caseId = envelope.case_id;
  const typed = form.kind === "correction" && row.answer ? { ...form.values, seen: await shown(row, envelope) } : { ...form.values };
  if (envelope.payload.number) typed.number = envelope.payload.number; // its paper may be printed already
  await keepDraft([form.kind, caseId ?? "new", form.about ?? ""].join("|"), { id: crypto.randomUUID(), values: typed });
  return `#write/${form.kind}${caseId ? `/${caseId}` : ""}${form.about ? `/${form.about}` : ""}`;
}
