// What several forms share: the people of a case, photos and signatures as their own notes.
import { me } from "../box.js";
import { area, day, ink, line, photos, pick, rows, time } from "../fields.js";
import { html, timeOf, today } from "../html.js";
import { inked } from "../pads.js";
import { SIDES } from "../words.js";

export const choicesOf = (context, name) => context.lists.choices[name] ?? [];
export const options = (context, name) => ({ options: choicesOf(context, name) });
export const parties = (context) => context.case.parties.map((one) => [one.id, `${one.name}（${SIDES[one.side] ?? one.side}）`]);
export const mediators = (context) => context.case.mediators.map((one) => [one.id, one.name]);
export const nameOf = (list, id) => list.find((one) => one.id === id)?.name ?? "";

export const when = () => [
  day("on", "哪一天", { required: true }),
  time("starts", "几点开始", { required: true }),
  time("ends", "几点结束", { rare: true }),
];
export const now = () => ({ on: today(), starts: timeOf(new Date()) });
export const recorder = () => line("recorder", "记录人", { required: true, most: 100, rare: true });
export const told = (context, label, more = {}) => area("text", label, { required: true, lines: 7, phrases: context.lists.phrases, ...more });
export const pictures = (label = "照片") => photos("photos", label, { hint: "会缩小后存在这台电脑里，不带拍照地点。" });

// People of the case who may sign on the screen; others are written down by name.
export function hands(context) {
  const people = [...context.case.parties, ...context.case.mediators].map((one) => [one.name, one.name]);
  return rows("hands", "在屏幕上签名", {
    one: "签名", add: "加一个签名",
    hint: "屏幕上的签名只作参考。有法律效力的，是纸上的签名、盖章或者手印。",
    fields: [pick("signer", "谁签", { required: true, options: people }), ink("strokes", "请他在这里签")],
  });
}

export async function handNotes(values, context, about) {
  const notes = [];
  for (const [n, hand] of (values.hands ?? []).entries()) {
    const attachments = await inked(context.pads.get(`hands.${n}.strokes`), hand.signer);
    if (attachments.length) notes.push(note(context, { kind: "signature", text: `${hand.signer}在屏幕上签名`, about, on: values.on }, attachments));
  }
  return notes;
}

export const on = (context) => ({ case_id: context.case?.id ?? null, base_version: context.case?.version ?? null, about: context.case?.title ?? "" });

export const note = (context, payload, attachments = []) => ({ type: "note.add", ...on(context), payload, attachments });

export const myName = () => me().name;
export const warn = (sentences) => sentences.length > 0 && html`<div class="card amber"><h2>请再看一眼</h2><ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul></div>`;
