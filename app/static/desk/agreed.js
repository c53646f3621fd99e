// The agreements of a case: those of the centre, and those written here that it does not have yet.
import { unseal } from "./box.js";
import { cases } from "./bundle.js";
import { mine } from "./outbox.js";

const DRAFT = "agreement.draft";

async function written(caseId) {
  const rows = (await mine()).filter((row) => row.case_id === caseId);
  return Promise.all(rows.map(async (row) => ({ row, ...(await unseal(row)) })));
}

const given = async (row) => (row.answer ? (await unseal(row.answer)).answer : null);

async function local(made) {
  const { row, envelope } = made;
  const { wording, number, kind, form, agreement_id } = envelope.payload;
  const known = await given(row);
  return {
    id: known ?? agreement_id ?? { $answer: envelope.id }, command: envelope.id, seq: row.seq, status: row.status,
    number, kind: kind ?? "final", form: form ?? "written", wording: fullWording(wording), concluded_on: null, effective_on: null, obligations: [],
  };
}

export const fullWording = (wording = {}) => ({ facts: "", responsibilities: "", clauses: [], obligations: [], has_court_copy: false, ...wording });

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const isOf = (old, id) => same(old.id, id) || Boolean(id?.$answer && old.command === id.$answer);
const REPORTS = { "agreement.sign": "signed", "agreement.conclude": "concluded_here", "agreement.seal": "sealed", "agreement.finalize": "finalized" };

// Newest wording last; what was signed, concluded or sealed here is marked on it.
export async function agreementsOf(one) {
  const rows = await written(one.id);
  const list = one.agreements.map((agreement) => ({ ...agreement, wording: fullWording(agreement.wording) }));
  for (const made of rows.filter(({ envelope, row }) => envelope.type === DRAFT && row.status !== "rejected" && row.status !== "conflict")) {
    const next = await local(made);
    const at = list.findIndex((old) => same(old.id, next.id) || isOf(old, made.envelope.payload.agreement_id));
    if (at < 0) list.push(next);
    else if (made.row.status !== "done") list[at] = { ...list[at], ...next, id: list[at].id, number: list[at].number ?? next.number };
  }
  for (const { envelope } of rows) {
    const word = REPORTS[envelope.type];
    const about = word && list.find((old) => isOf(old, envelope.payload.agreement_id));
    if (about) about[word] = envelope.payload.on ?? true;
  }
  return list;
}

// Every agreement number on this laptop: lent with a case, or written on a draft that may be printed.
export async function numbersHeld() {
  const drafts = await Promise.all((await mine()).filter((row) => row.asks).map(unseal));
  const used = drafts.map(({ envelope }) => ({ case_id: envelope.case_id, number: envelope.payload.number }));
  const lent = (await cases()).flatMap((one) => (one.numbers ?? []).map((number) => ({ case_id: one.id, number })));
  const all = [...lent, ...used.filter((one) => one.number)];
  return [...new Map(all.map((one) => [one.number, one])).values()];
}

// The number of what is written once more, or the first of the case's block that no agreement here
// has and no paper bears: what the centre did not take may be printed all the same.
export async function freeNumber(one, wanted) {
  const used = new Set((await agreementsOf(one)).map((agreement) => agreement.number));
  if (wanted && !used.has(wanted)) return wanted;
  for (const { envelope } of await written(one.id)) if (envelope.type === "paper.print") used.add(envelope.payload.number);
  return (one.numbers ?? []).find((number) => !used.has(number)) ?? null;
}
