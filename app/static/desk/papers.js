// The agreements of a case on the desk: what stands, what is next, and printing them.
import { agreementsOf } from "./agreed.js";
import { caseOf, lists } from "./bundle.js";
import { checks, examine, seenIn } from "./checks.js";
import { haveFonts } from "./fonts.js";
import { find, html, show, tell, today } from "./html.js";
import { me, unseal } from "./box.js";
import { mine, put } from "./outbox.js";
import { agreementPaper, contentHash, leavePaper, markOf, showPaper } from "./paper.js";
import { whyNotWritten } from "./words.js";

const CODE = "mediation_agreement";

function standing(one) {
  if (one.effective_on) return `已生效（${one.effective_on}）`;
  if (one.signed) return "签字已写在这台电脑里";
  if (one.concluded_on) return `已定稿（${one.concluded_on}）`;
  return one.command && one.status !== "done" ? "草稿，写在这台电脑里，还没交到中心" : "草稿，中心也有";
}

const step = (path, text, primary) => html`<a class="button${primary && " primary"} huge" href="${path}">${text}</a>`;

function card(id, one, n, prints) {
  const at = `${id}/${n}`;
  const fixed = one.signed || one.effective_on || one.concluded_on;
  return html`<li class="card case"><h2>${one.number ?? "没有编号"}</h2><p>${standing(one)}</p>
    <p class="over">${one.wording.clauses.length} 条，${one.wording.obligations.length} 项履行事项${prints > 0 && html`；离线印过 ${prints} 次`}</p>
    ${one.form === "written" && html`<div class="pile">${step(`#print/${at}`, "打印", !fixed && !prints)}
      ${!one.effective_on && step(`#write/signing/${at}`, one.signed ? "补登记签字" : "登记签字", prints > 0 && !one.signed)}
      ${!fixed && step(`#write/agreement/${at}`, "改一改")}</div>`}</li>`;
}

async function printsOf(one) {
  const rows = (await mine()).filter((row) => row.case_id === one.id);
  const all = await Promise.all(rows.map(unseal));
  return all.map(({ envelope }) => envelope).filter((envelope) => envelope.type === "paper.print").map((envelope) => envelope.payload);
}

const about = (prints, agreement) => prints.filter((one) => JSON.stringify(one.subject_id) === JSON.stringify(agreement.id) || one.number === agreement.number);

export async function agreementsScreen(id) {
  const one = await caseOf(id);
  if (!one) return (location.hash = "#");
  const [list, prints] = [await agreementsOf(one), await printsOf(one)];
  show(html`<p><a href="#case/${id}">← 回到案件</a></p><h1>协议（${list.length}）</h1><p class="over">${one.title}</p>
    ${one.numbers?.length ? "" : html`<p class="card amber">这个案件没有带协议编号。照样可以写，编号由中心给；要在村里打印有编号的协议，请先联网带号。</p>`}
    <ul class="cards">${list.map((agreement, n) => card(id, agreement, n, about(prints, agreement).length))}</ul>
    <div class="pile">${step(`#write/agreement/${id}`, "写一份协议", !list.length)}${step(`#write/oral/${id}`, "记一份口头协议")}</div>`);
}

async function blocked(one, agreement) {
  return examine(await checks(), agreement.wording, seenIn(one)).filter((found) => found.block);
}

function asking(one, agreement, found, fonts, back) {
  return html`<p><a href="${back}">← 回到协议</a></p><h1>打印协议书</h1><p class="over">${agreement.number ?? "没有编号"}</p>
    ${found.length > 0 && html`<div class="card red"><h2>这样写不能签字</h2><ul>${found.map((said) => html`<li>${said.said}</li>`)}</ul></div>`}
    ${!fonts && html`<p class="card amber">打印用的字还没有带到这台电脑，印出来的分页可能和中心的不一样。连上中心后会自动带来。</p>`}
    <form id="to-paper" class="card" autocomplete="off"><div class="field"><label for="p-on">协议上的日期</label><input id="p-on" type="date" value="${today()}" required></div>
    <div class="field"><label for="p-recorder">记录人</label><input id="p-recorder" value="${me().name}" maxlength="100" required></div>
    <p class="hint">每一份的页脚有“离线打印”、第几份和内容的短码。按一次印一份，每一份都会记下来。</p>
    <button class="primary huge"${found.length > 0 && html` disabled`}>看纸样</button></form>`;
}

export async function printScreen(id, at) {
  const one = await caseOf(id);
  const agreement = one && (await agreementsOf(one))[Number(at)];
  if (!agreement) return (location.hash = "#");
  const back = `#agreements/${id}`;
  show(asking(one, agreement, await blocked(one, agreement), await haveFonts(), back));
  find("#to-paper").addEventListener("submit", (event) => {
    event.preventDefault();
    const paper = agreementPaper(one, agreement, { recorder: find("#p-recorder").value.trim(), on: find("#p-on").value });
    onPaper(one, agreement, paper, back).catch((error) => (leavePaper(), tell(whyNotWritten(error), "red")));
  });
}

function bar(copies) {
  const made = document.createElement("div");
  made.className = "at-desk";
  made.innerHTML = String(html`<p role="status"></p>${Array.from({ length: copies }, (_, n) => html`<button type="button" data-copy="${n + 1}">印第 ${n + 1} 份</button>`)}
    <button type="button" data-leave>回工作台</button>`);
  return made;
}

async function onPaper(one, agreement, paper, back) {
  const hash = await contentHash(CODE, paper);
  const tools = bar(paper.copies);
  const mark = await showPaper(CODE, paper, tools);
  const said = tools.querySelector("p");
  said.textContent = `一式 ${paper.copies} 份。请一份一份地印。`;
  tools.addEventListener("click", async ({ target }) => {
    if ("leave" in target.dataset) {
      leavePaper();
      location.hash = back;
    }
    const copy = Number(target.dataset.copy);
    if (!copy) return;
    try {
      await report(one, agreement, paper, copy, hash);
    } catch (error) {
      said.textContent = `没有印：${whyNotWritten(error)}`;
      return;
    }
    await mark(markOf(copy, paper.copies, hash));
    said.textContent = `第 ${copy} 份已记下。没印出来的，再按一次“印第 ${copy} 份”。`;
    print();
  });
}

// Written down before the printer is asked: a paper without a record is worse than the reverse.
async function report(one, agreement, paper, copy, hash) {
  const payload = { on: today(), code: CODE, subject_id: agreement.id, number: paper.number, copy, copies: paper.copies, content_sha256: hash };
  await put([{ type: "paper.print", case_id: one.id, base_version: one.version, about: one.title, payload }]);
}

export async function writing(one, at) {
  const agreement = at === undefined ? null : (await agreementsOf(one))[Number(at)];
  return { case: one, agreement, about: at ?? "", lists: await lists(), checks: await checks(), back: `#agreements/${one.id}` };
}
