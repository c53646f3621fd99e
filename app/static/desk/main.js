// Where the desk begins: which screen, the strip with the queue, the idle lock, new versions.
import { lock, me } from "./box.js";
import { caseOf, lists } from "./bundle.js";
import { lockScreen } from "./door.js";
import { saveSealed } from "./export.js";
import { fetchFonts } from "./fonts.js";
import { closeForm, isOpen, keep, openForm } from "./form.js";
import { FORMS } from "./forms/index.js";
import { find, html, main, show, tell } from "./html.js";
import { news, rows, waits } from "./outbox.js";
import { isPaper, leavePaper } from "./paper.js";
import { agreementsScreen, printScreen, writing } from "./papers.js";
import { renumber } from "./renumber.js";
import { rewrite } from "./rewrite.js";
import { send, state } from "./sender.js";
import { watchShell } from "./shell.js";
import { caseScreen, home } from "./views.js";
import { drop, haveBack } from "./withdraw.js";
import { writtenScreen } from "./written.js";
import { NEEDS } from "./words.js";

const IDLE = 10 * 60 * 1000;
const FACES = 30 * 1000; // ms; large files wait until what was written has gone

const AGREED = new Set(["agreement", "oral", "signing"]);

async function write(kindName, caseId, at) {
  const kind = FORMS[kindName];
  const one = caseId ? await caseOf(caseId) : null;
  if (!kind || (caseId && !one)) return caseScreen(caseId);
  if (AGREED.has(kindName)) return openForm(kind, await writing(one, at));
  await openForm(kind, { case: one, lists: await lists(), back: caseId ? `#case/${caseId}` : "#" });
}

const SCREENS = { agreements: agreementsScreen, case: caseScreen, print: printScreen, write, written: writtenScreen };

let turn = Promise.resolve();
const inTurn = (step) => (turn = turn.then(step, step)); // one after the other, last one stays
const screen = () => inTurn(showScreen);
const anew = () => inTurn(() => !isOpen() && !isPaper() && showScreen()); // asked in turn: a form may have opened meanwhile

async function showScreen() {
  if (!me()) return lockScreen(arrive);
  await keep();
  closeForm();
  leavePaper();
  const [name, ...parts] = location.hash.slice(1).split("/");
  find("#who").textContent = me().name;
  find("#lock").hidden = false;
  await (SCREENS[name] ?? home)(...parts);
}

async function arrive() {
  await screen();
  strip();
  await send({ now: true });
  await anew();
}

async function lockNow() {
  await keep();
  closeForm();
  leavePaper();
  lock();
  find("#who").textContent = "";
  find("#lock").hidden = true;
  await lockScreen(arrive);
  strip();
}

async function strip() {
  const held = (await rows()).filter(waits);
  const own = me() ? held.filter((row) => row.user === me().id) : held;
  const others = held.length - own.length;
  find("#net").textContent = state.net ? "连得上中心" : state.net === false ? "连不上中心，照样可以写" : "正在看有没有网络……";
  find("#net").className = state.net ? "green" : "amber";
  const going = state.running && own.length > 0 && state.net ? "，正在交……" : "";
  const need = me() && state.need ? NEEDS[state.need] ?? "" : "";
  const mineSaid = own.length ? `${own.length} 条写在这台电脑里，还没交到中心${going}` : "写的都已交到中心";
  const link = state.need === "sign-in" || state.need === "other" ? html` <a href="/sign-in?next=/desk">登录</a>` : "";
  const othersSaid = others ? `；别的人还有 ${others} 条` : "";
  find("#queue").innerHTML = String(html`${mineSaid}${othersSaid}。${need}${state.sentence && need ? state.sentence : ""}${link}`);
  find("#queue").className = need ? "red" : own.length ? "amber" : "green";
  find("#send").hidden = !me();
}

// A list that changed elsewhere is shown anew; a form under somebody's hands never is.
async function refresh() {
  await strip();
  if (me() && !isPaper() && !isOpen() && !main().contains(document.activeElement?.closest("form"))) {
    const y = scrollY;
    const seat = document.activeElement?.getAttribute?.("href");
    await anew();
    scrollTo(0, y);
    if (seat) find(`a[href="${CSS.escape(seat)}"]`)?.focus({ preventScroll: true });
  }
}

let idle = 0;
function busy() {
  clearTimeout(idle);
  idle = setTimeout(() => me() && lockNow(), IDLE);
}

function listen() {
  addEventListener("hashchange", screen);
  addEventListener("desk:state", async () => ((await strip()), state.need === "stopped" && lockNow()));
  addEventListener("desk:changed", refresh);
  addEventListener("desk:written", () => (strip(), send({ now: true })));
  addEventListener("desk:outdated", () => tell("工作台换了新版本，请把这一页写完、关掉，再重新打开。", "amber"));
  addEventListener("desk:blocked", () => tell("请关掉别的下乡工作台窗口，才能换成新版本。", "amber"));
  addEventListener("online", () => send({ now: true }));
  addEventListener("offline", () => ((state.net = false), strip()));
  document.addEventListener("visibilitychange", () => !document.hidden && me() && send());
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, busy, { passive: true });
  news.onmessage = refresh;
  find("#send").addEventListener("click", async () => {
    await send({ now: true });
    await refresh();
  });
  find("#lock").addEventListener("click", lockNow);
  main().addEventListener("click", (event) => event.target.id === "seal" && saveSealed());
  main().addEventListener("click", ({ target: { dataset } }) => {
    if (dataset.again) again(dataset.again);
    if (dataset.drop && !isOpen()) drop(Number(dataset.drop));
    if (dataset.renumber) renumber(Number(dataset.renumber));
    if (dataset.haveBack) haveBack(Number(dataset.haveBack));
  });
  setInterval(() => state.net && me() && fetchFonts().catch(() => null), FACES);
}

// What the centre did not take, laid into its form once more: it goes out under a new number.
async function again(seq) {
  const held = await rewrite(Number(seq));
  if (held) location.hash = held;
}

const LACKS = [
  ["isSecureContext", "这个网址不是安全连接（https），浏览器不让离线使用。请用中心给的 https 网址打开。"],
  ["indexedDB", "这个浏览器不能在本机存东西，请换一个浏览器。"],
  ["BroadcastChannel", "这个浏览器太旧，请换一个浏览器。"],
];

async function begin() {
  const lack = LACKS.find(([name]) => !globalThis[name]) ?? (!navigator.locks && LACKS[2]);
  if (lack) return show(html`<h1>这里用不了下乡工作台</h1><p>${lack[1]}</p>`);
  listen();
  busy();
  await watchShell();
  await screen();
  await strip();
}

begin();
