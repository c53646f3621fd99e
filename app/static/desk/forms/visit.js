// 调解记录 of the four kinds, with who was there, photos and signatures.
import { choose, day, line, pick, rows, tick, ticks } from "../fields.js";
import { choicesOf, handNotes, hands, mediators, myName, now, on, options, parties, pictures, recorder, told, warn, when } from "./parts.js";

const planned = (context) => context.case.meetings.filter((one) => one.state === "planned");

function meeting(context) {
  const known = planned(context).map((one) => [one.id, `${one.on} ${one.starts} ${one.place}`]);
  return known.length ? [pick("meeting", "是哪一次安排", { fixed: true, options: [["", "没有事先安排"], ...known] })] : [];
}

const guests = (context) =>
  rows("guests", "还请了谁（须各方同意）", {
    one: "被邀请的人",
    fields: [line("name", "姓名", { required: true, most: 100 }), pick("kind", "什么人", { required: true, ...options(context, "GuestKind") }), day("agreed_on", "各方哪天同意")],
  });

function fields(context, values) {
  return [
    ...meeting(context),
    choose("kind", "哪一种", { required: true, ...options(context, "MeetingKind") }),
    ...when(),
    line("place", "在哪里", { required: true }),
    choose("method", "怎么谈的", { required: true, ...options(context, "Method") }),
    ticks("party_ids", "到场的当事人", { options: parties(context) }),
    ticks("mediator_ids", "到场的调解员", { options: mediators(context) }),
    told(context, "经过"),
    choose("result", "结果", { required: true, ...options(context, "MeetingResult") }),
    day("next_on", "约定哪天再谈", { when: (v) => v.result === "to_be_continued" }),
    pictures("现场照片"),
    hands(context),
    guests(context),
    ticks("languages", "说的什么话", options(context, "Language")),
    line("interpreter", "谁翻译", { most: 100, when: (v) => (v.languages ?? []).some((one) => one !== "zh") }),
    pick("read_aloud_in", "用什么话读给他们听过", options(context, "Language")),
    recorder(),
    tick("asks_public", "当事人要求公开调解", { rare: true }),
    line("objection", "谁不同意公开，为什么", { rare: true, when: () => Boolean(values.asks_public) }),
  ];
}

function start(context) {
  const kinds = choicesOf(context, "MeetingKind").map(([word]) => word);
  const next = planned(context)[0];
  const kind = next?.kind ?? (kinds.includes(context.case.stage) ? context.case.stage : "village_visit");
  return {
    ...now(), kind, meeting: next?.id ?? "", place: next?.place ?? context.case.place ?? "", recorder: myName(),
    party_ids: context.case.parties.map((one) => one.id), mediator_ids: context.case.mediators.map((one) => one.id),
  };
}

async function commands(values, context) {
  const { photos, hands: _hands, meeting: known, ...said } = values;
  const payload = { ...said, meeting_id: known || crypto.randomUUID(), asks_public: Boolean(said.asks_public) };
  if (payload.result !== "to_be_continued") delete payload.next_on;
  const record = { type: "meeting.hold", ...on(context), payload, attachments: photos ?? [] };
  return [record, ...(await handNotes(values, context, payload.meeting_id))];
}

function notes(values) {
  const said = [];
  if (!values.read_aloud_in) said.push("记录要读给当事人听，读过了请选“用什么话读给他们听过”。");
  if (values.result === "to_be_continued" && !values.next_on) said.push("约定再谈，最好写上哪一天。");
  if (!values.mediator_ids?.length) said.push("没有勾到场的调解员。");
  return warn(said);
}

export const visit = { name: "visit", title: "调解记录", fields, start, commands, notes };
