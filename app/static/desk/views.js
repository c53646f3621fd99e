// The desk's screens: my cases, and one case.
import { caseOf, cases, freshness, lists } from "./bundle.js";
import { draftNames } from "./drafts.js";
import { html, moment, show } from "./html.js";
import { mine, waits } from "./outbox.js";
import { nextOf, othersOf } from "./steps.js";
import { writtenList } from "./written.js";
import { RISKS, SIDES } from "./words.js";

const names = (one) => one.parties.map((party) => party.name).join("、");
const link = (path, text, primary) => html`<a class="button${primary && " primary"} huge" href="${path}">${text}</a>`;

function caseCard(one, written, drafts) {
  const next = nextOf(one);
  const waiting = written.filter((row) => row.case_id === one.id && waits(row)).length;
  return html`<li class="card case" data-case="${one.id}"><h2><a href="#case/${one.id}">${one.title}</a></h2>
    <p>${names(one)} <span class="over">${one.number ?? one.file_number}</span> ${one.risk && one.risk !== "blue" && html`<span class="badge red">风险${RISKS[one.risk]}</span>`}</p>
    ${one.deadlines[0] && html`<p class="over">${one.deadlines[0].title}：${one.deadlines[0].due_on}</p>`}
    ${waiting > 0 && html`<p><span class="badge amber">${waiting} 条还没交到中心</span></p>`}
    ${link(`#write/${next.kind}/${one.id}`, drafts.some((name) => name.startsWith(`${next.kind}|${one.id}`)) ? `接着写：${next.text}` : next.text, true)}</li>`;
}

const AGE = {
  none: () => html`<p class="card amber">这台电脑里还没有案件。要带案件下乡：有网络时到<a href="/cases">案件</a>页打开它，按“带走下乡”，再回到这里。</p>`,
  fresh: (at) => html`<p class="over">案情是 ${moment(at)} 从中心带来的。</p>`,
  old: (at) => html`<p class="card amber">案情是 ${moment(at)} 带来的，中心那边可能已经变了。照样可以写；能联网时请先联网。</p>`,
  gone: (at) => html`<p class="card amber">案情带来太久（${moment(at)}），已经从这台电脑里清掉。没交的记录还在；联网后会重新带来。</p>`,
};

function elsewhere(list) {
  if (!list?.length) return "";
  const said = list.map((one) => `${one.number}（${one.laptop || "没起名字的电脑"}）`).join("、");
  return html`<p class="card amber" id="elsewhere">另有 ${list.length} 件带在您的另一台电脑上：${said}。要在这台电脑上办，先把那台电脑上写的交完，再到案件的“下乡”页归还、重新带走。</p>`;
}

// What the centre took back is said, not only gone from the list.
function letGo(list) {
  if (!list?.length) return "";
  return html`<details class="card amber" id="let-go" open><summary>有 ${list.length} 件已经不在您手上</summary>
    <ul>${list.map((one) => html`<li>${one.title}（${one.number}）：${one.said}，${one.on}${one.because && `。${one.because}`}</li>`)}</ul>
    <p>这台电脑里为它们写的照样交，中心照样收。</p></details>`;
}

export async function home() {
  const age = await freshness();
  const [mineNow, written, drafts] = [await cases(), await mine(), await draftNames()];
  const known = await lists();
  const cards = mineNow.map((one) => caseCard(one, written, drafts));
  show(html`<h1>我带着的案件（${mineNow.length}）</h1>${AGE[age.word](age.at)}${!mineNow.length && ["fresh", "old"].includes(age.word) && AGE.none()}${elsewhere(known.elsewhere)}${letGo(known.let_go)}
    <ul class="cards">${cards}</ul>
    <div class="pile">${link("#write/report", "随手上报（五项一照）", !mineNow.length)}${link("#write/intake", "登记一件新纠纷")}
    ${link("#written", `这台电脑里写的（${written.length}）`)}</div>
    <p class="over">有网络时：<a href="/today">中心的网页</a>　<a href="/custody">带走和归还</a></p>`);
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
  const next = nextOf(one);
  const others = othersOf(one);
  show(html`<p><a href="#">← 我带着的案件</a></p><h1>${one.title}</h1><p class="over">${one.number ?? one.file_number}</p>
    <div class="pile">${link(`#write/${next.kind}/${id}`, next.text, true)}</div>
    <div class="card">${facts(one)}</div><h2>别的事</h2>
    <div class="pile">${others.filter((step) => step.kind !== next.kind).map((step) => link(step.path ?? `#write/${step.kind}/${id}`, step.text))}</div>
    <h2>在这台电脑里写的</h2>${await writtenList(written)}
    <h2>以前的经过</h2><ul class="timeline">${one.timeline.map((step) => html`<li><p>${step.said}</p><p class="over">${step.on} ${step.by}</p></li>`)}</ul>`);
}
