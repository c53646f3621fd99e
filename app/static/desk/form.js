// One form: shown from its fields, kept as typed, checked, and written as commands once.
import { me } from "./box.js";
import { draftOf, dropDraft, keepDraft } from "./drafts.js";
import { anchor, faults, goTo, read, shape } from "./fields.js";
import { find, html, main, quiet, show, tell, timeOf } from "./html.js";
import { padsOf } from "./pads.js";
import { keepPhoto, showThumbs } from "./photos.js";
import { put } from "./outbox.js";
import { whyNotWritten } from "./words.js";

const PAUSE = 300; // ms after the last key
let open = null; // the form on the screen: {kind, context, values, id, name, errors, pads}

const fieldsNow = () => open.kind.fields(open.context, open.values).filter((field) => !field.when || field.when(open.values));
const at = (path) => path.split(".").reduce((value, part) => value?.[part], open.values);

export const nameOf = (kind, context) => [kind.name, context.case?.id ?? "new", context.about ?? ""].join("|");

function look() {
  const { kind, context, errors } = open;
  const fields = fieldsNow();
  const named = Object.entries(errors);
  const notes = kind.notes?.(open.values, context) ?? "";
  return html`<p><a href="${context.back}">← 回去</a></p><h1>${kind.title}</h1>
    ${context.case && html`<p class="over">${context.case.title}</p>`}
    ${kind.lead && html`<p class="hint">${kind.lead}</p>`}
    <form id="form" autocomplete="off" novalidate>
    ${named.length > 0 && html`<div class="errors" id="errors" tabindex="-1"><p>还没有写进去，请先改好：</p>
      <ul>${named.map(([path, said]) => html`<li><a href="#${anchor(path)}" data-go="${path}">${said}</a></li>`)}</ul></div>`}
    ${fields.filter((f) => !f.rare).map((f) => shape(f, open.values, "", errors))}
    ${fields.some((f) => f.rare) && html`<details${open.rare && html` open`}><summary>不常用的几项</summary>${fields.filter((f) => f.rare).map((f) => shape(f, open.values, "", errors))}</details>`}
    <div id="notes">${notes}</div>
    <p id="kept" class="over" role="status">${open.kept}</p>
    <div class="actions"><button class="primary huge" type="submit">${kind.button ?? "写进这台电脑"}</button>
      <button type="button" id="abandon">不写了</button></div></form>`;
}

function wire() {
  const form = find("#form");
  open.pads = padsOf(form, at, later);
  showThumbs(form);
  form.addEventListener("input", later);
  form.addEventListener("change", changed);
  form.addEventListener("click", clicked);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
}

function redraw(focus = null) {
  const seat = focus ?? document.activeElement?.id;
  const y = scrollY;
  main().innerHTML = String(look());
  wire();
  scrollTo(0, y);
  if (seat) document.getElementById(seat)?.focus({ preventScroll: !focus });
}

function collect() {
  open.values = read(find("#form"), fieldsNow(), open.values, open.pads);
  open.rare = Boolean(find("#form details")?.open);
}

let pausing = 0;
function later() {
  if (!open) return;
  open.touched = true;
  clearTimeout(pausing);
  pausing = setTimeout(keep, PAUSE);
}

// Called at every pause, and when the page is hidden or locked.
export async function keep() {
  clearTimeout(pausing);
  if (!open?.touched || !find("#form") || !me()) return; // a form only looked at leaves no old dates behind
  collect();
  const { name, id, values, kind, context } = open;
  try {
    await keepDraft(name, { id, values });
    open.kept = `草稿写在这台电脑里（${timeOf(new Date())}），还没有提交。`;
  } catch (error) {
    open.kept = "";
    tell(`草稿${whyNotWritten(error)}`, "red");
  }
  if (find("#kept")) find("#kept").textContent = open.kept;
  if (kind.notes && find("#notes")) find("#notes").innerHTML = String(kind.notes(values, context));
}

