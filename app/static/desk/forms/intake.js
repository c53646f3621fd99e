// 登记纠纷, whole or as a grid worker's five answers and a photo; the record is the contract's own.
import { area, choose, day, line, money, pick, rows, ticks } from "../fields.js";
import { today } from "../html.js";
import { tidy } from "../envelope.js";
import { options, pictures } from "./parts.js";

const KINDS = [["person", "个人"], ["group", "多人"], ["organization", "单位"], ["village", "村集体"], ["government", "政府"]];
const SIDES = [["applicant", "申请人"], ["respondent", "被申请人"], ["third", "第三人"]];
const WARNINGS = [
  ["weapons", "带了刀具或其他凶器"], ["gathering", "聚了很多人或堵了路"], ["detention", "扣着人、牛羊或东西"],
  ["suicide_threat", "说要寻短见"], ["domestic_violence", "家庭暴力"], ["minor_harmed", "伤到孩子"],
];
const VIOLENCE = [["none", "没有"], ["threat", "说过要动手"], ["minor_injury", "动了手，轻伤以下"], ["serious_injury", "伤得重"], ["death", "死了人"]];
const CHANNELS = [["walk_in", "来找的"], ["application", "来申请的"], ["screening", "排查发现的"], ["grid_report", "网格员报的"]];

// A case that is born here: its own new id, no version yet.
function registering(record, photos) {
  const ref = crypto.randomUUID();
  return [{ type: "intake.register", case_id: null, about: record.summary.slice(0, 20), payload: { record: tidy({ ref, ...record }) }, attachments: photos ?? [] }];
}

const person = (side, name) => ({ side, kind: "person", name });
const signals = (values) => ({ violence: values.violence, ...Object.fromEntries((values.warnings ?? []).map((word) => [word, true])) });

function partyOf(said) {
  const answer = { yes: true, no: false }[said.consents];
  return { ...said, consents: answer };
}

export const intake = {
  name: "intake",
  title: "登记一件新纠纷",
  fields: (context) => [
    area("summary", "什么事", { required: true, lines: 6, most: 8000 }),
    pick("dispute_type", "哪一类", { required: true, ...options(context, "DisputeType") }),
    rows("parties", "当事人", {
      required: true, missing: "请至少写一位当事人。", one: "当事人", add: "加一位当事人",
      fields: [
        choose("side", "哪一方", { required: true, options: SIDES }),
        line("name", "姓名或名称", { required: true, most: 100 }),
        pick("kind", "是什么", { fixed: true, options: KINDS }),
        line("phone", "电话", { most: 20, phone: true }),
        line("id_number", "身份证号", { most: 18, hint: "没带就空着。" }),
        line("address", "住址"),
        pick("language", "说什么话", options(context, "Language")),
        choose("consents", "愿意调解吗", { options: [["yes", "愿意"], ["no", "明确不愿意"], ["", "还没问"]] }),
      ],
    }),
    line("place", "在哪里发生的"),
    day("occurred_on", "哪天发生的"),
    area("claims", "要求什么", { lines: 2, hint: "一行写一项。" }),
    money("amount", "争多少元"),
    choose("violence", "动手没有", { required: true, options: VIOLENCE }),
    ticks("warnings", "有没有这些", { options: WARNINGS }),
    pick("channel", "怎么来的", { fixed: true, options: CHANNELS }),
    day("received_on", "哪天来的", { required: true }),
    pictures(),
  ],
  start: () => ({ received_on: today(), channel: "walk_in", parties: [{ side: "applicant", kind: "person" }, { side: "respondent", kind: "person" }] }),
  async commands(values) {
    const { photos, violence, warnings, parties, claims, ...said } = values;
    const asked = (claims ?? "").split("\n").filter((one) => one.trim());
    return registering({ ...said, claims: asked, parties: parties.map(partyOf), signals: signals(values) }, photos);
  },
};

export const report = {
  name: "report",
  title: "随手上报",
  lead: "五项，一张照片。没有网络也能报，有网络时自动交到中心。",
  button: "报上去",
  fields: (context) => [
    line("place", "在哪里", { required: true }),
    line("people", "谁和谁", { required: true, hint: "用顿号隔开，例如：扎西、完么才让。" }),
    area("summary", "什么事", { required: true, lines: 4, most: 8000 }),
    pick("dispute_type", "哪一类", { required: true, ...options(context, "DisputeType") }),
    choose("violence", "动手没有", { required: true, options: VIOLENCE }),
    pictures(),
  ],
  start: () => ({}),
  async commands(values) {
    const [first, ...others] = values.people.split(/[、，,\s]+/).filter(Boolean);
    const parties = [person("applicant", first), ...others.map((name) => person("respondent", name))];
    const { place, summary, dispute_type } = values;
    const record = { channel: "grid_report", received_on: today(), place, summary, dispute_type, parties, signals: signals(values) };
    return registering(record, values.photos);
  },
};
