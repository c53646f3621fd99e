// An agreement's words read before anyone signs them, as far as that needs no centre; the centre
// reads them again. The table is the centre's own (checks.json).
import { SENTENCE, hasAmount } from "./sentences.js";

const BOTH_SIDES = /^(?:双方|各方|三方|全体|双方当事人|各方当事人|当事人|申请人|被申请人|第三人|甲方|乙方)/u;
const DATED = /[0-9]{1,2}月|[0-9]+[日天]|当场|当日|即时|签(?:订|字|署)[^。；，]{0,6}(?:时|日|付清)|已(?:经)?付/u;

let table = null;
export async function checks() {
  table ??= fetch("/desk/checks.json", { cache: "no-cache" }).then((answer) => answer.json()).then(compiled);
  table.catch(() => (table = null));
  return table;
}

const pattern = (text) => (text ? new RegExp(text, "u") : null);
const compiled = ({ rows, limits }) => ({
  limits,
  rows: rows.map((row) => ({ ...row, pattern: pattern(row.pattern), unless: row.unless ? new RegExp(row.unless, "gu") : null })),
});

const cut = (text) => (text ?? "").split(/(?<=[。；！？])|\n+/u).map((part) => part.trim()).filter(Boolean);
const bare = (text) => text.normalize("NFKC").replace(/[\s\u200b]+/gu, "");

function* sentences(wording) {
  for (const [n, clause] of wording.clauses.entries()) for (const text of cut(clause)) yield { place: `协议第${n + 1}条`, text };
  for (const [n, line] of wording.obligations.entries()) {
    const own = { place: `履行事项第${n + 1}项`, amount: Boolean(line.amount_fen) };
    for (const said of [line.what, line.manner, line.default_consequence]) for (const text of cut(said)) yield { ...own, text };
  }
  for (const said of [wording.facts, wording.responsibilities]) for (const text of cut(said)) yield { place: "事实部分", text, fact: true };
}

const known = (name, names) => names.has(name.trim()) || BOTH_SIDES.test(name.trim());
const nth = (n) => `履行事项第${n + 1}项`;

function strangers(wording, seen) {
  const odd = (line) => !seen.names.has(line.debtor) && !line.debtor.split(/[、，,和及与]/u).filter((part) => part.trim()).every((name) => known(name, seen.names));
  return wording.obligations.flatMap((line, n) => (line.debtor && odd(line) ? [[nth(n), line.debtor]] : []));
}

function undated(wording) {
  const lines = wording.obligations.flatMap((line, n) => (line.amount_fen && !line.due_on ? [[nth(n), line.what]] : []));
  if (wording.obligations.some((line) => line.amount_fen)) return lines;
  return wording.clauses.flatMap((clause, n) => (hasAmount(clause) && !DATED.test(clause) ? [[`协议第${n + 1}条`, clause]] : []));
}

const WHOLE = {
  no_clauses: (wording) => (wording.clauses.some((clause) => clause.trim()) ? [] : [["协议内容", ""]]),
  stranger_owes: strangers,
  money_without_date: undated,
  money_without_manner: (wording) => wording.obligations.flatMap((line, n) => (line.amount_fen && !line.manner ? [[nth(n), line.what]] : [])),
  interpreter_missing: (wording, seen) =>
    wording.interpreter ? [] : seen.parties.filter((party) => party.language && party.language !== "zh").map((party) => [`当事人${party.name}`, ""]),
  compensation_words_mixed: (wording) => (/赔偿/.test(wording.clauses.join("")) && /补偿/.test(wording.clauses.join("")) ? [["协议内容", ""]] : []),
};

function isMet(row, sentence, limits) {
  if (sentence.fact && row.looks_at !== "all") return false;
  if (sentence.amount && row.predicate === "payment_without_amount") return false;
  const words = bare(sentence.text);
  if (row.predicate) return SENTENCE[row.predicate]?.(words, limits) ?? false;
  return row.pattern.test(row.unless ? words.replace(row.unless, "□") : words);
}

const finding = (row, place, text) => ({ code: row.code, block: row.effect === "block", place, text, said: `${place}${text && `“${text}”：`}${row.says}（${row.article}）建议：${row.proposes}` });

// seen: {names: Set, parties: [{name, language}]}; what blocks comes first.
export function examine({ rows, limits }, wording, seen) {
  const all = [...sentences(wording)];
  const found = rows.flatMap((row) => {
    const whole = WHOLE[row.predicate];
    if (whole) return whole(wording, seen).map(([place, text]) => finding(row, place, text));
    return all.filter((sentence) => isMet(row, sentence, limits)).map((sentence) => finding(row, sentence.place, sentence.text));
  });
  return [...found.filter((one) => one.block), ...found.filter((one) => !one.block)];
}

export function seenIn(one) {
  return { names: new Set(one.parties.map((party) => party.name)), parties: one.parties };
}
