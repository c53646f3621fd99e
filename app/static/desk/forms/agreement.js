// 协议: drafted here with the checks that need no centre, printed, and its signatures taken down.
import { area, choose, day, fen, line, money, pick, rows, tick } from "../fields.js";
import { examine, seenIn } from "../checks.js";
import { html, today, yuan } from "../html.js";
import { agreementsOf, freeNumber } from "../agreed.js";
import { myName, on, options } from "./parts.js";

const names = (context) => context.case.parties.map((one) => [one.name, one.name]);

const obligation = (context) => [
  pick("debtor", "谁履行", { required: true, options: names(context) }),
  pick("creditor", "向谁履行", { options: names(context) }),
  line("what", "做什么", { required: true }),
  money("amount", "多少元", { hint: "不是给钱的，不填。" }),
  line("manner", "怎么给、怎么做"),
  line("place", "在哪里"),
  day("due_on", "哪天以前"),
  line("default_consequence", "逾期怎么办"),
];

const owes = ({ amount, ...said }) => ({ ...said, amount_fen: fen(amount) });

function wordingOf(values) {
  const clauses = (values.clauses ?? []).map((one) => one.text?.trim()).filter(Boolean);
  const obligations = (values.obligations ?? []).map(owes);
  const { facts, responsibilities, interpreter } = values;
  return { facts, responsibilities, clauses, obligations, interpreter, has_court_copy: Boolean(values.has_court_copy) };
}

const lineOf = ({ amount_fen, ...said }) => ({ ...said, amount: amount_fen ? yuan(amount_fen) : "" });
const valuesOf = ({ wording, kind }) => ({
  kind, ...wording, clauses: wording.clauses.map((text) => ({ text })), obligations: wording.obligations.map(lineOf),
});

function notes(values, context) {
  const found = examine(context.checks, wordingOf(values), seenIn(context.case));
  if (!found.length) return html`<p class="over">按能在这里查的几项，没有查出问题。到中心还会再查一遍。</p>`;
  const list = (some) => html`<ul>${some.map((one) => html`<li>${one.said}</li>`)}</ul>`;
  const [blocks, others] = [found.filter((one) => one.block), found.filter((one) => !one.block)];
  return html`${blocks.length > 0 && html`<div class="card red" id="blocks"><h2>这样写不能签字（${blocks.length} 处）</h2>${list(blocks)}</div>`}
    ${others.length > 0 && html`<div class="card amber"><h2>请再看一眼（${others.length} 处）</h2>${list(others)}</div>`}`;
}

export const agreement = {
  name: "agreement",
  title: "写协议",
  lead: "写好以后可以在这里打印、签字。中心收到后还会再查一遍条款。",
  button: "写进这台电脑",
  fields: (context) => [
    area("facts", "纠纷的主要事实、争议事项", { required: true, lines: 5 }),
    area("responsibilities", "各方的责任", { lines: 2, rare: true }),
    rows("clauses", "协议内容", { one: "条款", add: "加一条", required: true, missing: "请至少写一条双方约定的内容。",
      fields: [area("text", "写一条", { required: true, lines: 3, phrases: context.lists.clauses.map((one) => one.text) })] }),
    rows("obligations", "谁在什么时候做什么", { one: "履行事项", fields: obligation(context) }),
    line("interpreter", "谁翻译", { most: 100, hint: "有当事人说藏语等民族语言的，写翻译人姓名。" }),
    tick("has_court_copy", "另给人民法院一份", { rare: true }),
    choose("kind", "这份协议", { rare: true, ...options(context, "AgreementKind") }),
  ],
  start: (context) => (context.agreement ? valuesOf(context.agreement) : { kind: "final", facts: context.case.summary ?? "", clauses: [{}] }),
  notes,
  async commands(values, context) {
    const known = context.agreement;
    const payload = { wording: wordingOf(values), kind: values.kind || "final", form: "written" };
    if (known) Object.assign(payload, { agreement_id: known.id, seen_revision: known.command ? undefined : known.revision });
    else payload.number = await freeNumber(context.case, values.number);
    return [{ type: "agreement.draft", ...on(context), payload }];
  },
  after: (context) => `#agreements/${context.case.id}`,
};

