// What was written on this laptop: where each record is now, and where two sides differ, both.
import { me, unseal } from "./box.js";
import { lists } from "./bundle.js";
import { device } from "./db.js";
import { carrying } from "./export.js";
import { haveFonts } from "./fonts.js";
import { html, moment, show, yuan } from "./html.js";
import { mine, rows, waits } from "./outbox.js";
import { mayRenumber } from "./renumber.js";
import { mayDrop, mayHaveBack } from "./withdraw.js";
import { FIELDS, TYPES, stateOf } from "./words.js";

const HIDDEN = /(^|_)(id|ids|sha256)$|^version$/;
const plain = (value) => (value === true ? "是" : value === false ? "否" : String(value));

const CHOSEN = { stage: "Stage", language: "Language" }; // fields that say a word of the machine

function word(key, value, choices) {
  return choices[CHOSEN[key]]?.find(([one]) => one === value)?.[1] ?? value;
}

function said(value, choices = {}) {
  if (Array.isArray(value)) return html`<ul>${value.map((one) => html`<li>${said(one, choices)}</li>`)}</ul>`;
  if (value === null || typeof value !== "object") return plain(value ?? "");
  const lines = Object.entries(value).filter(([key, one]) => !HIDDEN.test(key) && one !== null && one !== "");
  return html`<dl class="facts">${lines.map(([key, one]) => (key === "amount_fen" ? html`<dt>多少元</dt><dd>${yuan(one)}</dd>` : html`<dt>${FIELDS[key] ?? key}</dt><dd>${said(word(key, one, choices), choices)}</dd>`))}</dl>`;
}

// Where the centre names no field that differs, all that was written stands on one side.
function yours(answer, held) {
  const named = Object.keys(answer.yours ?? {}).some((key) => !HIDDEN.test(key));
  return named ? answer.yours : (held.envelope.payload.wording ?? held.envelope.payload);
}

const sides = (answer, choices, held) => html`<div class="sides"><section><h3>您在村里写的</h3>${said(yours(answer, held), choices)}</section>
  <section><h3>中心现在的</h3>${said(answer.centre ?? {}, choices)}</section></div>`;

function steps(row, held, status) {
  if (mayHaveBack(row)) return html`<div class="actions"><button type="button" data-have-back="${row.seq}">拿回来</button></div>`;
  if (mayRenumber(row)) return html`<div class="actions"><button type="button" data-renumber="${row.seq}">换个号再交</button></div>`;
  if (mayDrop(row, held)) return html`<div class="actions"><button type="button" data-drop="${row.seq}">登错了，不要这一条</button></div>`;
  if (!["conflict", "rejected"].includes(status)) return "";
  return html`<div class="actions">${held.form && html`<button type="button" data-again="${row.seq}">照着另写一条</button>`}
    ${status === "conflict" && html`<span class="over">两边都留着。也可以在中心的电脑上处理，或者请主管定。</span>`}</div>`;
}

// What became of a dispute that was taken down here.
async function fate({ envelope }, status) {
  const known = status === "done" && (await lists()).registered?.find((one) => one.id === envelope.payload.record?.ref);
  return known && html`<p>中心的编号是 ${known.number}，现在：${known.said}。</p><p class="over">登错了的，请给中心打电话，在案件页撤销；撤了以后，联网时这里会写明。</p>`;
}

const NOTES = { telephone: "电话记录", photo: "拍照留存", signature: "屏幕上的签名" };
const titleOf = ({ type, payload }) => (type === "note.add" && NOTES[payload.kind]) || (TYPES[type] ?? type);

async function writtenRow(row) {
  const held = await unseal(row);
  const answer = row.answer ? await unseal(row.answer) : null;
  const [tone, word] = stateOf(row);
  const status = row.status;
  return html`<li class="card ${tone}" data-seq="${row.seq}" data-status="${status}"><p><strong>${titleOf(held.envelope)}</strong>
    <span class="over">第 ${row.seq} 号 ${moment(row.written)}</span></p>
    ${held.about && html`<p class="over">${held.about}</p>`}<p>${word}</p>
    ${answer?.sentence && html`<p class="error">${answer.sentence}</p>`}
    ${await fate(held, status)}${status === "conflict" && sides(answer, (await lists()).choices, held)}${steps(row, held, status)}</li>`;
}

export const writtenList = async (list) =>
  list.length ? html`<ul class="cards one">${await Promise.all([...list].reverse().map(writtenRow))}</ul>` : html`<p class="empty">还没有。写下的每一条都会列在这里，并写明交到中心没有。</p>`;

// What somebody at the centre asks on the telephone.
async function laptopSaid() {
  const [number, lasting] = [await device(), await navigator.storage?.persisted?.()];
  return html`<details><summary>这台电脑</summary><dl class="facts"><dt>编号</dt><dd>${number}</dd>
    <dt>工作台版本</dt><dd>${document.body.dataset.shell}</dd>
    <dt>打印用的字</dt><dd>${(await haveFonts()) ? "已带来" : "还没有，连上中心后自动带来"}</dd>
    <dt>浏览器</dt><dd>${lasting ? "答应一直留着这里写的" : "没有答应一直留着这里写的；请把工作台装成应用，不要清理浏览数据"}</dd></dl></details>`;
}

export async function writtenScreen() {
  const own = await mine();
  const others = (await rows()).filter((row) => row.user !== me().id && waits(row)).length;
  show(html`<p><a href="#">← 我带着的案件</a></p><h1>这台电脑里写的（${own.length}）</h1>
    ${others > 0 && html`<p class="card amber">别的人还有 ${others} 条在这台电脑里，等本人登录后交。</p>`}
    ${carrying(own.filter(waits).length)}${await writtenList(own)}${await laptopSaid()}`);
}
