// 更正当事人: only what changed is sent, beside what the laptop showed before.
import { choose, line, pick } from "../fields.js";
import { on, options, parties } from "./parts.js";

const LINES = [
  ["name", "姓名", { most: 100 }],
  ["phone", "电话", { most: 20, phone: true }],
  ["id_number", "身份证号", { most: 18 }],
  ["address", "住址", {}],
];

// The party as the person sees it: as the bundle has it, or as the centre said when it contradicted.
function partyOf(context, values) {
  const known = context.case.parties.find((one) => one.id === values.party_id);
  return known && { ...known, ...(values.seen?.of === known.id && values.seen) };
}

function fields(context, values) {
  const party = partyOf(context, values);
  const now = (field) => ({ hint: party ? `现在写的是：${party[field] ?? "没有"}` : "" });
  return [
    choose("party_id", "更正谁", { required: true, options: parties(context) }),
    ...LINES.map(([field, label, more]) => line(field, label, { ...more, ...now(field), when: () => Boolean(party) })),
    pick("language", "说什么话", { ...options(context, "Language"), when: () => Boolean(party) }),
  ];
}

function changesOf(values, context) {
  const party = partyOf(context, values) ?? {};
  const asked = [...LINES.map(([field]) => field), "language"];
  return asked
    .filter((field) => values[field]?.trim() && values[field].trim() !== (party[field] ?? ""))
    .map((field) => ({ field, was: party[field] ?? "", now: values[field].trim() }));
}

export const correction = {
  name: "correction",
  title: "更正当事人",
  lead: "只填要改的，不改的空着。",
  follows: ["party_id"],
  fields,
  start: () => ({}),
  check: (values, context) => (values.party_id && !changesOf(values, context).length ? { name: "没有填要改成什么。" } : {}),
  commands: async (values, context) => [
    { type: "party.correct", ...on(context), payload: { party_id: values.party_id, changes: changesOf(values, context) } },
  ],
};
