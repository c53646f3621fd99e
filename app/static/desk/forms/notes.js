// 调查记录, 电话 and 随手拍: what was asked, heard and seen.
import { area, choose, day, line } from "../fields.js";
import { handNotes, hands, myName, note, now, on, options, pictures, recorder, told, when } from "./parts.js";
import { today } from "../html.js";

export const inquiry = {
  name: "inquiry",
  title: "调查记录",
  fields: (context) => [
    ...when(),
    line("place", "在哪里", { required: true }),
    line("asked", "问了谁", { required: true, most: 100 }),
    line("relation", "和当事人什么关系", { most: 100 }),
    told(context, "问的和答的"),
    area("details", "他的基本情况", { lines: 2, rare: true }),
    pictures(),
    hands(context),
    line("inquirers", "谁问的", { required: true }),
    recorder(),
  ],
  start: (context) => ({ ...now(), place: context.case.place ?? "", inquirers: myName(), recorder: myName() }),
  async commands(values, context) {
    const { photos, hands: _hands, ...said } = values;
    const payload = { ...said, inquiry_id: crypto.randomUUID() };
    const record = { type: "inquiry.record", ...on(context), payload, attachments: photos ?? [] };
    return [record, ...(await handNotes(values, context, payload.inquiry_id))];
  },
};

const thatDay = () => day("on", "哪一天", { required: true });

const small = (name, title, kind, fields) => ({
  name,
  title,
  fields: (context) => [...fields(context), thatDay()],
  start: () => ({ on: today() }),
  commands: async ({ on: date, text, photos }, context) => [note(context, { on: date, kind, text: text || title }, photos ?? [])],
});

export const telephone = small("telephone", "电话记录", "telephone", (context) => [
  told(context, "和谁通的话，说了什么", { lines: 5, phrases: [] }),
]);

export const photo = small("photo", "拍照留存", "photo", () => [
  { ...pictures(), required: true, missing: "请先拍一张照片。" },
  line("text", "拍的是什么", { required: true }),
]);

export const seen = small("seen", "随手记", "visit", (context) => [
  told(context, "看到的、听到的", { lines: 5, phrases: [] }),
  pictures(),
]);

export const consent = {
  name: "consent",
  title: "是否愿意调解",
  fields: (context) => [
    choose("party_id", "哪位当事人", { required: true, options: context.case.parties.map((one) => [one.id, one.name]) }),
    choose("agrees", "愿不愿意", { required: true, options: [["yes", "愿意调解"], ["no", "明确不愿意"]] }),
    choose("form", "怎么表示的", { required: true, ...options(context, "ConsentForm") }),
    line("reason", "他说的原因"),
    thatDay(),
  ],
  start: () => ({ on: today() }),
  commands: async ({ agrees, ...said }, context) => [
    { type: "consent.record", ...on(context), payload: { ...said, agrees: agrees === "yes" } },
  ],
};
