// The door of the desk: unlock, the first time on this laptop, a forgotten passphrase.
import { LEAST, TRIES, enroll, knows, people, unlock } from "./box.js";
import { meta, setMeta } from "./db.js";
import { find, html, show, tell } from "./html.js";
import { answerOf, askCentre, asked, forget, renew, spare } from "./rescue.js";
import { tellState } from "./sender.js";
import { session } from "./wire.js";
import { NEEDS } from "./words.js";

const SIGN_IN = "/sign-in?next=/desk";

async function signedIn() {
  try {
    const said = await session();
    await setMeta("export_key", said.export_key);
    tellState({ net: true });
    return said.user;
  } catch (error) {
    tellState({ net: error.why !== "away" });
    return null;
  }
}

const passphrase = (id, label, fresh) => html`<div class="field"><label for="${id}">${label}</label>
  ${fresh && html`<p class="hint">至少 ${LEAST} 个字，例如四个不相干的词。忘了它，要中心的两个人一起才能再打开。</p>`}
  <p class="error" id="${id}-error" role="alert"></p>
  <input id="${id}" type="password" autocomplete="${fresh ? "new-password" : "off"}" aria-describedby="${id}-error"></div>`;

function opening(known) {
  return html`<form class="card" id="unlock" autocomplete="off"><div class="field"><label for="person">工号</label>
    <select id="person">${known.map((one) => html`<option value="${one.id}">${one.number}</option>`)}</select></div>
    ${passphrase("word", "这台电脑上的口令")}<button class="primary huge">打开</button>
    <p><a href="#rescue" id="forgot">口令忘了</a></p></form>`;
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
    error.textContent = wrong.left > 0 ? `口令不对，请再写一次。再错 ${wrong.left} 次就锁住。` : `口令错了 ${TRIES} 次，已经锁住。请按下面的“口令忘了”。`;
    find("#word").value = "";
    return find("#word").focus();
  }
  await arrived();
}

function chosen() {
  const word = find("#new-word").value;
  const wrong = [...word].length < LEAST ? ["new-word", `口令太短，至少 ${LEAST} 个字。`] : word !== find("#same-word").value && ["same-word", "两遍不一样，请再写一次。"];
  if (!wrong) return word;
  find(`#${wrong[0]}-error`).textContent = wrong[1];
  find(`#${wrong[0]}`).focus();
  return null;
}

async function tryEnroll(event, user, arrived) {
  event.preventDefault();
  const word = chosen();
  if (!word) return;
  await navigator.storage?.persist?.();
  await enroll(user, word, spare);
  await arrived();
}

const ASKED = {
  waiting: (code) => html`<p>已经请中心帮忙，核对码 <strong>${code}</strong>。请给中心打电话，由两个人各自核对后同意；同意以后再按一次。</p>`,
  refused: () => html`<p class="error">中心没有同意。请和中心联系，再请一次。</p>`,
  gone: () => html`<p class="error">中心没有这次请求了，请再请一次。</p>`,
};

const renewing = (person) => html`<form class="card" id="renew-word" autocomplete="off"><h2>${person.number}：定一个新口令</h2>
  ${passphrase("new-word", "新口令", true)}${passphrase("same-word", "再写一遍")}<button class="primary huge">就用这个口令</button></form>`;

// Only the person themselves may ask, signed in at the centre; two others there agree.
async function rescueScreen(person, user, arrived) {
  const back = html`<p><a href="#" id="back-to-lock">← 回去</a></p><h1>口令忘了</h1>`;
  const own = user?.id === person.id;
  const answer = own && (await asked(person.id)) ? await answerOf(person.id) : null;
  if (["refused", "gone"].includes(answer?.state)) await forget(person.id);
  if (answer?.state === "given") show(html`${back}${renewing(person)}`);
  else if (!own) show(html`${back}<p>要先用工号 ${person.number} 本人的账号连上中心。<a class="button" href="${SIGN_IN}">登录</a></p>`);
  else {
    show(html`${back}<p>写在这台电脑里的都还在，只是打不开。中心的两个人一起同意以后，可以定一个新口令。</p>
      ${answer && ASKED[answer.state]((await asked(person.id))?.code)}<button class="primary huge" id="ask">${answer?.state === "waiting" ? "看中心同意了没有" : "请中心帮忙打开"}</button>`);
  }
  find("#back-to-lock").addEventListener("click", () => lockScreen(arrived));
  find("#ask")?.addEventListener("click", async () => {
    await askCentre(person.id);
    await rescueScreen(person, user, arrived);
  });
  find("#renew-word")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const word = chosen();
    if (!word) return;
    await renew(person.id, answer.key, word);
    await unlock(person.id, word);
    await arrived();
  });
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
  find("#forgot")?.addEventListener("click", (event) => {
    event.preventDefault();
    const person = known.find((one) => one.id === find("#person").value);
    rescueScreen(person, user, arrived).catch((error) => tell(NEEDS[error.why] ?? "连不上中心，现在还不能处理。请到有网络的地方再来。", "red"));
  });
  find("#enroll")?.addEventListener("submit", (event) => tryEnroll(event, user, arrived));
  find(known.length ? "#word" : "#new-word")?.focus();
}