const shown = () => fieldsNow().map((field) => field.name + (field.options?.length ?? "")).join();

async function changed(event) {
  const target = event.target;
  if (target.dataset.photos) return addPhotos(target);
  if (target.dataset.into) return insert(target);
  const before = shown();
  collect();
  open.kind.follow?.(open.values, target.name, open.context);
  if (shown() !== before || open.kind.follows?.includes(target.name)) redraw();
  later();
}

function insert(chooser) {
  const into = document.getElementById(chooser.dataset.into);
  into.setRangeText(chooser.value, into.selectionStart, into.selectionEnd, "end");
  chooser.value = "";
  into.focus();
  later();
}

async function addPhotos(input) {
  collect();
  const list = at(input.dataset.photos) || [];
  try {
    for (const file of input.files) list.push(await keepPhoto(file));
  } catch (error) {
    tell(error.name === "InvalidStateError" || error.name === "EncodingError" ? "这个文件不是照片，读不出来。" : whyNotWritten(error), "red");
  }
  place(input.dataset.photos, list);
  open.touched = true;
  redraw();
  await keep();
}

function place(path, value) {
  const parts = path.split(".");
  const last = parts.pop();
  const home = parts.reduce((held, part) => (held[part] ??= {}), open.values);
  home[last] = value;
}

function clicked(event) {
  const { more, less, drop, clear, go } = event.target.dataset;
  if (event.target.id === "abandon") return abandon();
  if (go) event.preventDefault();
  if (go) return goTo(go);
  if (clear) open.pads.get(clear).clear();
  if (!more && !less && !drop) return clear && later();
  collect();
  const path = more ?? less ?? drop;
  const list = [...(at(path) || [])];
  if (more) list.push({});
  else list.splice(Number(event.target.dataset.at), 1);
  place(path, list);
  redraw(more ? anchor(`${path}.${list.length - 1}.${fieldNamed(path).fields[0].name}`) : anchor(path));
  later();
}

const fieldNamed = (path) => fieldsNow().find((field) => field.name === path);

async function abandon() {
  const { name, context } = open;
  if (!confirm("草稿也不要了吗？按“取消”就留着，下次接着写。")) return;
  clearTimeout(pausing);
  await dropDraft(name);
  open = null;
  location.hash = context.back;
}

async function submit() {
  clearTimeout(pausing);
  if (!open || open.busy) return;
  collect();
  open.errors = { ...faults(fieldsNow(), open.values), ...open.kind.check?.(open.values, open.context) };
  if (Object.keys(open.errors).length) return redraw("errors");
  open.busy = true;
  quiet();
  find("#form button.primary").disabled = true;
  try {
    const commands = await open.kind.commands(open.values, { ...open.context, pads: open.pads });
    const typed = { kind: open.kind.name, about: open.context.about, values: open.values };
    const seq = await put(commands, { form: open.id, draft: open.name, typed });
    done(seq);
  } catch (error) {
    open.busy = false;
    find("#form button.primary").disabled = false;
    tell(whyNotWritten(error), "red");
  }
}

function done(seq) {
  const { kind, context } = open;
  open = null;
  tell(`写在这台电脑里了（第 ${seq} 号），有网络时自动交到中心。`);
  location.hash = kind.after?.(context, seq) ?? context.back;
}

export async function openForm(kind, context) {
  const name = nameOf(kind, context);
  const draft = await draftOf(name);
  const start = kind.start(context);
  open = { kind, context, name, id: draft?.id ?? crypto.randomUUID(), errors: {}, kept: "", pads: new Map(), touched: Boolean(draft) };
  open.values = { ...start, ...draft?.values };
  if (draft) open.kept = "这是上次没写完的草稿，接着写就行。";
  show(look());
  wire();
}

export function closeForm() {
  clearTimeout(pausing);
  open = null;
}

export const isOpen = () => Boolean(open && find("#form"));
document.addEventListener("visibilitychange", () => document.hidden && keep());
addEventListener("pagehide", () => keep());
