// The fields that a form is made of: how each looks and how it is read back.
import { all, find, html } from "./html.js";

const make = (kind) => (name, label, more = {}) => ({ kind, name, label, ...more });
export const line = make("line");
export const area = make("area");
export const day = make("day");
export const time = make("time");
export const money = make("money");
export const pick = make("pick");
export const choose = make("choose");
export const ticks = make("ticks");
export const tick = make("tick");
export const rows = make("rows");
export const photos = make("photos");
export const ink = make("ink");

const idOf = (path) => `f-${path.replaceAll(".", "-")}`;
const TYPE = { line: "text", day: "date", time: "time", money: "text" };

const picked = (field, value) =>
  field.options.map(([word, label]) => html`<option value="${word}"${value === word && html` selected`}>${label}</option>`);

const SHAPES = {
  area: (f, id, path, v) => html`<textarea id="${id}" name="${path}" rows="${f.lines ?? 5}"${f.described}>${v}</textarea>
    ${f.phrases?.length > 0 && html`<select class="phrases" data-into="${id}" aria-label="插入常用语"><option value="">插入常用语……</option>${f.phrases.map((p) => html`<option>${p}</option>`)}</select>`}`,
  pick: (f, id, path, v) => html`<select id="${id}" name="${path}"${f.described}>${!f.fixed && html`<option value="">请选择</option>`}${picked(f, v)}</select>`,
  choose: (f, id, path, v) => html`<div class="choices big" id="${id}" role="radiogroup" aria-label="${f.label}" tabindex="-1">
    ${f.options.map(([word, label]) => html`<label><input type="radio" name="${path}" value="${word}"${v === word && html` checked`}>${label}</label>`)}</div>`,
  ticks: (f, id, path, v) => html`<div class="choices big" id="${id}" role="group" aria-label="${f.label}" tabindex="-1">
    ${f.options.map(([word, label]) => html`<label><input type="checkbox" name="${path}" value="${word}"${v?.includes(word) && html` checked`}>${label}</label>`)}</div>`,
  tick: (f, id, path, v) => html`<label class="tick"><input type="checkbox" id="${id}" name="${path}"${v && html` checked`}>${f.label}</label>`,
  photos: (f, id, path, v) => html`<input type="file" id="${id}" data-photos="${path}" accept="image/*" capture="environment" multiple>
    <ul class="thumbs">${(v || []).map((one, n) => html`<li><img data-sha="${one.sha256}" alt="照片 ${n + 1}"><button type="button" data-drop="${path}" data-at="${n}">去掉</button></li>`)}</ul>`,
  ink: (f, id, path) => html`<canvas class="ink" id="${id}" data-ink="${path}" tabindex="0" aria-label="签名的地方；也可以改用按手印后拍照"></canvas>
    <button type="button" data-clear="${path}">擦掉重签</button>`,
  rows: (f, id, path, v) => html`<div id="${id}" tabindex="-1">${(v || []).map((one, n) => html`<fieldset class="card"><legend>${f.one} ${n + 1}</legend>
    ${f.fields.map((sub) => shape(sub, one, `${path}.${n}.`))}
    <button type="button" data-less="${path}" data-at="${n}">去掉这一项</button></fieldset>`)}</div>
    <button type="button" data-more="${path}">＋ ${f.add ?? `加一项${f.one}`}</button>`,
};

const ordinary = (f, id, path, v) =>
  html`<input id="${id}" name="${path}" type="${TYPE[f.kind]}" value="${v}" maxlength="${f.most ?? 300}"${f.kind === "money" && html` inputmode="decimal"`}${f.phone && html` inputmode="tel"`}${f.described}>`;

export function shape(field, values, prefix = "", errors = {}) {
  const path = prefix + field.name;
  const id = idOf(path);
  const wrong = errors[path];
  const described = wrong ? html` aria-invalid="true" aria-describedby="${id}-error"` : "";
  const body = (SHAPES[field.kind] ?? ordinary)({ ...field, described }, id, path, values[field.name] ?? "");
  const named = field.kind !== "tick";
  const grouped = ["choose", "ticks", "rows"].includes(field.kind);
  const label = html`${field.label}${field.required && html` <span class="must">必填</span>`}`;
  return html`<div class="field${wrong && " wrong"}">
    ${named && (grouped ? html`<p class="label">${label}</p>` : html`<label for="${id}">${label}</label>`)}
    ${field.hint && html`<p class="hint">${field.hint}</p>`}
    ${wrong && html`<p class="error" id="${id}-error">${wrong}</p>`}${body}</div>`;
}

const named = (form, path) => all(`[name="${CSS.escape(path)}"]`, form);

function readOne(form, field, path, before, pads) {
  if (field.kind === "rows") return (before || []).map((one, n) => read(form, field.fields, one, pads, `${path}.${n}.`));
  if (field.kind === "photos") return before || [];
  if (field.kind === "ink") return pads.get(path)?.toData() ?? (before || []);
  const found = named(form, path);
  if (!found.length) return before;
  if (field.kind === "tick") return found[0].checked;
  if (field.kind === "ticks") return found.filter((one) => one.checked).map((one) => one.value);
  if (field.kind === "choose") return found.find((one) => one.checked)?.value ?? "";
  return found[0].value;
}

// Read a form back; what is not shown now keeps what was typed before.
export function read(form, fields, before, pads, prefix = "") {
  const got = { ...before };
  for (const field of fields) got[field.name] = readOne(form, field, prefix + field.name, before[field.name], pads);
  return got;
}

const EMPTY = (value) => value === undefined || value === "" || value === null || (Array.isArray(value) && !value.length);
const CHOSEN = new Set(["pick", "choose", "ticks"]);
const AMOUNT = /^\d{1,9}(\.\d{1,2})?$/;

export function faults(fields, values, prefix = "") {
  const found = {};
  for (const field of fields) {
    const path = prefix + field.name;
    const value = typeof values[field.name] === "string" ? values[field.name].trim() : values[field.name];
    if (field.required && EMPTY(value)) found[path] = field.missing ?? `请${CHOSEN.has(field.kind) ? "选" : "填写"}“${field.label}”。`;
    else if (field.kind === "money" && value && !AMOUNT.test(value)) found[path] = `“${field.label}”只写数字，单位是元，最多两位小数。`;
    if (field.kind === "rows") (value || []).forEach((one, n) => Object.assign(found, faults(field.fields, one, `${path}.${n}.`)));
  }
  return found;
}

export const fen = (text) => (text ? Math.round(Number(text) * 100) : undefined);
export const goTo = (path) => find(`#${idOf(path)}`)?.focus();
export const anchor = idOf;