const seats = (context) => [
  ...context.case.parties.map((one) => [`party|${one.name}|${one.id}`, `${one.name}（当事人）`]),
  ...context.case.mediators.map((one) => [`mediator|${one.name}|`, `${one.name}（调解员）`]),
];

function handOf({ who, other, method, on: day, written_by }) {
  const [role, signer, party_id] = who === "interpreter" ? ["interpreter", other] : who.split("|");
  return { role, signer, method, on: day, party_id: party_id || undefined, written_by };
}

export const signing = {
  name: "signing",
  title: "登记签字",
  lead: "照纸上的写：谁、怎么签的、哪一天。签了字的纸请带回中心。",
  fields: (context) => [
    rows("hands", "纸上的签字", { one: "签字", add: "加一个人", required: true, missing: "还没有写谁签了字。",
      fields: [
        pick("who", "谁签的", { required: true, options: [...seats(context), ["interpreter", "翻译人"]] }),
        line("other", "翻译人姓名", { most: 100, hint: "不是翻译人签的，不填。" }),
        choose("method", "怎么签的", { required: true, options: options(context, "SignatureMethod").options.filter(([word]) => word !== "tablet") }),
        day("on", "哪一天", { required: true }),
        line("written_by", "谁代写、谁宣读的", { hint: "只按指印的要写。" }),
      ] }),
    day("sealed_on", "哪天盖的调委会印章", { hint: "还没盖，就不填。" }),
    line("recorder", "记录人", { required: true, most: 100 }),
  ],
  start: (context) => ({
    recorder: myName(),
    hands: seats(context).map(([who]) => ({ who, on: today(), method: "signature_and_fingerprint" })),
  }),
  async commands(values, context) {
    const about = { agreement_id: context.agreement.id };
    const signatures = values.hands.map(handOf);
    const first = signatures.map((hand) => hand.on).sort()[0];
    const said = [{ type: "agreement.conclude", ...on(context), payload: { ...about, on: first, recorder: values.recorder } }];
    if (context.agreement.concluded_on) said.pop();
    said.push({ type: "agreement.sign", ...on(context), payload: { ...about, on: first, signatures } });
    if (values.sealed_on) said.push({ type: "agreement.seal", ...on(context), payload: { ...about, on: values.sealed_on } });
    return said;
  },
  after: (context) => `#agreements/${context.case.id}`,
};

export const oral = {
  name: "oral",
  title: "口头协议",
  lead: "口头协议从达成那天起有效。",
  fields: (context) => [
    area("facts", "纠纷的主要事实", { required: true, lines: 4 }),
    rows("clauses", "说好了什么", { one: "条款", add: "加一条", required: true, missing: "请至少写一条。",
      fields: [area("text", "写一条", { required: true, lines: 2 })] }),
    rows("obligations", "谁在什么时候做什么", { one: "履行事项", fields: obligation(context) }),
    day("on", "哪一天达成的", { required: true }),
    line("recorder", "记录人", { required: true, most: 100 }),
  ],
  start: (context) => ({ on: today(), recorder: myName(), facts: context.case.summary ?? "", clauses: [{}] }),
  notes,
  commands: async (values, context) => [
    { type: "agreement.oral", ...on(context), payload: { wording: wordingOf(values), on: values.on, kind: "final", recorder: values.recorder } },
  ],
};

export const rights = {
  name: "rights",
  title: "告知权利义务",
  fields: (context) => [
    ...[{ ...rowsOfParties(context) }],
    day("on", "哪一天告知的", { required: true }),
    choose("form", "怎么告知的", { required: true, ...options(context, "ConsentForm") }),
  ],
  start: (context) => ({ on: today(), party_ids: context.case.parties.map((one) => one.id) }),
  commands: async (values, context) => [{ type: "rights.tell", ...on(context), payload: values }],
};

function rowsOfParties(context) {
  const told = context.case.parties.map((one) => [one.id, one.name]);
  return { kind: "ticks", name: "party_ids", label: "告诉了谁", required: true, missing: "请勾选告诉了谁。", options: told };
}
