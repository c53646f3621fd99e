// After an agreement: 履行, 催促, 回访.
import { area, choose, day, fen, line, money, pick, tick } from "../fields.js";
import { today, yuan } from "../html.js";
import { myName, on, options, pictures } from "./parts.js";

const owed = (context) => context.case.agreements.flatMap((one) => one.obligations).filter((one) => !one.fulfilled_on);
const obligations = (context) =>
  owed(context).map((one) => [one.id, `${one.debtor}：${one.what}${one.amount_fen ? `（${yuan(one.amount_fen)} 元）` : ""}${one.due_on ? `，${one.due_on} 前` : ""}`]);
const which = (context) => choose("obligation_id", "哪一项", { required: true, options: obligations(context) });
const only = (context) => (owed(context).length === 1 ? owed(context)[0].id : "");

export const fulfillment = {
  name: "fulfillment",
  title: "履行记录",
  fields: (context) => [
    which(context),
    day("on", "哪一天履行的", { required: true }),
    money("amount", "给了多少元", { hint: "不是给钱的，不填。" }),
    tick("is_whole", "这一项全部履行完了"),
    line("proof", "凭什么知道的", { required: true, hint: "例如：当面点清、收条、转账记录。" }),
    pictures("收条或现场照片"),
  ],
  start: (context) => ({ on: today(), obligation_id: only(context) }),
  async commands({ amount, photos, ...said }, context) {
    const payload = { ...said, amount_fen: fen(amount), is_whole: Boolean(said.is_whole) };
    return [{ type: "obligation.fulfill", ...on(context), payload, attachments: photos ?? [] }];
  },
};

export const urging = {
  name: "urging",
  title: "催促记录",
  fields: (context) => [
    which(context),
    day("on", "哪一天催的", { required: true }),
    choose("way", "怎么催的", { required: true, ...options(context, "UrgingWay") }),
    area("said", "他怎么说", { required: true, lines: 4 }),
    choose("outcome", "结果", { required: true, ...options(context, "UrgingOutcome") }),
    day("promised_on", "答应哪天履行", { when: (v) => v.outcome === "promised" }),
    tick("remedies_told", "已告知可以申请司法确认、起诉等其他途径"),
  ],
  start: (context) => ({ on: today(), obligation_id: only(context) }),
  commands: async (values, context) => [
    { type: "obligation.urge", ...on(context), payload: { ...values, remedies_told: Boolean(values.remedies_told) } },
  ],
};

const dueRevisits = (context) => context.case.revisits.map((one) => [one.id, `${one.due_from} 至 ${one.due_by}`]);

export const revisit = {
  name: "revisit",
  title: "回访记录",
  fields: (context) => [
    choose("party_id", "回访谁", { required: true, options: context.case.parties.map((one) => [one.id, one.name]) }),
    ...(dueRevisits(context).length ? [pick("revisit_id", "是哪一次安排", { fixed: true, options: [["", "没有事先安排"], ...dueRevisits(context)] })] : []),
    day("on", "哪一天", { required: true }),
    choose("manner", "怎么回访的", { required: true, ...options(context, "RevisitManner") }),
    line("visitors", "谁去的", { required: true, hint: "几个人的，用顿号隔开。" }),
    choose("fulfillment_heard", "履行得怎么样", { required: true, ...options(context, "FulfillmentHeard") }),
    area("fulfillment_said", "他怎么说", { lines: 3 }),
    choose("satisfaction", "对调解满意吗", options(context, "Satisfaction")),
    line("satisfaction_asked_by", "谁问的满意不满意", { most: 100, when: (v) => Boolean(v.satisfaction) }),
    area("later_dispute", "有没有新的矛盾", { lines: 2 }),
    area("hidden_trouble", "有没有不放心的苗头", { lines: 2 }),
    area("measures", "打算怎么办", { lines: 2 }),
  ],
  start: (context) => ({ on: today(), visitors: myName(), revisit_id: context.case.revisits[0]?.id ?? "" }),
  async commands(values, context) {
    const planned = context.case.revisits.find((one) => one.id === values.revisit_id);
    const visitors = values.visitors.split(/[、，,\s]+/).filter(Boolean);
    const payload = { ...values, visitors, agreement_id: planned?.agreement_id };
    return [{ type: "revisit.record", ...on(context), payload }];
  },
};
