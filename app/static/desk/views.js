// The desk's screens besides its forms: unlock, my cases, one case, what was written here.
import { LEAST, TRIES, enroll, knows, people, unlock } from "./box.js";
import { caseOf, cases, freshness } from "./bundle.js";
import { meta } from "./db.js";
import { draftNames } from "./drafts.js";
import { find, html, moment, show } from "./html.js";
import { mine, waits } from "./outbox.js";
import { state } from "./sender.js";
import { nextOf, othersOf } from "./steps.js";
import { writtenList } from "./written.js";
import { session } from "./wire.js";
import { NEEDS, RISKS, SIDES } from "./words.js";

const SIGN_IN = "/sign-in?next=/desk";

async function signedIn() {
  try {
    return (await session()).user;
  } catch (error) {
    state.net = error.why !== "away";
    return null;
  }
}

const passphrase = (id, label, fresh) => html`<div class="field"><label for="${id}">${label}</label>
  ${fresh && html`<p class="hint">至少 ${LEAST} 个字，例如四个不相干的词。忘了它，这台电脑上没交的记录就打不开了。</p>`}
  <p class="error" id="${id}-error" role="alert"></p>
  <input id="${id}" type="password" autocomplete="${fresh ? "new-password" : "off"}" aria-describedby="${id}-error"></div>`;

function opening(known) {
  return html`<form class="card" id="unlock" autocomplete="off"><div class="field"><label for="person">工号</label>
    <select id="person">${known.map((one) => html`<option value="${one.id}">${one.number}</option>`)}</select></div>
    ${passphrase("word", "这台电脑上的口令")}<button class="primary huge">打开</button></form>`;
}

function beginning(user) {
  return html`<form class="card" id="enroll" autocomplete="off"><h2>${user.name}：第一次在这台电脑上用</h2>
    <p>案情会锁着存在这台电脑里，没有网络也能写。请定一个口令，只有您知道。</p>
    ${passphrase("new-word", "口令", true)}${passphrase("same-word", "再写一遍")}<button class="primary huge">就用这个口令</button></form>`;
}

async function tryUnlock(event, arrived) {
  event.preventDefault();
  const error = find("#word-error");
  error.textContent = "";
  try {
    await unlock(find("#person").value, find("#word").value);
  } catch (wrong) {
    error.textContent = wrong.message === "too many" ? `口令错了 ${TRIES} 次，已经锁住。请到中心由两个人一起处理。` : "口令不对，请再写一次。";
    find("#word").value = "";
    return find("#word").focus();
  }
  await arrived();
}

async function tryEnroll(event, user, arrived) {
  event.preventDefault();
  const word = find("#new-word").value;
  const wrong = [...word].length < LEAST ? ["new-word", `口令太短，至少 ${LEAST} 个字。`] : word !== find("#same-word").value && ["same-word", "两遍不一样，请再写一次。"];
  if (wrong) {
    find(`#${wrong[0]}-error`).textContent = wrong[1];
    return find(`#${wrong[0]}`).focus();
  }
  await navigator.storage?.persist?.();
  await enroll(user, word);
  await arrived();
}

export async function lockScreen(arrived) {
  const known = await people();
  const user = await signedIn();
  const fresh = user && !(await knows(user.id));
  const stopped = (await meta("stopped")) && !known.length && !fresh;
  show(html`<h1>${known.length ? "打开下乡工作台" : "下乡工作台"}</h1>
    ${stopped && html`<p class="card red">${NEEDS.stopped}</p>`}
    ${known.length > 0 && opening(known)}${fresh && beginning(user)}
    ${!user && html`<p>${known.length ? "要在这台电脑上添一个人，或者要把记录交到中心：" : "第一次用，要先在有网络的地方"}<a class="button" href="${SIGN_IN}">登录</a></p>`}`);
  find("#unlock")?.addEventListener("submit", (event) => tryUnlock(event, arrived));
  find("#enroll")?.addEventListener("submit", (event) => tryEnroll(event, user, arrived));
  find(known.length ? "#word" : "#new-word")?.focus();
}

