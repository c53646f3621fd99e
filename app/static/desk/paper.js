// A paper on the screen and at the printer, from the centre's template; each copy is reported.
import { canonical } from "./envelope.js";
import { sha256, utf8 } from "./box.js";
import { fill } from "./templates.js";

let known = null;
async function papers() {
  known ??= fetch("/desk/papers.json", { cache: "no-cache" }).then((answer) => answer.json());
  known.catch(() => (known = null));
  return known;
}

const PARTY = {
  name: "", side: "applicant", kind: "person", gender: "", ethnicity: "", age: null, occupation: "", contact: "",
  address: "", credit_code: "", legal_representative: "", representative: "",
};
const LINE = { debtor: "", creditor: "", what: "", amount: null, manner: "", place: "", due_on: null, default_consequence: "" };

const filled = (blank, said) => Object.fromEntries(Object.entries(blank).map(([key, none]) => [key, said[key] ?? none]));
const inYuan = (fen) => (fen / 100).toFixed(2).replace(/\.?0+$/, "");
const lineOf = ({ amount_fen, ...said }) => filled(LINE, { ...said, amount: amount_fen ? inYuan(amount_fen) : null });
const facts = ({ facts: said, responsibilities }) => (responsibilities ? `${said}\n各方责任：${responsibilities}` : said);

// The data of 人民调解协议书, field by field as documents.papers.MediationAgreement has them.
export function agreementPaper(one, agreement, { recorder, on }) {
  const { wording } = agreement;
  const blocks = one.paper?.parties ?? one.parties.map((party) => ({ ...party, contact: party.phone ?? "", gender: "" }));
  const copies = one.parties.length + 1 + (wording.has_court_copy ? 1 : 0);
  const bilingual = wording.interpreter ? { translator: wording.interpreter, language: "藏文", title: "", lines: [], reviewed_by: "" } : null;
  return {
    committee: one.paper?.committee ?? one.committee, number: agreement.number ?? "", ink_only: Boolean(agreement.ink_only), qr_text: "", check_code: "",
    parties: blocks.map((block) => filled(PARTY, block)), facts: facts(wording), clauses: wording.clauses.map((text) => ({ text })),
    obligations: wording.obligations.map(lineOf), copies, mediators: one.mediators.map((mediator) => mediator.name),
    recorder, concluded_on: on, court_copy: Boolean(wording.has_court_copy), confirmable: agreement.confirmable ?? true, bilingual,
  };
}

export async function contentHash(code, paper) {
  const { titles } = await papers();
  return sha256(utf8(canonical({ code, title: titles[code], ...paper }).normalize("NFC")));
}

const view = (paper, title, sheets) => ({
  ...paper, title, sheets, bare: false, dated_on: { isoformat: () => paper.concluded_on },
  parties: paper.parties.map((party) => ({ ...party, is_person: party.kind === "person" })),
});

export async function pageOf(code, paper) {
  const { trees, styles, titles, sheets } = await papers();
  const text = fill(trees, `${code}/page.html`, { paper: view(paper, titles[code], sheets[code]), draft: false, flowing: false, qr: "" });
  return { text, style: styles[code] };
}

const SCREEN = `@media screen {
  html { background: #dfe3e8 } body.sheet { box-sizing: border-box; width: 210mm; max-width: 100%; margin: 0 auto; padding: 0 26mm 28mm 28mm; background: #fff }
  .at-desk { font: 16px/1.5 sans-serif; text-indent: 0; margin: 0 -26mm 15mm -28mm; padding: 12px 16px; background: #eef3fa; border-bottom: 1px solid #b8c2cc }
  .at-desk p { text-indent: 0; text-align: left; margin: 0 0 8px } .at-desk button { font: inherit; min-height: 44px; padding: 4px 16px; margin: 0 8px 4px 0 }
  @media (max-width: 820px) { body.sheet { padding: 0 12px 28px } .at-desk { margin: 0 -12px 16px } }
} @media print { .at-desk { display: none } }`;

const quoted = (text) => `"${text.replace(/["\\\n]/g, "")}"`;
export const markOf = (copy, copies, hash) => `离线打印　第${copy}份，共${copies}份　${hash.slice(0, 16)}`;
const marked = (text) => `@page { @bottom-left { content: ${quoted(text)}; font: 7pt "Noto Serif SC" } }`;

// Inline styles are refused by the page's own policy: widths are set one by one.
const STYLE = /<style>(.*?)<\/style>/s;

function body(text) {
  const page = new DOMParser().parseFromString(text.replace(STYLE, "").replace(/(<[a-z][^<>]*?) style="/g, '$1 data-style="'), "text/html");
  const own = text.match(STYLE)?.[1] ?? "";
  for (const one of page.querySelectorAll("[data-style]")) {
    one.style.cssText = one.dataset.style;
    one.removeAttribute("data-style");
  }
  return { nodes: [...page.body.childNodes], own };
}

async function sheet(text) {
  const made = new CSSStyleSheet();
  await made.replace(text);
  return made;
}

let paper = null; // what gives the window back to the desk
export const isPaper = () => Boolean(paper);
export function leavePaper() {
  paper?.();
  paper = null;
}

function hide() {
  const links = [...document.querySelectorAll("link[rel=stylesheet]")];
  const desk = [...document.body.children].filter((one) => !one.hidden);
  const [name, title] = [document.body.className, document.title];
  for (const link of links) link.disabled = true;
  for (const one of desk) one.hidden = true;
  return () => {
    for (const link of links) link.disabled = false;
    for (const one of desk) one.hidden = false;
    document.body.className = name;
    document.title = title;
    document.adoptedStyleSheets = [];
  };
}

// The whole window becomes the paper, below a bar of ours; `mark` puts words into its foot.
export async function showPaper(code, said, bar) {
  const { text, style } = await pageOf(code, said);
  const { nodes, own } = body(text);
  const fixed = await sheet(`${style}\n${own}\n${SCREEN}`);
  leavePaper();
  const back = hide();
  const all = [bar, ...nodes];
  paper = () => (all.forEach((node) => node.remove()), back());
  document.body.className = "sheet";
  document.body.append(...all);
  document.adoptedStyleSheets = [fixed];
  document.title = said.number || document.title;
  scrollTo(0, 0);
  return async (foot) => (document.adoptedStyleSheets = [fixed, await sheet(marked(foot))]);
}