const names = (one) => one.parties.map((party) => party.name).join("、");
const link = (path, text, primary) => html`<a class="button${primary && " primary"} huge" href="${path}">${text}</a>`;

async function caseCard(one, written, drafts) {
  const next = await nextOf(one, written);
  const waiting = written.filter((row) => row.case_id === one.id && waits(row)).length;
  return html`<li class="card case" data-case="${one.id}"><h2><a href="#case/${one.id}">${one.title}</a></h2>
    <p>${names(one)} <span class="over">${one.number ?? one.file_number}</span> ${one.risk && one.risk !== "blue" && html`<span class="badge red">风险${RISKS[one.risk]}</span>`}</p>
    ${one.deadlines[0] && html`<p class="over">${one.deadlines[0].title}：${one.deadlines[0].due_on}</p>`}
    ${waiting > 0 && html`<p><span class="badge amber">${waiting} 条还没交到中心</span></p>`}
    ${link(`#write/${next.kind}/${one.id}`, drafts.some((name) => name.startsWith(`${next.kind}|${one.id}`)) ? `接着写：${next.text}` : next.text, true)}</li>`;
}

const AGE = {
  none: () => html`<p class="card amber">这台电脑里还没有案件。请在有网络的地方打开，并在案件页按“带走下乡”。</p>`,
  fresh: (at) => html`<p class="over">案情是 ${moment(at)} 从中心带来的。</p>`,
  old: (at) => html`<p class="card amber">案情是 ${moment(at)} 带来的，中心那边可能已经变了。照样可以写；能联网时请先联网。</p>`,
  gone: (at) => html`<p class="card amber">案情带来太久（${moment(at)}），已经从这台电脑里清掉。没交的记录还在；联网后会重新带来。</p>`,
};

export async function home() {
  const age = await freshness();
  const [mineNow, written, drafts] = [await cases(), await mine(), await draftNames()];
  const cards = await Promise.all(mineNow.map((one) => caseCard(one, written, drafts)));
  show(html`<h1>我带着的案件（${mineNow.length}）</h1>${AGE[age.word](age.at)}
    <ul class="cards">${cards}</ul>
    <div class="pile">${link("#write/report", "随手上报（五项一照）", !mineNow.length)}${link("#write/intake", "登记一件新纠纷")}
    ${link("#written", `这台电脑里写的（${written.length}）`)}</div>`);
}

const said = (label, value) => value && html`<dt>${label}</dt><dd>${value}</dd>`;

function facts(one) {
  return html`<dl class="facts">${one.parties.map((p) => html`<dt>${SIDES[p.side]}</dt><dd>${p.name} ${p.phone} <span class="over">${p.address}</span></dd>`)}
    ${said("在哪里", one.place)}${said("谁办", one.mediators.map((m) => m.name).join("、"))}
    ${one.deadlines.map((d) => said(d.title, d.due_on))}</dl><p class="told">${one.summary}</p>`;
}

export async function caseScreen(id) {
  const one = await caseOf(id);
  if (!one) return show(html`<p><a href="#">← 我带着的案件</a></p><h1>这台电脑里没有这个案件</h1><p>它可能已经交回中心，或者带来太久被清掉了。</p>`);
  const written = (await mine()).filter((row) => row.case_id === id);
  const next = await nextOf(one, written);
  const others = await othersOf(one, written);
  show(html`<p><a href="#">← 我带着的案件</a></p><h1>${one.title}</h1><p class="over">${one.number ?? one.file_number}</p>
    <div class="pile">${link(`#write/${next.kind}/${id}`, next.text, true)}</div>
    <div class="card">${facts(one)}</div><h2>别的事</h2>
    <div class="pile">${others.filter((step) => step.kind !== next.kind).map((step) => link(step.path ?? `#write/${step.kind}/${id}`, step.text))}</div>
    <h2>在这台电脑里写的</h2>${await writtenList(written)}
    <h2>以前的经过</h2><ul class="timeline">${one.timeline.map((step) => html`<li><p>${step.said}</p><p class="over">${step.on} ${step.by}</p></li>`)}</ul>`);
}


